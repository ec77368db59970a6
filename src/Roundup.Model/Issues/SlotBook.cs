namespace Roundup.Model.Issues;

/// <summary>What was decided about slots so far, and which ones come: the dates of a cadence with what became of them.</summary>
/// <param name="records">At least those of the last and all coming slots.</param>
/// <param name="scheduled">Dates that drafts with a moment of their own stand for.</param>
public sealed class SlotBook(Cadence cadence, IEnumerable<SlotRecord> records, IEnumerable<DateOnly> scheduled)
{
    private readonly Dictionary<DateOnly, SlotRecord> _records = records.ToDictionary(r => r.Day);
    private readonly HashSet<DateOnly> _scheduled = [.. scheduled];

    public Cadence Cadence => cadence;

    public SlotCalendar Calendar { get; } = new(cadence);

    public SlotRecord? this[DateOnly day] => _records.GetValueOrDefault(day);

    /// <summary>Slots after an instant that drafts get one after another: neither rested, nor taken, nor decided about.</summary>
    public IEnumerable<SlotTime> Coming(DateTimeOffset now) => Calendar.After(now).Where(s => !_scheduled.Contains(s.Day) && this[s.Day] is null or { Outcome: SlotOutcome.Open });

    public SlotTime Next(DateTimeOffset now) => Coming(now).First();

    /// <summary>The slot of an issue that goes out at an instant: the last one, if it stands empty and is nearer than the next; else the next.</summary>
    public SlotTime For(DateTimeOffset at) => Last(at) is { } last && this[last.Day] is { IsFree: true } ? last : Next(at);

    /// <summary>The coming slot that an issue with a moment of its own stands for: the nearest; null where none is near.</summary>
    public DateOnly? Near(DateTimeOffset at, DateTimeOffset now)
    {
        var near = Coming(now).TakeWhile(s => s.At <= at + Step).OrderBy(s => (s.At - at).Duration()).FirstOrDefault();
        return near != default && (near.At - at).Duration() < Step ? near.Day : null;
    }

    private TimeSpan Step => TimeSpan.FromDays(7 * cadence.EveryWeeks);

    /// <summary>The last slot, where it was left to the editors and no issue went out for it; null once the next one is nearer.</summary>
    public SlotRecord? LeftOpen(DateTimeOffset now) => Last(now) is { } last && this[last.Day] is { Outcome: SlotOutcome.Held or SlotOutcome.Asked } left ? left : null;

    private SlotTime? Last(DateTimeOffset at)
    {
        var last = Calendar.Before(at, Calendar.DayOf(at).AddDays(-7 * cadence.EveryWeeks - 1)).FirstOrDefault();
        return last != default && at - last.At <= Next(at).At - at ? last : null;
    }
}
