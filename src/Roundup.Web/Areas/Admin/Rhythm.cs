using System.Globalization;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin;

/// <summary>The slots around now, and what became of those that have passed.</summary>
/// <param name="Run">Slots in a row that an issue went out for, up to now; a rest neither counts nor ends it.</param>
/// <param name="MedianDays">From an issue's beginning to its publication, of the latest ones; null where none was made here.</param>
public sealed record Rhythm(IReadOnlyList<Rhythm.Cell> Cells, int Run, int Longest, int? MedianDays)
{
    private const int PastAtMost = 20;
    private const int Ahead = 3;

    /// <summary>How many issues the median is made of.</summary>
    private const int Latest = 12;

    public enum State
    {
        Done,
        Missed,
        Rest,

        /// <summary>It has passed, and its issue is still awaited.</summary>
        Held,
        Next,
        Later,
    }

    /// <param name="Number">Of its issue; empty for none.</param>
    public sealed record Cell(DateOnly Day, State State, string Number)
    {
        public string Words => State switch
        {
            State.Done => $"issue {Number} published",
            State.Rest => "planned break",
            State.Held => $"issue {Number} is held",
            State.Next => $"next, issue {Number}",
            State.Later => $"planned, issue {Number}",
            _ => "no issue",
        };
    }

    /// <summary>A published issue.</summary>
    public sealed record Out(int Number, DateOnly? SlotDay, DateTimeOffset CreatedAt, DateTimeOffset PublishedAt);

    /// <param name="issues">All that are published.</param>
    /// <param name="records">What was decided about slots.</param>
    /// <param name="next">The number of the draft that is made now.</param>
    /// <param name="held">The slot that it still stands for, though it has passed; null where it stands for the next one.</param>
    public static Rhythm Of(Cadence cadence, IReadOnlyList<Out> issues, IReadOnlyList<SlotRecord> records, int next, DateOnly? held, DateTimeOffset now)
    {
        var calendar = new SlotCalendar(cadence);
        var begin = issues.Select(i => i.SlotDay ?? calendar.DayOf(i.PublishedAt)).Append(calendar.DayOf(now)).Min().AddDays(-(7 * cadence.EveryWeeks / 2));
        var past = calendar.Before(now, begin).Select(s => s.Day).Reverse().ToList();
        var coming = calendar.After(now).Take(Ahead + records.Count(r => r.Outcome is SlotOutcome.Skipped && r.Day >= calendar.DayOf(now))).Select(s => s.Day).ToList();
        var numbers = Assign([.. past, .. coming], issues.Select(i => (i.SlotDay ?? calendar.DayOf(i.PublishedAt), i.Number)), 7 * cadence.EveryWeeks);
        var rests = records.Where(r => r.Outcome is SlotOutcome.Skipped).Select(r => r.Day).ToHashSet();
        // Slots before the first issue are nobody's omission.
        var done = past.SkipWhile(d => !numbers.ContainsKey(d) && !rests.Contains(d) && !records.Any(r => r.Day == d)).Select(d => Past(d, d == held, numbers, rests, next)).ToList();
        var cells = done.TakeLast(PastAtMost).Concat(Coming(coming, numbers, rests, held is null ? next : next + 1)).ToList();
        var kept = done.Concat(cells.Where(c => coming.Contains(c.Day) && c.State is State.Done)).ToList();
        return new(cells, RunOf(kept.AsEnumerable().Reverse()), LongestOf(kept), Median(issues));
    }

    private static Cell Past(DateOnly day, bool isHeld, Dictionary<DateOnly, string> numbers, HashSet<DateOnly> rests, int next)
    {
        if (numbers.TryGetValue(day, out var number)) return new(day, State.Done, number);
        if (rests.Contains(day)) return new(day, State.Rest, "");

        return isHeld ? new(day, State.Held, Figure(next)) : new(day, State.Missed, "");
    }

    private static IEnumerable<Cell> Coming(List<DateOnly> days, Dictionary<DateOnly, string> numbers, HashSet<DateOnly> rests, int next)
    {
        var planned = 0;
        foreach (var day in days)
        {
            if (numbers.TryGetValue(day, out var number)) yield return new(day, State.Done, number);
            else if (rests.Contains(day)) yield return new(day, State.Rest, "");
            else yield return new(day, planned == 0 ? State.Next : State.Later, Figure(next + planned++));
        }
    }

    /// <summary>Each issue at its slot; one from before there was a cadence, or under another one, at the nearest.</summary>
    private static Dictionary<DateOnly, string> Assign(List<DateOnly> slots, IEnumerable<(DateOnly Day, int Number)> issues, int step)
    {
        var found = new Dictionary<DateOnly, List<int>>();
        foreach (var (day, number) in issues.OrderBy(i => i.Number))
        {
            if (slots is []) continue;
            var at = slots.BinarySearch(day);
            var near = at >= 0 ? day : Nearest(slots, ~at, day);
            if (Math.Abs(near.DayNumber - day.DayNumber) > step) continue;
            if (!found.TryGetValue(near, out var there)) found[near] = there = [];
            there.Add(number);
        }

        return found.ToDictionary(f => f.Key, f => f.Value is [var only] ? Figure(only) : $"{Figure(f.Value[0])}–{Figure(f.Value[^1])}");
    }

    private static DateOnly Nearest(List<DateOnly> slots, int after, DateOnly day)
    {
        if (after == 0) return slots[0];
        if (after == slots.Count) return slots[^1];

        return day.DayNumber - slots[after - 1].DayNumber <= slots[after].DayNumber - day.DayNumber ? slots[after - 1] : slots[after];
    }

    private static int RunOf(IEnumerable<Cell> latestFirst) =>
        latestFirst.Where(c => c.State is not (State.Rest or State.Held)).TakeWhile(c => c.State is State.Done).Count();

    private static int LongestOf(IEnumerable<Cell> cells)
    {
        var (run, longest) = (0, 0);
        foreach (var cell in cells.Where(c => c.State is not (State.Rest or State.Held)))
            longest = Math.Max(longest, run = cell.State is State.Done ? run + 1 : 0);
        return longest;
    }

    private static int? Median(IEnumerable<Out> issues)
    {
        var days = issues.Where(i => i.PublishedAt > i.CreatedAt).OrderByDescending(i => i.Number).Take(Latest).Select(i => (i.PublishedAt - i.CreatedAt).TotalDays).Order().ToList();
        return days is [] ? null : (int)Math.Round((days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2, MidpointRounding.AwayFromZero);
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
