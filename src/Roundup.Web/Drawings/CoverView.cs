using Roundup.Model;
using Roundup.Model.Text;
using Roundup.Web.Reading;

namespace Roundup.Web.Drawings;

/// <summary>The front of an issue: on its own page and on the first page of the site.</summary>
public sealed record CoverView(IssueName Name, DateOnly? PublishedOn, DateOnly? CorrectedOn, string EditedBy, int Words, int WithCode, Round Round, IReadOnlyList<CoverView.Row> Contents)
{
    /// <summary>Where the heading leads; null on the issue's own page.</summary>
    public string? LinkTo { get; init; }

    /// <summary>How much readers say below; null where there is no discussion.</summary>
    public int? Comments { get; init; }

    /// <param name="Section">The heading that begins with this paper; null where none does.</param>
    public sealed record Row(string Anchor, string? Section, string Title, SafeHtml TitleHtml, string Byline);

    /// <summary>From what the first page reads of the latest issue.</summary>
    public static CoverView Of(CoverText text, Publication publication) => new(
        text.Name, publication.DayOf(text.PublishedAt), text.CorrectedAt is { } at ? publication.DayOf(at) : null, publication.EditorOf(text.PublishedBy),
        text.FrameWords + text.Entries.Sum(e => e.AbstractWords + e.SaidWords), text.Entries.Count(e => e.HasCode),
        Round.Cover(text.Name.Number, [.. text.Entries.Select(e => new Round.Sector(e.AbstractWords, e.SaidWords))]),
        [.. text.Entries.Select((e, place) => new Row($"e-{e.Id}", place > 0 && text.Entries[place - 1].Section == e.Section ? null : e.Section, e.Title, e.TitleHtml, e.Byline))])
    {
        LinkTo = text.Name.Path,
    };
}
