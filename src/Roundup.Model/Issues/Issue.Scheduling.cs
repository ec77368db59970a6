using System.Globalization;

namespace Roundup.Model.Issues;

public sealed partial class Issue
{
    private const int YearsAhead = 5;

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

    /// <summary>Sets the moment at which it goes out by itself, whole, whatever the cadence says.</summary>
    /// <param name="zone">An IANA time zone.</param>
    public Refusal? Schedule(DateOnly day, TimeOnly time, string zone, string by, DateTimeOffset now)
    {
        if (IsPublished) return new("This issue is already out.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var place)) return new($"“{zone}” is not a time zone.");
        if (day > DateOnly.FromDateTime(now.UtcDateTime).AddYears(YearsAhead)) return new($"An issue is scheduled at most {YearsAhead} years ahead.", "Day");
        if (WallTime.IsSkipped(day, time, place)) return Skipped(day, time, place);
        if (WallTime.At(day, time, place) is var at && at <= now) return new("That moment has passed. Choose a later one, or publish it now.", "Day");

        (ScheduledAt, ScheduledDay, ScheduledTime, ScheduledZone, ScheduledBy) = (at.ToUniversalTime(), day, time, zone, by);
        Touch(now);
        return null;
    }

    /// <summary>From now on a person publishes it, or the cadence's rule.</summary>
    public Refusal? Unschedule(DateTimeOffset now)
    {
        if (!IsScheduled) return new("This issue is not scheduled.");

        (ScheduledAt, ScheduledDay, ScheduledTime, ScheduledZone, ScheduledBy, SlotDay) = (null, null, null, "", "", null);
        Touch(now);
        return null;
    }

    private static Refusal Skipped(DateOnly day, TimeOnly time, TimeZoneInfo place)
    {
        var moved = WallTime.At(day, time, place).ToString("HH:mm", CultureInfo.InvariantCulture);
        return new($"There is no {time.ToString("HH:mm", CultureInfo.InvariantCulture)} on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: the clocks are put forward over it. Choose {moved}, or an earlier time.", "Time");
    }
}
