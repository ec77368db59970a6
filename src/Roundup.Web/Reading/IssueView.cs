using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Drawings;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>Whose words are shown.</summary>
public enum Voices
{
    Both = 0,
    Opinions = 1,
    Abstracts = 2,
}

/// <summary>An issue as readers see it: what <c>_Issue.cshtml</c> shows, a published issue and a draft alike.</summary>
public sealed record IssueView(IssueText Text, Publication Publication)
{
    public Voices Voices { get; init; }

    /// <summary>Where an outsider notes something about a draft; null on every page but theirs.</summary>
    public PreviewTalk? Talk { get; init; }

    /// <summary>What readers say about it; null where nobody may, and on a draft.</summary>
    public Discussion? Discussion { get; init; }

    /// <summary>For the desk's preview: an issue that was loaded with <c>db.Issues.Whole</c>.</summary>
    public static IssueView Of(Issue issue, Publication publication) => new(IssueText.Of(issue), publication);

    public IssueName Name => Text.Name;

    public DateOnly? PublishedOn => Text.PublishedAt is { } at ? Publication.DayOf(at) : null;

    public DateOnly? CorrectedOn => Text.CorrectedAt is { } at ? Publication.DayOf(at) : null;

    public IEnumerable<(DateOnly On, string Note)> Corrections => Text.Corrections.Select(c => (Publication.DayOf(c.At), c.Note));

    public bool HasSections => Text.Entries.Any(e => e.Section is not null);

    public bool HasAbstracts => Text.Entries.Any(e => !e.Paper.Abstract.IsEmpty);

    public CoverView Cover => new(
        Name, PublishedOn, CorrectedOn, Publication.EditorOf(Text.PublishedBy),
        Text.FrameWords + Text.Entries.Sum(e => e.Sector.Abstract + e.Sector.Said), Text.Entries.Count(e => e.Paper.HasCode),
        Round.Cover(Name.Number, [.. Text.Entries.Select(e => e.Sector)]),
        [.. Papers.Select(p => new CoverView.Row(p.Entry.Anchor, p.Section, p.Entry.Paper.Title, p.Entry.Paper.TitleHtml, p.Entry.Paper.Byline))])
    {
        Comments = Discussion?.Count,
    };

    /// <summary>The entries in order, as many voices as are wanted.</summary>
    public IEnumerable<EntryView> Papers => Text.Entries.Select((entry, place) => new EntryView(
        entry, place + 1,
        place > 0 && Text.Entries[place - 1].Section == entry.Section ? null : entry.Section,
        HasSections ? 3 : 2, Publication.OpinionLabel, Voices)
    {
        IsPublic = Text.PublishedAt is not null,
        Talk = Talk?.About(entry.Id, $"paper {place + 1}"),
        Discuss = Discussion?.LinkOf(entry.Id),
    });

    /// <summary>How far the papers were read, as far as opinions are shown.</summary>
    public IEnumerable<ReadDepth?> Depths => Voices is Voices.Abstracts ? [] : Text.Entries.SelectMany(e => e.Opinions).Where(o => !o.Html.IsEmpty).Select(o => o.Depth);

    /// <summary>In a line, for search engines and shared links.</summary>
    public string Description
    {
        get
        {
            var titles = Text.Entries.Take(3).Select(e => e.Paper.Title);
            return $"{InWords.Count(Text.Entries.Count, "paper", "papers")}: {string.Join("; ", titles)}";
        }
    }
}

/// <param name="Number">The paper's place, counted from 1.</param>
/// <param name="Section">The heading that begins with this paper; null where none does.</param>
/// <param name="Level">The rank of the paper's heading.</param>
public sealed record EntryView(EntryText Entry, int Number, string? Section, int Level, string OwnLabel, Voices Voices)
{
    public PaperText Paper => Entry.Paper;

    /// <summary>Whether readers can have the paper; a draft's preview offers no files.</summary>
    public bool IsPublic { get; init; }

    public PreviewTalk.Place? Talk { get; init; }

    /// <summary>The way to what readers say about it; null where nothing is said and nothing can be.</summary>
    public TalkLink? Discuss { get; init; }

    /// <summary>Where the title leads: to the paper's page, or to the paper while it has none that readers may see.</summary>
    public string TitlePath => IsPublic ? Paper.Path : Paper.Address ?? $"#{Entry.Anchor}";

    public bool ShowsAbstract => Voices is not Voices.Opinions && !Paper.Abstract.IsEmpty;

    public bool ShowsWords => Voices is not Voices.Abstracts;
}

/// <param name="Key">What tells this paper's popover from others on the page.</param>
/// <param name="IsPublic">Whether there are files of it to offer.</param>
public sealed record FactsView(PaperText Paper, string Key, bool IsPublic)
{
    public TalkLink? Discuss { get; init; }

    /// <summary>Whether authors are linked to their pages: on the paper's own page, not in an issue.</summary>
    public bool LinksAuthors { get; init; }
}
