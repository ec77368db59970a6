using Roundup.Model.Issues;
using Roundup.Model.Text;

namespace Roundup.Model.Discussion;

/// <summary>What a reader says about an issue, or about one entry of it. Answers stand one level deep on the page.</summary>
public sealed partial class Comment
{
    /// <summary>In characters, as written.</summary>
    public const int TextLength = 10_000;

    /// <summary>For how long its writer may change it.</summary>
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(10);

    private readonly List<CommentReport> _reports = [];
    private readonly List<Suggestion> _named = [];

    private Comment() { }

    private Comment(Issue issue, Writing writing, DateTimeOffset now)
    {
        (Issue, IssueId, Commenter, CommenterId) = (issue, issue.Id, writing.By, writing.By.Id);
        (Name, FromDesk, Words, WrittenAt, StateAt) = (writing.Name, writing.FromDesk, writing.Words, now, now);
        Holds = writing.FromDesk ? CommentHolds.None
            // Whom an editor trusts may write quickly and link much; the words of the list are the publication's own.
            : writing.By.TrustedAt is not null ? writing.Holds & CommentHolds.ListedWord
            : writing.Holds | (writing.By.IsKnown ? CommentHolds.None : CommentHolds.FirstComment);
    }

    public int Id { get; private set; }

    public int IssueId { get; private set; }

    public Issue Issue { get; private set; } = null!;

    /// <summary>The published entry that it is about; null for the issue, also where its entry was taken out since.</summary>
    public int? EntryId { get; private set; }

    public Entry? Entry { get; private set; }

    /// <summary>The comment under which it stands; null for one that stands by itself.</summary>
    public int? ThreadId { get; private set; }

    public Comment? Thread { get; private set; }

    /// <summary>The very comment that it answers, which may be an answer too; null for one that answers nobody.</summary>
    public int? ReplyToId { get; private set; }

    public Comment? ReplyTo { get; private set; }

    public int CommenterId { get; private set; }

    public Commenter Commenter { get; private set; } = null!;

    /// <summary>As printed at the time; empty once its writer is not to be named any more.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether whoever wrote it was signed in and edits here.</summary>
    public bool FromDesk { get; private set; }

    public Prose Words { get; private set; } = Prose.Empty;

    public DateTimeOffset WrittenAt { get; private set; }

    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>When it was shown that the address is its writer's; null until then.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public CommentState State { get; private set; }

    public CommentHolds Holds { get; private set; }

    /// <summary>Since when it stands as it does.</summary>
    public DateTimeOffset StateAt { get; private set; }

    /// <summary>The editor who decided; empty where nobody did.</summary>
    public string StateBy { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<CommentReport> Reports => _reports;

    /// <summary>The papers that it names, each with its state on a slip of its own.</summary>
    public IReadOnlyList<Suggestion> Named => _named;

    public string Anchor => $"c-{Id}";

    /// <param name="entry">One of the issue's, where it is about a paper; an answer is about what is answered.</param>
    /// <param name="replyTo">With its entry.</param>
    public static Refusal? Write(Issue issue, Entry? entry, Comment? replyTo, Writing writing, DiscussionRules rules, DateTimeOffset now, out Comment? comment)
    {
        comment = null;
        if (writing.By.BannedAt is not null) return new("Nothing more is taken from this address. If that is a mistake, write to the editors.");
        if (!rules.Takes(issue, now)) return new("The discussion of this issue is closed.");
        if (replyTo is not null && (replyTo.IssueId != issue.Id || replyTo.State is not CommentState.Public)) return new("The comment that you answer is not here any more.");
        if (Refuse(writing.Words) is { } refusal) return refusal;

        comment = new(issue, writing, now);
        if (replyTo is null) (comment.Entry, comment.EntryId) = (entry, entry?.Id);
        else comment.Answer(replyTo);
        if (writing.IsProven) comment.Confirm(now);
        return null;
    }

    /// <summary>The address is its writer's. What nothing is against is public from now on.</summary>
    public void Confirm(DateTimeOffset now)
    {
        if (ConfirmedAt is not null) return;
        ConfirmedAt = now;
        if (Name is not "") Commenter.Rename(Name);
        Settle(now);
    }

    public bool IsEditable(DateTimeOffset now) => State is CommentState.Held or CommentState.Public && now < WrittenAt + EditWindow;

    /// <param name="holds">What the checks found in the new words.</param>
    public Refusal? Edit(Prose words, CommentHolds holds, DateTimeOffset now)
    {
        if (Commenter.BannedAt is not null) return new("Nothing more is taken from this address. If that is a mistake, write to the editors.");
        if (!IsEditable(now)) return new($"A comment can be changed for {EditWindow.TotalMinutes:N0} minutes. You can remove it, or answer it.");
        if (Refuse(words) is { } refusal) return refusal;

        (Words, EditedAt) = (words, now);
        // What an editor let through was other words.
        if (!FromDesk) Holds |= Commenter.TrustedAt is null ? holds : holds & CommentHolds.ListedWord;
        if (State is CommentState.Public && Holds is not CommentHolds.None) Stand(CommentState.Held, "", now);
        Version++;
        return null;
    }

    /// <summary>By its writer: the words are gone, and nobody gets them back.</summary>
    public void Remove(DateTimeOffset now)
    {
        Words = Prose.Empty;
        Stand(CommentState.Removed, "", now);
    }

    /// <summary>Its writer is not named any more; the words stay.</summary>
    public void Unname()
    {
        Name = "";
        Version++;
    }

    /// <param name="suggestions">Of all that it names now, in its order; those that are kept stay as they are.</param>
    public void Cite(IReadOnlyCollection<Suggestion> suggestions)
    {
        _named.RemoveAll(s => !suggestions.Contains(s));
        _named.AddRange(suggestions.Except(_named).ToList());
    }

    private static Refusal? Refuse(Prose words) =>
        words.IsEmpty ? new("Write something first.", "Text")
        : words.Source.Length > TextLength ? new($"A comment has at most {TextLength:N0} characters.", "Text")
        : null;

    // It is about what is answered, and stands in the same thread.
    private void Answer(Comment other)
    {
        (Entry, EntryId, ReplyTo, ReplyToId) = (other.Entry, other.EntryId, other, other.Id);
        ThreadId = other.ThreadId ?? other.Id;
    }

    private void Settle(DateTimeOffset now)
    {
        if (State is CommentState.Held && Holds is CommentHolds.None && ConfirmedAt is not null) Stand(CommentState.Public, StateBy, now);
        else Version++;
    }

    private void Stand(CommentState state, string by, DateTimeOffset now)
    {
        (State, StateBy, StateAt) = (state, by, now);
        Version++;
    }
}

/// <summary>Somebody's words, as they come in.</summary>
/// <param name="Name">To be printed with them, as <see cref="Commenter.ReadName"/> gives it.</param>
/// <param name="Holds">What the checks found; what is known about the writer is added when it is taken.</param>
/// <param name="IsProven">Whether the writer showed already whose address it is.</param>
/// <param name="FromDesk">Whether the writer is signed in and edits here.</param>
public sealed record Writing(Commenter By, string Name, Prose Words, CommentHolds Holds, bool IsProven, bool FromDesk);
