using Roundup.Model.Discussion;
using Roundup.Model.Papers;
using Roundup.Web.Seen;
using Roundup.Web.Site;

namespace Roundup.Web.Talk;

/// <summary>A paper as a reader names it.</summary>
/// <param name="Id">In canonical form; of the scheme <see cref="Suggestion.ByTitle"/> where nothing but a title was given.</param>
/// <param name="Title">As it was given; empty for none.</param>
public sealed record NamedPaper(PaperId Id, string Title)
{
    /// <summary>What is known of it already; null for nothing.</summary>
    public Sighting? Before { get; init; }

    public static NamedPaper Titled(string title) => new(Suggestion.Titled(title), title);

    /// <summary>Where it can be read, as far as the id says; else empty.</summary>
    public string Link => PaperAddress.Of(Id) ?? "";

    /// <summary>The paper that it is, where that is sure.</summary>
    public int? Known => Before is { Sureness: not Sureness.Perhaps } known ? known.PaperId : null;

    /// <summary>The latest place at which readers can find it.</summary>
    public SeenPlace? Place => Known is null ? null : Before!.Places.LastOrDefault(p => p.IsPublished);

    public string Called => Title is not "" ? Title : Before is { Title: not "" } known ? known.Title : LinkWords.Of(Id);
}
