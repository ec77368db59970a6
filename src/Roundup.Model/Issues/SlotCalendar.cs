namespace Roundup.Model.Issues;

/// <param name="Day">The date in the zone of the cadence.</param>
/// <param name="At">The instant.</param>
public readonly record struct SlotTime(DateOnly Day, DateTimeOffset At);

/// <summary>The slots of a cadence. It has no clock: the caller says from when it looks.</summary>
/// <param name="without">Dates whose slot is left out: those that the editors rest.</param>
public sealed class SlotCalendar(Cadence cadence, IReadOnlySet<DateOnly>? without = null)
{
    /// <summary>Counted from where a cadence names no first week: a Monday.</summary>
    private static readonly DateOnly Epoch = new(2001, 1, 1);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(cadence.Zone);
    private readonly int _step = 7 * cadence.EveryWeeks;
    private readonly DateOnly _first = FirstOn(cadence.Since ?? Epoch, cadence.Day);

    public TimeZoneInfo Zone => _zone;

    /// <summary>The instant that a date's slot has, or would have.</summary>
    public DateTimeOffset InstantOf(DateOnly day) => WallTime.At(day, cadence.Time, _zone);

    public DateOnly DayOf(DateTimeOffset instant) => WallTime.DayOf(instant, _zone);

    /// <summary>Whether a date has a slot, left out or not.</summary>
    public bool Has(DateOnly day) => Offset(day) == 0;

    /// <summary>Slots after an instant, the soonest first, without end.</summary>
    public IEnumerable<SlotTime> After(DateTimeOffset instant)
    {
        // A day early: a wall time that a clock change skips can land on the next day.
        var today = DayOf(instant).AddDays(-1);
        for (var day = today.AddDays((_step - Offset(today)) % _step); ; day = day.AddDays(_step))
            if (IsKept(day) && InstantOf(day) is var at && at > instant) yield return new(day, at);
    }

    /// <summary>Slots at an instant or before it, the latest first, down to a date.</summary>
    public IEnumerable<SlotTime> Before(DateTimeOffset instant, DateOnly downTo)
    {
        var today = DayOf(instant);
        for (var day = today.AddDays(-Offset(today)); day >= downTo; day = day.AddDays(-_step))
            if (IsKept(day) && InstantOf(day) is var at && at <= instant) yield return new(day, at);
    }

    /// <summary>Slots from an instant on and before another, in order.</summary>
    public IEnumerable<SlotTime> Between(DateTimeOffset from, DateTimeOffset until) => After(from.AddTicks(-1)).TakeWhile(slot => slot.At < until);

    public SlotTime NextAfter(DateTimeOffset instant) => After(instant).First();

    private bool IsKept(DateOnly day) => without?.Contains(day) is not true;

    /// <summary>How many days lie between the last slot's date and this one.</summary>
    private int Offset(DateOnly day) => (((day.DayNumber - _first.DayNumber) % _step) + _step) % _step;

    private static DateOnly FirstOn(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);
}
