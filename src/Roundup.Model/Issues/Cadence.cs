namespace Roundup.Model.Issues;

/// <summary>When issues are due: a wall time in a zone, every so many weeks. It keeps its wall time across clock changes.</summary>
/// <param name="Zone">An IANA time zone: Europe/Berlin.</param>
/// <param name="Rule">What happens at the slot.</param>
/// <param name="Since">A date of the first week: from it every second or third week is counted. Null counts from one that is always the same.</param>
/// <param name="RemindHours">How long before the slot the editors are reminded; 0 for never.</param>
public sealed record Cadence(
    DayOfWeek Day, TimeOnly Time, int EveryWeeks, string Zone, SlotRule Rule = SlotRule.HoldAndRemind, DateOnly? Since = null, int RemindHours = 24)
{
    public const int MaxWeeks = 26;
    public const int MaxRemindHours = 168;

    public static Cadence Default { get; } = new(DayOfWeek.Friday, new TimeOnly(9, 0), 1, "Etc/UTC");

    public Refusal? Check()
    {
        if (EveryWeeks is < 1 or > MaxWeeks) return new($"Between 1 and {MaxWeeks} weeks lie between issues.", nameof(EveryWeeks));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _)) return new($"“{Zone}” is not a time zone; one looks like Europe/Berlin.", nameof(Zone));
        if (RemindHours is < 0 or > MaxRemindHours) return new($"Remind between 0 and {MaxRemindHours} hours before.", nameof(RemindHours));
        if (!Enum.IsDefined(Rule)) return new("That is not a rule.", nameof(Rule));
        return null;
    }

    /// <summary>
    /// As it goes on from the one before: another time, zone or rule keeps the rhythm; another day or number of weeks begins anew.
    /// </summary>
    /// <param name="today">Where the publication is.</param>
    public Cadence Following(Cadence before, DateOnly today) =>
        this with { Since = before.Since is { } since && (before.Day, before.EveryWeeks) == (Day, EveryWeeks) ? since : today };

    /// <summary>
    /// The first slot after an instant, in weeks of the chosen day. A wall time that a clock change skips is moved on by the gap;
    /// one that happens twice is the first.
    /// </summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant) => new SlotCalendar(this).NextAfter(instant).At;
}
