namespace Roundup.Model.Issues;

public sealed partial class Issue
{
    /// <summary>The slot that the issue is made for, or went out for, as a date in the publication's zone; null for none.</summary>
    public DateOnly? SlotDay { get; private set; }

    /// <summary>When it goes out by itself; null for an issue that a person publishes. Follows from the wall time below.</summary>
    public DateTimeOffset? ScheduledAt { get; private set; }

    /// <summary>The day, as it was set, in <see cref="ScheduledZone"/>.</summary>
    public DateOnly? ScheduledDay { get; private set; }

    public TimeOnly? ScheduledTime { get; private set; }

    /// <summary>IANA; empty for an issue that is not scheduled.</summary>
    public string ScheduledZone { get; private set; } = "";

    public string ScheduledBy { get; private set; } = "";

    public bool IsScheduled => ScheduledAt is not null && !IsPublished;

    public void Aim(DateOnly? slot) => SlotDay = slot;
}
