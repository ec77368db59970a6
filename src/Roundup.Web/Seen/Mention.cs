using Roundup.Model.Importing;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Sources;

namespace Roundup.Web.Seen;

/// <summary>A paper as somebody names it: by ids, by a title, or by both. Whatever is missing is left empty.</summary>
/// <param name="Ids">In canonical form; several names of one paper.</param>
/// <param name="FirstAuthor">As printed.</param>
public sealed record Mention(IReadOnlyList<PaperId> Ids, string Title = "", string FirstAuthor = "", DateOnly? PublishedOn = null)
{
    /// <summary>The paper itself, where it is known already.</summary>
    public int? PaperId { get; init; }

    /// <summary>A card as it is typed: an address or an id, a title, authors.</summary>
    public static Mention Of(PaperFinder finder, string? address, string? title = null, string? firstAuthor = null) =>
        new(Named(finder, address), (title ?? "").Trim(), (firstAuthor ?? "").Trim());

    /// <summary>An entry of a roundup that was read. What stands there as an id is not taken for a title.</summary>
    public static Mention Of(PaperFinder finder, ImportedEntry read)
    {
        var ids = Named(finder, read.Url).Concat(read.Ids).Concat(Named(finder, read.Title)).DistinctBy(i => i.Key).ToList();
        return new(ids, finder.Recognise(read.Title) is null ? read.Title : "", read.Authors.FirstOrDefault() ?? "", read.PublishedOn);
    }

    /// <summary>A known paper, with its identifiers.</summary>
    public static Mention Of(Paper paper) =>
        new([], paper.IsUntitled ? "" : paper.Title, paper.Authors.FirstOrDefault() ?? "", paper.PublishedOn) { PaperId = paper.Id };

    internal PaperLook Look => PaperLook.Of(Title, FirstAuthor, PublishedOn) with { Id = PaperId ?? 0 };

    private static IReadOnlyList<PaperId> Named(PaperFinder finder, string? address) => address?.Trim() switch
    {
        null or "" => [],
        var text when finder.Recognise(text) is { } id => [id],
        var text when WebAddress.IsOne(text) => [.. Spellings.Of(text).Select(s => new PaperId(PaperScheme.Url, s))],
        _ => [],
    };
}
