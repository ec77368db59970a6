using Roundup.Model.Issues;

namespace Roundup.Tests.Model;

/// <summary>Slots against offsets that are written down by hand, not computed by what is tested.</summary>
public sealed class Slot_tests(ITestOutputHelper output)
{
    /// <summary>From which day of 2026 on a clock is ahead of UTC by how much, once the clocks were changed in that night.</summary>
    private static readonly Dictionary<string, (string From, string Offset)[]> Offsets = new()
    {
        ["Europe/Berlin"] = [("2026-01-01", "+01:00"), ("2026-03-30", "+02:00"), ("2026-10-26", "+01:00")],
        ["America/New_York"] = [("2026-01-01", "-05:00"), ("2026-03-09", "-04:00"), ("2026-11-02", "-05:00")],
        ["Australia/Lord_Howe"] = [("2026-01-01", "+11:00"), ("2026-04-06", "+10:30"), ("2026-10-05", "+11:00")],
        ["Australia/Sydney"] = [("2026-01-01", "+11:00"), ("2026-04-06", "+10:00"), ("2026-10-05", "+11:00")],
    };

    /// <param name="forward">What the slot is on the Sunday when the clocks go forward.</param>
    /// <param name="back">The same when they go back.</param>
    [Theory]
    // In the middle of the gap, and the first of the two.
    [InlineData("Europe/Berlin", "02:30", "2026-03-29T01:30:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Berlin", "03:00", "2026-03-29T01:00:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("Europe/Berlin", "01:59", "2026-03-29T00:59:00Z", "2026-10-24T23:59:00Z")]
    [InlineData("Europe/Berlin", "09:00", "2026-03-29T07:00:00Z", "2026-10-25T08:00:00Z")]
    [InlineData("America/New_York", "02:30", "2026-03-08T07:30:00Z", "2026-11-01T07:30:00Z")]
    [InlineData("America/New_York", "01:30", "2026-03-08T06:30:00Z", "2026-11-01T05:30:00Z")]
    [InlineData("America/New_York", "00:00", "2026-03-08T05:00:00Z", "2026-11-01T04:00:00Z")]
    // Half an hour only: from 2:00 to 2:30, and from 2:00 back to 1:30.
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-03T15:45:00Z", "2026-04-04T15:45:00Z")]
    [InlineData("Australia/Lord_Howe", "01:45", "2026-10-03T15:15:00Z", "2026-04-04T14:45:00Z")]
    [InlineData("Australia/Lord_Howe", "23:45", "2026-10-04T12:45:00Z", "2026-04-05T13:15:00Z")]
    [InlineData("Australia/Sydney", "02:30", "2026-10-03T16:30:00Z", "2026-04-04T15:30:00Z")]
    [InlineData("Australia/Sydney", "09:00", "2026-10-03T22:00:00Z", "2026-04-04T23:00:00Z")]
    public void A_year_of_Sundays_keeps_its_wall_time(string zone, string time, string forward, string back)
    {
        var (ahead, behind) = (DateTimeOffset.Parse(forward), DateTimeOffset.Parse(back));
        var slots = Year(new Cadence(DayOfWeek.Sunday, TimeOnly.Parse(time), 1, zone));

        Assert.Equal(52, slots.Count);
        Assert.Equal(Enumerable.Range(0, 52).Select(n => new DateOnly(2026, 1, 4).AddDays(7 * n)), slots.Select(s => s.Day));
        Assert.All(slots, slot => Assert.Equal(Truth(zone, time, slot.Day, ahead, behind), slot.At.ToUniversalTime()));
        output.WriteLine($"FIGURE: slots of a year at their hand-written instants, {zone} {time} = {slots.Count} of 52");
    }

    [Fact]
    public void A_year_may_have_fifty_three()
    {
        var slots = Year(new Cadence(DayOfWeek.Thursday, new TimeOnly(9, 0), 1, "Europe/Berlin"));

        Assert.Equal(53, slots.Count);
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), (slots[0].Day, slots[^1].Day));
        Assert.All(slots, slot => Assert.Equal(Truth("Europe/Berlin", "09:00", slot.Day, default, default), slot.At.ToUniversalTime()));
        output.WriteLine($"FIGURE: slots of a year with 53 Thursdays = {slots.Count} of 53");
    }

    [Fact]
    public void Every_second_week_is_counted_from_the_first_and_another_time_keeps_the_rhythm()
    {
        var first = new Cadence(DayOfWeek.Friday, new TimeOnly(9, 0), 2, "Europe/Berlin", Since: new(2026, 1, 7));
        var later = (first with { Time = new(18, 30), Since = null }).Following(first, new(2026, 6, 1));
        var anew = (first with { Day = DayOfWeek.Monday, Since = null }).Following(first, new(2026, 6, 3));

        Assert.Equal([new(2026, 1, 9), new(2026, 1, 23), new(2026, 2, 6)], Days(first, "2026-01-01T00:00:00Z"));
        Assert.Equal(new(2026, 1, 7), later.Since);
        Assert.Equal(Days(first, "2026-06-01T00:00:00Z"), Days(later, "2026-06-01T00:00:00Z"));
        Assert.Equal([new(2026, 6, 8), new(2026, 6, 22), new(2026, 7, 6)], Days(anew, "2026-06-03T12:00:00Z"));
    }

    [Fact]
    public void A_rest_is_left_out_and_the_past_is_read_backwards()
    {
        var cadence = new Cadence(DayOfWeek.Friday, new TimeOnly(9, 0), 1, "Europe/Berlin");
        var calendar = new SlotCalendar(cadence, new HashSet<DateOnly> { new(2026, 12, 25) });

        Assert.Equal(new(2027, 1, 1), calendar.NextAfter(DateTimeOffset.Parse("2026-12-18T08:00:00Z")).Day);
        Assert.Equal([new(2027, 1, 1), new(2026, 12, 18), new(2026, 12, 11)], calendar.Before(DateTimeOffset.Parse("2027-01-01T08:00:00Z"), new(2026, 12, 5)).Select(s => s.Day));
        Assert.True(calendar.Has(new(2026, 12, 25)));
        Assert.False(calendar.Has(new(2026, 12, 24)));
    }

    private static List<SlotTime> Year(Cadence cadence)
    {
        // Zones lie up to 14 hours around UTC: what is outside the year there is left out by its date.
        var slots = new SlotCalendar(cadence).Between(DateTimeOffset.Parse("2025-12-30T00:00:00Z"), DateTimeOffset.Parse("2027-01-02T00:00:00Z"));
        return [.. slots.Where(s => s.Day.Year == 2026)];
    }

    private static IEnumerable<DateOnly> Days(Cadence cadence, string after) => new SlotCalendar(cadence).After(DateTimeOffset.Parse(after)).Take(3).Select(s => s.Day);

    private static DateTimeOffset Truth(string zone, string time, DateOnly day, DateTimeOffset forward, DateTimeOffset back)
    {
        // On the two Sundays the slot is what the test says.
        if (Changes(zone, day) is { } change) return change == 0 == zone.StartsWith("Australia", StringComparison.Ordinal) ? back : forward;

        var offset = Offsets[zone].Last(o => DateOnly.Parse(o.From) <= day).Offset;
        return DateTimeOffset.Parse($"{day:yyyy-MM-dd}T{time}:00{offset}").ToUniversalTime();
    }

    /// <summary>0 for the year's first change, 1 for its second, null for a day without one.</summary>
    private static int? Changes(string zone, DateOnly day)
    {
        var at = Array.FindIndex(Offsets[zone], 1, o => DateOnly.Parse(o.From).AddDays(-1) == day);
        return at < 0 ? null : at - 1;
    }
}
