namespace Roundup.Model.Issues;

/// <summary>When issues are due: a wall time in a zone, every so many weeks. It keeps its wall time across clock changes.</summary>
/// <param name="Zone">An IANA time zone: Europe/Berlin.</param>
/// <param name="Rule">What happens at the slot.</param>
/// <param name="Since">A date of the first week: from it every second or third week is counted. Null counts from any slot.</param>
/// <param name="RemindHours">How long before the slot the editors are reminded; 0 for never.</param>
public sealed record Cadence(
    DayOfWeek Day, TimeOnly Time, int EveryWeeks, string Zone, SlotRule Rule = SlotRule.HoldAndRemind, DateOnly? Since = null, int RemindHours = 24)
{
    public const int MaxWeeks = 26;

    public static Cadence Default { get; } = new(DayOfWeek.Friday, new TimeOnly(9, 0), 1, "Etc/UTC");

    public Refusal? Check()
    {
        if (EveryWeeks is < 1 or > MaxWeeks) return new($"Between 1 and {MaxWeeks} weeks lie between issues.", nameof(EveryWeeks));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _)) return new($"“{Zone}” is not a time zone; one looks like Europe/Berlin.", nameof(Zone));
        return null;
    }

    /// <summary>
    /// The first slot after an instant, in weeks of the chosen day. A wall time that a clock change skips is moved on by the gap;
    /// one that happens twice is the first.
    /// </summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var date = DateOnly.FromDateTime(local.DateTime).AddDays(((int)Day - (int)local.DayOfWeek + 7) % 7);
        var slot = Instant(date, zone);
        return slot > instant ? slot : Instant(date.AddDays(7 * EveryWeeks), zone);
    }

    private DateTimeOffset Instant(DateOnly date, TimeZoneInfo zone)
    {
        var wall = date.ToDateTime(Time);
        if (zone.IsInvalidTime(wall)) wall = wall.Add(zone.GetUtcOffset(wall.AddHours(3)) - zone.GetUtcOffset(wall.AddHours(-3)));
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }
}
