namespace Roundup.Model.Issues;

/// <summary>What a clock on a wall shows, as an instant.</summary>
public static class WallTime
{
    /// <summary>Longer than any gap that a clock change ever made: Samoa skipped a day.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromHours(26);

    /// <summary>The instant. A time that a clock change skips is moved on by the gap; one that happens twice is the first.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var wall = day.ToDateTime(time);
        if (zone.IsInvalidTime(wall)) return TimeZoneInfo.ConvertTime(new DateTimeOffset(wall, zone.GetUtcOffset(wall - Before)), zone);

        return new DateTimeOffset(wall, zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall));
    }

    /// <summary>Whether no clock of the zone ever shows it: the clocks are put forward over it.</summary>
    public static bool IsSkipped(DateOnly day, TimeOnly time, TimeZoneInfo zone) => zone.IsInvalidTime(day.ToDateTime(time));

    /// <summary>The date on a calendar in the zone.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
