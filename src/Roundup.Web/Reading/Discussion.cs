using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Text;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>What readers say about an issue, as its page shows it: under the paper that it is about, answers one level deep.</summary>
/// <param name="Groups">One for each paper that is spoken of, in the issue's order; what is about the issue comes last.</param>
/// <param name="Count">Comments whose words are shown.</param>
/// <param name="Closing">When its end comes, or came; null for never.</param>
public sealed record Discussion(IssueName Issue, IReadOnlyList<TalkGroup> Groups, int Count, bool IsOpen, DateOnly? Closing)
{
    /// <summary>Where a comment on the issue is written.</summary>
    public string WritePath => Paths.Comment(Issue.Number);

    /// <summary>From a paper to what is said about it, or to the form where nothing is; null where neither is to be had.</summary>
    public TalkLink? LinkOf(int entry) => Groups.FirstOrDefault(g => g.EntryId == entry) is { } group ? new($"#{group.Id}", group.Count, IsForm: false)
        : IsOpen ? new(Paths.Comment(Issue.Number, entry), 0, IsForm: true) : null;

    /// <param name="said">In the order in which it was written: words that are shown, and places of words that are not.</param>
    public static Discussion Of(IssueText issue, Publication publication, IReadOnlyList<SaidText> said, ILookup<int, SuggestionSlip> slips, DateTimeOffset now)
    {
        var byId = said.ToDictionary(s => s.Id);
        var isOpen = publication.Discussion.Takes(issue.PublishedAt, now);
        var views = said.Select(s => new CommentView(s, issue.Name.Number, isOpen, publication.Cadence.Zone)
        {
            To = s.ReplyToId is { } to && to != s.ThreadId && byId.TryGetValue(to, out var answered) ? answered : null,
            Slips = s.IsShown ? [.. slips[s.Id]] : [],
        });
        // Answers to what is not shown at all stand by themselves, and stay together.
        var threads = views.GroupBy(v => v.Said.ThreadId ?? v.Said.Id).Select(TalkThread.Of).ToLookup(t => t.Head.Said.EntryId);
        var groups = issue.Entries.Select((e, place) => new TalkGroup(e.Id, place + 1, e.Paper.Title, e.Paper.TitleHtml, [.. threads[e.Id]]))
            .Append(new(null, 0, "The issue as a whole", SafeHtml.Empty, [.. threads.Where(t => issue.Entries.All(e => e.Id != t.Key)).SelectMany(t => t)]));
        var closing = publication.Discussion.ClosesAt(issue.PublishedAt);
        return new(issue.Name, [.. groups.Where(g => g.Threads is not [])], said.Count(s => s.IsShown), isOpen, closing is { } at ? publication.DayOf(at) : null);
    }
}

/// <param name="Path">Of a part of this page, or of the form.</param>
public sealed record TalkLink(string Path, int Count, bool IsForm);

/// <param name="EntryId">Null for the issue as a whole.</param>
/// <param name="Number">The paper's place, counted from 1.</param>
public sealed record TalkGroup(int? EntryId, int Number, string Title, SafeHtml TitleHtml, IReadOnlyList<TalkThread> Threads)
{
    public string Id => EntryId is { } entry ? $"talk-e-{entry}" : "talk-issue";

    public int Count => Threads.Sum(t => t.Replies.Append(t.Head).Count(c => c.Said.IsShown));
}

public sealed record TalkThread(CommentView Head, IReadOnlyList<CommentView> Replies)
{
    public static TalkThread Of(IEnumerable<CommentView> said)
    {
        var all = said.ToList();
        var head = all.Find(c => c.Said.ThreadId is null) ?? all[0];
        return new(head, [.. all.Where(c => c != head)]);
    }
}

/// <param name="CanAnswer">Whether the discussion is open.</param>
/// <param name="Zone">On whose clocks it was written, IANA.</param>
public sealed record CommentView(SaidText Said, int Issue, bool CanAnswer, string Zone)
{
    /// <summary>What it answers, where that is an answer itself.</summary>
    public SaidText? To { get; init; }

    public IReadOnlyList<SuggestionSlip> Slips { get; init; } = [];

    public string ReplyPath => Paths.Reply(Issue, Said.Id);

    /// <summary>The form, with the comment's words quoted in it.</summary>
    public string QuotePath => $"{ReplyPath}&quote=";

    public string ReportPath => $"/comments/{Said.Id}/report";
}

/// <summary>A comment as it is kept, no column more than its place on the page needs.</summary>
public sealed record SaidText(
    int Id, int? EntryId, int? ThreadId, int? ReplyToId, string Name, bool FromDesk, SafeHtml Html, DateTimeOffset WrittenAt, DateTimeOffset? EditedAt, CommentState State)
{
    public bool IsShown => State is CommentState.Public;

    /// <summary>As <see cref="Comment.Anchor"/>.</summary>
    public string Anchor => $"c-{Id}";

    /// <summary>Whoever closed their account and wished not to be named has none.</summary>
    public string By => Name is "" ? "A reader" : Name;

    /// <summary>What stands in the place of words that are not shown.</summary>
    public string Gone => State switch
    {
        CommentState.Removed => "Removed by its writer.",
        CommentState.Hidden => "Hidden by an editor.",
        _ => "Deleted by an editor.",
    };
}
