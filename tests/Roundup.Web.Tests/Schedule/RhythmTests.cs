using Roundup.Model.Issues;
using Roundup.Web.Areas.Admin;
using static Roundup.Web.Areas.Admin.Rhythm.State;

namespace Roundup.Web.Tests.Schedule;

/// <summary>What became of the slots around now, from a list of issues.</summary>
public sealed class RhythmTests
{
    private static readonly Cadence Fridays = new(DayOfWeek.Friday, new TimeOnly(9, 0), 1, "Europe/Berlin");
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_rest_does_not_end_a_run_and_a_missed_slot_does()
    {
        // 16 and 23 October, nothing on the 30th, 6 November, rest on the 13th, 20 November.
        var rest = new SlotRecord(new(2026, 11, 13));
        rest.Decide(SlotOutcome.Skipped, null, "", Now);
        var rhythm = Rhythm.Of(Fridays, [Out(1, 16, 10), Out(2, 23, 10), Out(3, 6, 11), Out(4, 20, 11)], [rest], 5, null, Now);

        Assert.Equal([Done, Done, Missed, Done, Rest, Done, Next, Later, Later], rhythm.Cells.Select(c => c.State));
        Assert.Equal(["1", "2", "", "3", "", "4", "5", "6", "7"], rhythm.Cells.Select(c => c.Number));
        Assert.Equal((2, 2, 3), (rhythm.Run, rhythm.Longest, rhythm.MedianDays));
    }

    [Fact]
    public void Issues_from_before_the_cadence_count_at_the_nearest_slot()
    {
        var wednesday = new Rhythm.Out(1, null, Now.AddDays(-60), new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero));

        var rhythm = Rhythm.Of(Fridays, [wednesday], [], 2, null, Now);

        Assert.Equal((new DateOnly(2026, 11, 20), Done), (rhythm.Cells[0].Day, rhythm.Cells[0].State));
        Assert.Equal(1, rhythm.Run);
    }

    [Fact]
    public void A_held_slot_keeps_its_issue_until_the_next_is_nearer()
    {
        var rhythm = Rhythm.Of(Fridays, [Out(1, 13, 11)], [], 2, new(2026, 11, 20), Now);

        Assert.Equal([Done, Held, Next, Later, Later], rhythm.Cells.Select(c => c.State));
        Assert.Equal(["1", "2", "3", "4", "5"], rhythm.Cells.Select(c => c.Number));
        Assert.Equal(1, rhythm.Run);
    }

    [Fact]
    public void A_new_site_has_nothing_behind_it()
    {
        var rhythm = Rhythm.Of(Fridays, [], [], 1, null, Now);

        Assert.Equal([Next, Later, Later], rhythm.Cells.Select(c => c.State));
        Assert.Equal((0, 0, null), (rhythm.Run, rhythm.Longest, rhythm.MedianDays));
    }

    private static Rhythm.Out Out(int number, int day, int month)
    {
        var at = new DateTimeOffset(2026, month, day, 8, 0, 0, TimeSpan.Zero);
        return new(number, DateOnly.FromDateTime(at.UtcDateTime), at.AddDays(-3), at);
    }
}
