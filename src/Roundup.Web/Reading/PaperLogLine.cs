using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>What happened to a paper and around it, by day: its issues, the version that was covered, and what came after.</summary>
/// <param name="Path">Where it leads; null for nowhere.</param>
public sealed record PaperLogLine(DateOnly On, string What, string Words, string? Path)
{
    /// <summary>Whether only its year is known.</summary>
    public bool IsOfAYear { get; init; }

    public static IReadOnlyList<PaperLogLine> Of(PaperText paper, IReadOnlyList<Coverage> places, Publication publication)
    {
        var lines = places.Select((place, n) => new PaperLogLine(
            publication.DayOf(place.PublishedAt), n == 0 ? "Featured" : "Revisited", $"Issue {place.Issue.Number}, {place.Issue.Heading}", place.Path)).ToList();
        if (paper.Covered is { Version: { } version } covered)
            lines.Add(new(covered.On ?? publication.DayOf(covered.SeenAt), "Version covered", $"{covered.Source} v{version}", null));
        lines.AddRange(paper.Changes.Select(c => new PaperLogLine(c.HappenedOn ?? c.NoticedOn, InWords.Change(c.Kind), WordsOf(c), c.Address is "" ? null : c.Address) { IsOfAYear = c.IsOfAYear }));
        return [.. lines.OrderBy(l => l.On)];
    }

    private static string WordsOf(PaperNews news) => news.Kind is PaperChangeKind.NewVersion
        ? $"{news.Detail}, {(news.HasNewWords ? "with another title or abstract than those quoted here" : "compared with the quoted abstract: unchanged")}"
        : news.Words;
}
