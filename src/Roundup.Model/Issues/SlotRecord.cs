namespace Roundup.Model.Issues;

/// <summary>What happens to an issue that stands at its slot without having been published by hand.</summary>
public enum SlotRule
{
    /// <summary>The issue waits, and its editors are reminded.</summary>
    HoldAndRemind = 0,

    /// <summary>Entries that are ready go out; the others roll over to the next issue.</summary>
    PublishReady = 1,
}

/// <summary>What became of a slot.</summary>
public enum SlotOutcome
{
    /// <summary>Nothing yet: it is the slot that is awaited.</summary>
    Open = 0,

    /// <summary>The editors rest that week; no number is lost.</summary>
    Skipped = 1,

    /// <summary>An issue went out for it.</summary>
    Published = 2,

    /// <summary>The slot came and the issue was held.</summary>
    Held = 3,

    /// <summary>Found more than two hours late: nothing was done, the desk asks.</summary>
    Asked = 4,
}

/// <summary>
/// A slot that is awaited, or that something was decided about. One a day: the unique day, and the version, are what keeps two instances
/// from acting twice. A slot that nobody wrote down beforehand is never acted upon.
/// </summary>
public sealed class SlotRecord
{
    /// <summary>In characters.</summary>
    public const int ReasonLength = 300;

    private SlotRecord() { }

    public SlotRecord(DateOnly day) => Day = day;

    public int Id { get; private set; }

    /// <summary>The slot's date in the publication's zone.</summary>
    public DateOnly Day { get; private set; }

    public SlotOutcome Outcome { get; private set; }

    /// <summary>Whether an issue that goes out may still be its issue.</summary>
    public bool IsFree => Outcome is SlotOutcome.Open or SlotOutcome.Held or SlotOutcome.Asked;

    /// <summary>The issue that it was about; null for none.</summary>
    public int? IssueNumber { get; private set; }

    /// <summary>When the outcome was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The printed name of whoever decided; empty for the schedule itself.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>Why it was skipped, as typed; may be empty.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When the editors were reminded that the slot comes.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    public int Version { get; private set; }

    public Refusal? Decide(SlotOutcome outcome, int? issueNumber, string by, DateTimeOffset now, string reason = "")
    {
        if (reason.Length > ReasonLength) return new($"A reason has at most {ReasonLength} characters.", nameof(Reason));

        (Outcome, IssueNumber, DecidedAt, DecidedBy, Reason) = (outcome, issueNumber, now, by, reason.Trim());
        Version++;
        return null;
    }

    /// <summary>Takes a rest back, before its slot has come.</summary>
    public Refusal? Reopen()
    {
        if (Outcome is not SlotOutcome.Skipped) return new("This slot is not skipped.");

        (Outcome, DecidedAt, DecidedBy, Reason) = (SlotOutcome.Open, null, "", "");
        Version++;
        return null;
    }

    public void NoteReminder(DateTimeOffset now)
    {
        RemindedAt = now;
        Version++;
    }
}
