using Microsoft.AspNetCore.Http.Extensions;
using Roundup.Data.Search;

namespace Roundup.Web.Reading;

/// <summary>The field and the sentence of selects below it, on the archive as on the results.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Facets">What the results can be narrowed to; none without results.</param>
public sealed record SearchForm(string Typed, SearchChoice Choice, SearchFacets? Facets)
{
    public static SearchForm Empty { get; } = new("", new(), null);

    public bool HasSentence => !Choice.IsNone || Facets is { } facets && facets.Topics.Count + facets.Years.Count + facets.Venues.Count + (facets.WithCode ?? 0) > 0;

    public string CodeLabel => Label("with code", Facets?.WithCode);

    public IEnumerable<SearchFacet> Topics => WithChosen(Facets?.Topics, Choice.Topic);

    public IEnumerable<SearchFacet> Years => WithChosen(Facets?.Years, Choice.Year);

    public IEnumerable<SearchFacet> Venues => WithChosen(Facets?.Venues, Choice.Venue);

    /// <summary>A choice with how many there are, where that was counted.</summary>
    public static string Label(string name, int? count) => count is { } known ? $"{name} ({known})" : name;

    /// <summary>The address of a question; the same question has the same one.</summary>
    public static string Path(string typed, SearchChoice choice)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("q", typed), ("topic", choice.Topic), ("year", choice.Year), ("venue", choice.Venue), ("code", choice.HasCode ? "1" : "") })
            if (value is not "") query.Add(name, value);
        return $"/search{query}";
    }

    // What was chosen stays to be seen, though nothing of it is found.
    private static IEnumerable<SearchFacet> WithChosen(IReadOnlyList<SearchFacet>? facets, string chosen) =>
        chosen is "" || facets?.Any(f => f.Value == chosen) is true ? facets ?? [] : [new SearchFacet(chosen, chosen.Replace('-', ' '), facets is null ? null : 0), .. facets ?? []];
}
