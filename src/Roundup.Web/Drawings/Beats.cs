using System.Text;
using Roundup.Web.Site;

namespace Roundup.Web.Drawings;

/// <summary>The cadence as it was kept: a field for each slot, filled where an issue came out, open where none did, crossed by a line for a planned break.</summary>
/// <param name="Filled">The path of the fields with an issue.</param>
/// <param name="Open">The path of those without.</param>
/// <param name="Rests">The path of planned breaks.</param>
public sealed record Beats(string Filled, string Open, string Rests, int Kept, int Slots, string Label)
{
    private const int FieldsAtLeast = 22;

    /// <param name="issues">At least one. The fields end with the newest.</param>
    /// <param name="everyWeeks">How many weeks a slot takes.</param>
    /// <param name="rests">Days of slots that the editors left out on purpose.</param>
    public static Beats Of(IReadOnlyCollection<Tallies.Out> issues, int everyWeeks, IReadOnlyCollection<DateOnly> rests)
    {
        var (begin, last) = (Tallies.Begin(issues), issues.Max(i => i.Day));
        var days = 7 * everyWeeks;
        int Back(DateOnly day) => (last.DayNumber - day.DayNumber + (days / 2)) / days;

        var slots = Back(begin) + 1;
        var kept = issues.Where(i => i.Day >= begin).Select(i => Back(i.Day)).ToHashSet();
        var left = rests.Where(r => r >= begin && r <= last).Select(Back).Where(r => r < slots && !kept.Contains(r)).ToHashSet();
        var step = (double)Tallies.Width / Math.Max(FieldsAtLeast, slots);
        var (filled, open, quiet) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var back = slots - 1; back >= 0; back--)
        {
            var x = ((slots - 1 - back) * step) + (step / 12);
            if (left.Contains(back)) quiet.Append('M').Append(Tallies.Tenths(x)).Append(" 11h").Append(Tallies.Tenths(step * 5 / 6));
            else (kept.Contains(back) ? filled : open).Append(Field(x, step * 5 / 6));
        }

        return new(filled.ToString(), open.ToString(), quiet.ToString(), kept.Count, slots, LabelOf(kept.Count, slots, left.Count, everyWeeks));
    }

    private static string Field(double x, double width) => $"M{Tallies.Tenths(x)} 5h{Tallies.Tenths(width)}v12h-{Tallies.Tenths(width)}z";

    private static string LabelOf(int kept, int slots, int rests, int everyWeeks)
    {
        var span = everyWeeks == 1 ? InWords.Count(slots, "week", "weeks") : $"{InWords.Count(slots, "slot", "slots")} of {InWords.Number(everyWeeks)} weeks";
        return $"An issue in {kept} of {span}{(rests > 0 ? $", {InWords.Count(rests, "planned break", "planned breaks")}" : "")}";
    }
}
