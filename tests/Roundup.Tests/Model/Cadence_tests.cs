using Roundup.Model.Issues;

namespace Roundup.Tests.Model;

public sealed class Cadence_tests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T12:00:00Z", "2026-04-03T07:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-30T08:00:00Z")]
    [InlineData("America/New_York", "2026-11-01T12:00:00Z", "2026-11-06T14:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T12:00:00Z", "2026-10-08T22:00:00Z")]
    public void A_slot_keeps_its_wall_time_across_clock_changes(string zone, string after, string due)
    {
        var cadence = new Cadence(DayOfWeek.Friday, new TimeOnly(9, 0), 1, zone);

        Assert.Equal(DateTimeOffset.Parse(due), cadence.NextAfter(DateTimeOffset.Parse(after)));
    }

    [Fact]
    public void A_time_that_a_clock_change_skips_is_moved_on_by_the_gap()
    {
        var cadence = new Cadence(DayOfWeek.Sunday, new TimeOnly(2, 30), 1, "Europe/Berlin");

        Assert.Equal(DateTimeOffset.Parse("2026-03-29T03:30:00+02:00"), cadence.NextAfter(DateTimeOffset.Parse("2026-03-28T12:00:00Z")));
    }

    [Fact]
    public void The_slot_itself_is_not_after_itself()
    {
        var cadence = Cadence.Default;
        var slot = cadence.NextAfter(DateTimeOffset.Parse("2026-11-24T12:00:00Z"));

        Assert.Equal(slot.AddDays(7), cadence.NextAfter(slot));
        Assert.Equal(slot, cadence.NextAfter(slot.AddSeconds(-1)));
    }

    [Theory, InlineData("Mars/Olympus", 1, "Zone"), InlineData("Europe/Berlin", 0, "EveryWeeks"), InlineData("Europe/Berlin", 27, "EveryWeeks")]
    public void A_cadence_that_nobody_can_keep_is_refused(string zone, int weeks, string field) =>
        Assert.Equal(field, new Cadence(DayOfWeek.Friday, new TimeOnly(9, 0), weeks, zone).Check()?.Field);
}
