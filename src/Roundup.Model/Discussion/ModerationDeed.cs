namespace Roundup.Model.Discussion;

/// <summary>What a moderator can do to comments.</summary>
public enum ModerationAct
{
    Approve = 0,
    Trust = 1,
    Hide = 2,
    Spam = 3,
    Delete = 4,
    Ban = 5,

    /// <summary>Reports were looked at and the comment stays.</summary>
    Keep = 6,

    Unban = 7,
    Distrust = 8,
}

/// <summary>One thing that a moderator did, to one comment or to many, with how everything stood before: it can be undone.</summary>
public sealed class ModerationDeed
{
    private List<CommentMark> _comments = [];
    private List<CommenterMark> _commenters = [];

    private ModerationDeed() { }

    public ModerationDeed(ModerationAct act, int personId, string by, DateTimeOffset now) => (Act, PersonId, By, At) = (act, personId, by, now);

    public int Id { get; private set; }

    public ModerationAct Act { get; private set; }

    public int? PersonId { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public string UndoneBy { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>How each comment stood before.</summary>
    public IReadOnlyList<CommentMark> Comments => _comments;

    /// <summary>How each writer stood before.</summary>
    public IReadOnlyList<CommenterMark> Commenters => _commenters;

    public void Mark(Comment comment) => _comments = [.. _comments, new CommentMark(comment.Id, comment.Standing)];

    /// <summary>Only what this does to writers is kept: a deed that leaves them as they are is in nobody's way later.</summary>
    public void Mark(Commenter commenter)
    {
        if (Touches is not CommenterParts.None && !_commenters.Exists(c => c.CommenterId == commenter.Id)) _commenters = [.. _commenters, new CommenterMark(commenter.Id, commenter.Standing)];
    }

    /// <summary>Puts everything back as it was, but for what changed since: that stays as it is.</summary>
    /// <param name="since">What was done after this and stands.</param>
    public Refusal? Undo(IEnumerable<Comment> comments, IEnumerable<Commenter> commenters, IReadOnlyCollection<ModerationDeed> since, string by, DateTimeOffset now)
    {
        if (UndoneAt is not null) return new("That was undone already.");

        var done = 0;
        foreach (var comment in comments)
            if (!since.Any(d => d.Marks(comment)) && _comments.Find(m => m.CommentId == comment.Id) is { } mark && comment.Restore(mark.Was, By, At) is null) done++;
        foreach (var commenter in commenters)
        {
            var own = Touches & ~since.Where(d => d.Marks(commenter)).Aggregate(CommenterParts.None, (all, d) => all | d.Touches);
            if (own is CommenterParts.None || _commenters.Find(m => m.CommenterId == commenter.Id) is not { } mark) continue;
            commenter.Restore(mark.Was, own);
            // To approve a comment makes its writer known; that alone is not what was done.
            if (own.HasFlag(CommenterParts.Standing)) done++;
        }

        if (done == 0) return new("This was decided again since, or its writer has removed it: there is nothing left to undo.");
        (UndoneAt, UndoneBy) = (now, by);
        Version++;
        return null;
    }

    private CommenterParts Touches => Act switch
    {
        ModerationAct.Approve => CommenterParts.Acceptance,
        ModerationAct.Trust or ModerationAct.Distrust => CommenterParts.Acceptance | CommenterParts.Standing,
        ModerationAct.Ban or ModerationAct.Unban => CommenterParts.Standing,
        _ => CommenterParts.None,
    };

    private bool Marks(Comment comment) => _comments.Exists(m => m.CommentId == comment.Id);

    private bool Marks(Commenter commenter) => _commenters.Exists(m => m.CommenterId == commenter.Id);
}

public sealed record CommentMark(int CommentId, CommentStanding Was);

public sealed record CommenterMark(int CommenterId, CommenterStanding Was);
