using Roundup.Model.Issues;

namespace Roundup.Model.Papers;

/// <summary>
/// When covered papers are looked at again: at night, where the publication is. The papers are spread over the quarters of four hours by their
/// ids, so that no source is asked for all of them at once, and yet those of one quarter go in one request.
/// </summary>
public static class Rounds
{
    private static readonly TimeOnly Begin = new(1, 0);
    private const int Quarters = 16;
    private const int Days = 7;

    /// <summary>The first of the paper's nightly quarters after an instant, between 01:00 and 05:00.</summary>
    /// <param name="zone">An IANA time zone that the system knows, see <see cref="Cadence.Check"/>.</param>
    public static DateTimeOffset NextNight(int paper, string zone, DateTimeOffset after) =>
        Enumerable.Range(0, Days).Min(day => Slot(paper, (DayOfWeek)day, zone).NextAfter(after));

    /// <summary>The same on the paper's own day of the week.</summary>
    /// <param name="zone">As in <see cref="NextNight"/>.</param>
    public static DateTimeOffset NextWeek(int paper, string zone, DateTimeOffset after) =>
        Slot(paper, (DayOfWeek)(paper / Quarters % Days), zone).NextAfter(after);

    private static Cadence Slot(int paper, DayOfWeek day, string zone) => new(day, Begin.AddMinutes(15 * (paper % Quarters)), 1, zone);
}
