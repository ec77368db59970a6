using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Web.Drawings;

namespace Roundup.Web.Reading;

/// <summary>An issue as it is kept, without what only the desk needs.</summary>
public sealed record IssueText(
    IssueName Name, DateTimeOffset? PublishedAt, string PublishedBy, DateTimeOffset? CorrectedAt,
    SafeHtml Introduction, SafeHtml Closing, int FrameWords, IReadOnlyList<EntryText> Entries)
{
    /// <summary>What readers are told of changes after publication, oldest first.</summary>
    public IReadOnlyList<CorrectionText> Corrections { get; init; } = [];

    /// <summary>Whether something happened to one of its papers that readers are told.</summary>
    public bool HasNews { get; init; }

    public IssueText With(ILookup<int, PaperNews> news) => this with
    {
        Entries = [.. Entries.Select(e => e with { Paper = e.Paper.With(news) })],
    };

    /// <summary>The nearest issues that readers may see.</summary>
    public Neighbour? Before { get; init; }

    public Neighbour? After { get; init; }

    /// <summary>Number and heading, read as single values: rows beside rows would be a join that SQLite doesn't have.</summary>
    public sealed record Neighbour(int? Number, string? Heading)
    {
        public IssueName? Name => Number is { } number ? new(number, Heading ?? "", "") : null;
    }

    /// <summary>An issue that was loaded whole, a draft for instance.</summary>
    public static IssueText Of(Issue issue) => new(
        new(issue.Number, issue.Title, issue.Theme), issue.PublishedAt, issue.PublishedBy, issue.CorrectedAt,
        issue.Introduction.Html, issue.Closing.Html, issue.Introduction.Words + issue.Closing.Words,
        [.. issue.Entries.Select(EntryText.Of)]);
}

/// <param name="Note">Plain text.</param>
public sealed record CorrectionText(DateTimeOffset At, string Note);

/// <summary>A paper's place in an issue.</summary>
public sealed record EntryText(
    int Id, string? Section, SafeHtml Html, int Words, IReadOnlyList<PaperLink> Links, PaperText Paper, IReadOnlyList<OpinionText> Opinions)
{
    public static EntryText Of(Entry entry) => new(
        entry.Key, entry.Section, entry.Text.Html, entry.Text.Words, entry.Links, PaperText.Of(entry.Paper), [.. entry.Opinions.Select(OpinionText.Of)])
    {
        Thanks = entry.Thanks,
    };

    /// <summary>As <see cref="Entry.Thanks"/>.</summary>
    public string Thanks { get; init; } = "";

    /// <summary>The readers who suggested it, by name.</summary>
    public IReadOnlyList<string> Thanked => Entry.NamesIn(Thanks);

    /// <summary>As <see cref="Entry.Anchor"/>.</summary>
    public string Anchor => $"e-{Id}";

    public Round.Sector Sector => new(Paper.AbstractWords, Words + Opinions.Sum(o => o.Words));
}

/// <param name="Author">Empty for the editor.</param>
/// <param name="Depth">How far the paper was read; null where it was not said.</param>
public sealed record OpinionText(string Author, SafeHtml Html, int Words, ReadDepth? Depth)
{
    public static OpinionText Of(Opinion opinion) => new(opinion.Author, opinion.Words.Html, opinion.Words.Words, opinion.Depth);

    /// <summary>As <see cref="Opinion.LabelOf"/>.</summary>
    public string Label(string ownLabel) => Opinion.LabelOf(Author, ownLabel);
}
