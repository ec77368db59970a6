namespace Roundup.Model.Discussion;

// What editors and other readers do with a comment. What its writer removed stays removed.
public sealed partial class Comment
{
    /// <summary>So many readers have to report it before it is held.</summary>
    public const int ReportsToHold = 2;

    public CommentStanding Standing => new(State, Holds, StateAt, StateBy);

    /// <summary>Lets it through. Public at once where its writer confirmed the address, else as soon as that happens.</summary>
    public Refusal? Approve(string by, DateTimeOffset now)
    {
        if (Gone is { } refusal) return refusal;

        (Holds, State, StateBy, StateAt) = (CommentHolds.None, CommentState.Held, by, now);
        SettleReports(by, now);
        Commenter.Accept(now);
        Settle(now);
        return null;
    }

    public Refusal? Hide(string by, DateTimeOffset now) => Take(CommentState.Hidden, by, now);

    public Refusal? MarkSpam(string by, DateTimeOffset now) => Take(CommentState.Spam, by, now);

    public Refusal? Delete(string by, DateTimeOffset now) => Take(CommentState.Deleted, by, now);

    /// <summary>A reader finds that it should not be there. The second one to say so holds it.</summary>
    /// <param name="from">What tells reporters apart without naming them; one counts once.</param>
    public Refusal? Report(string reason, string from, DateTimeOffset now)
    {
        if (State is not CommentState.Public) return new("That comment is not here any more.");
        if (string.IsNullOrWhiteSpace(reason)) return new("Say in a few words what is wrong with it.", nameof(CommentReport.Reason));
        if (reason.Length > CommentReport.ReasonLength) return new($"A reason has at most {CommentReport.ReasonLength} characters.", nameof(CommentReport.Reason));
        if (_reports.Exists(r => r.From == from && r.SettledAt is null)) return null;

        _reports.Add(new CommentReport(reason.Trim(), from, now));
        if (IsReportedOut)
        {
            Holds |= CommentHolds.Reported;
            Stand(CommentState.Held, "", now);
        }
        else Version++;

        return null;
    }

    /// <summary>An editor looked at the reports; the comment stays.</summary>
    public Refusal? Keep(string by, DateTimeOffset now)
    {
        if (State is not CommentState.Public) return Gone ?? new("Readers don't see it any more.");

        SettleReports(by, now);
        Version++;
        return null;
    }

    private void SettleReports(string by, DateTimeOffset now) => _reports.Where(r => r.SettledAt is null).ToList().ForEach(r => r.Settle(by, now));

    /// <param name="by">Who did what is undone.</param>
    /// <param name="at">When: reports that were settled with it are open again.</param>
    internal Refusal? Restore(CommentStanding was, string by, DateTimeOffset at)
    {
        if (Gone is { } refusal) return refusal;

        // What its writer has changed since, and what readers have reported since, was not let through by what is undone.
        var found = EditedAt > at ? Holds : CommentHolds.None;
        _reports.Where(r => r.SettledAt == at && r.SettledBy == by).ToList().ForEach(r => r.Reopen());
        (State, Holds, StateAt, StateBy) = was;
        Holds |= found | (IsReportedOut ? CommentHolds.Reported : CommentHolds.None);
        if (State is CommentState.Public && Holds is not CommentHolds.None) Stand(CommentState.Held, "", StateAt);
        // What was approved while its writer had not confirmed it, and has been confirmed since, does not wait for that again.
        Settle(StateAt);
        return null;
    }

    private bool IsReportedOut => !FromDesk && _reports.Count(r => r.SettledAt is null) >= ReportsToHold;

    private Refusal? Gone => State is CommentState.Removed ? new("Its writer has removed it.") : null;

    private Refusal? Take(CommentState state, string by, DateTimeOffset now)
    {
        if (Gone is { } refusal) return refusal;

        SettleReports(by, now);
        Stand(state, by, now);
        return null;
    }
}

/// <summary>A reader's word to the editors about a comment.</summary>
public sealed class CommentReport
{
    public const int ReasonLength = 500;

    /// <summary>A hash.</summary>
    public const int FromLength = 64;

    private CommentReport() { }

    internal CommentReport(string reason, string from, DateTimeOffset now) => (Reason, From, At) = (reason, from, now);

    public int Id { get; private set; }

    public int CommentId { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Tells reporters apart without naming them.</summary>
    public string From { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>When an editor had looked at it; null until then.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public string SettledBy { get; private set; } = "";

    internal void Settle(string by, DateTimeOffset now) => (SettledAt, SettledBy) = (now, by);

    internal void Reopen() => (SettledAt, SettledBy) = (null, "");
}
