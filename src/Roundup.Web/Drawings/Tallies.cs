using System.Globalization;
using System.Text;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Drawings;

/// <summary>
/// Papers a topic over time: a line for each topic, one stroke a paper, each foot an issue in its week. Drawn from numbers alone; a page that
/// shows it needs no script.
/// </summary>
/// <param name="Feet">The path of the feet, the same below every line.</param>
/// <param name="Marks">Issues' numbers, as many as there is room for.</param>
/// <param name="PapersPerStroke">More than one where an issue holds more papers on a topic than there is room for.</param>
/// <param name="Since">The first day that is shown, where earlier issues are not; null where all are.</param>
public sealed record Tallies(IReadOnlyList<Tallies.Row> Rows, string Feet, IReadOnlyList<Tallies.Mark> Marks, int PapersPerStroke, DateOnly? Since)
{
    /// <summary>In the units of the picture; its height is 22.</summary>
    public const int Width = 528;

    /// <summary>In weeks: what the picture shows at most, and the least that it is divided into.</summary>
    public const int WeeksAtMost = 52;
    private const int WeeksAtLeast = 22;

    private const double WidestGap = 3.5;
    private const double NarrowestGap = 1.2;
    private const double RoomOfMark = 22;
    private static readonly int[] Scale = [1, 2, 5, 10, 20, 50, 100, 200, 500];

    /// <summary>A published issue and its day.</summary>
    public readonly record struct Out(int Number, DateOnly Day);

    /// <summary>How many papers of an issue are about a topic.</summary>
    public sealed record Share(TopicName Topic, int Issue, int Papers);

    public sealed record Row(TopicName Topic, int Papers, string Strokes, string Label);

    /// <summary>An issue's number below its foot.</summary>
    public readonly record struct Mark(string X, int Number);

    /// <summary>The first day of the weeks that are shown.</summary>
    /// <param name="issues">At least one.</param>
    public static DateOnly Begin(IReadOnlyCollection<Out> issues)
    {
        var (first, last) = (issues.Min(i => i.Day), issues.Max(i => i.Day));
        var earliest = last.AddDays(-7 * WeeksAtMost + 1);
        return first < earliest ? earliest : first;
    }

    /// <param name="issues">At least one.</param>
    /// <param name="shares">What is about an issue that is not shown is left out.</param>
    /// <param name="most">How many topics: those with most papers.</param>
    public static Tallies Of(IReadOnlyCollection<Out> issues, IReadOnlyCollection<Share> shares, int most)
    {
        var begin = Begin(issues);
        var weeks = issues.Where(i => i.Day >= begin).ToDictionary(i => i.Number, i => (i.Day.DayNumber - begin.DayNumber) / 7);
        var step = (double)Width / Math.Max(WeeksAtLeast, weeks.Values.Max() + 1);
        var foot = step * 5 / 6;
        var lines = shares.Where(s => weeks.ContainsKey(s.Issue)).GroupBy(s => s.Topic).Select(t => (Topic: t.Key, Shares: t.ToList(), Sum: t.Sum(s => s.Papers)))
            .OrderByDescending(t => t.Sum).ThenBy(t => t.Topic.Name, StringComparer.Ordinal).Take(most).ToList();
        var tallest = lines.SelectMany(l => InWeeks(l.Shares, weeks)).Select(w => w.Papers).DefaultIfEmpty(1).Max();
        var per = Scale.FirstOrDefault(p => Strokes(tallest, p) * NarrowestGap <= foot, Scale[^1]);
        return new(
            [.. lines.Select(l => new Row(l.Topic, l.Sum, Path(InWeeks(l.Shares, weeks), step, foot, per), LabelOf(l.Topic.Name, l.Shares)))],
            string.Concat(weeks.Values.Distinct().Order().Select(w => $"M{Tenths((w * step) + ((step - foot) / 2))} 21.5h{Tenths(foot)}")),
            MarksOf(weeks, step), per, issues.Any(i => i.Day < begin) ? begin : null);
    }

    /// <summary>25 papers in 9 issues; most, 5, in issue 8.</summary>
    private static string LabelOf(string topic, List<Share> shares)
    {
        var top = shares.OrderByDescending(s => s.Papers).ThenBy(s => s.Issue).First();
        var sum = $"{topic}: {InWords.Count(shares.Sum(s => s.Papers), "paper", "papers")} in {InWords.Count(shares.Count, "issue", "issues")}";
        return shares.Count == 1 || top.Papers == 1 ? sum : $"{sum}; most, {top.Papers}, in issue {top.Issue}";
    }

    private static IEnumerable<(int Week, int Papers)> InWeeks(IEnumerable<Share> shares, Dictionary<int, int> weeks) =>
        shares.GroupBy(s => weeks[s.Issue]).OrderBy(w => w.Key).Select(w => (w.Key, w.Sum(s => s.Papers)));

    private static string Path(IEnumerable<(int Week, int Papers)> weeks, double step, double foot, int per)
    {
        var path = new StringBuilder();
        foreach (var (week, papers) in weeks)
        {
            var strokes = Strokes(papers, per);
            var gap = Math.Min(WidestGap, foot / strokes);
            var first = ((week + 0.5) * step) - ((strokes - 1) * gap / 2);
            for (var k = 0; k < strokes; k++) path.Append('M').Append(Tenths(first + (k * gap))).Append(" 2v18");
        }

        return path.ToString();
    }

    private static int Strokes(int papers, int per) => (papers + per - 1) / per;

    // The newest issue's number always stands; going back, as many as don't touch.
    private static List<Mark> MarksOf(Dictionary<int, int> weeks, double step)
    {
        var (marks, free) = (new List<Mark>(), double.PositiveInfinity);
        foreach (var (week, number) in weeks.GroupBy(w => w.Value).Select(w => (w.Key, Number: w.Min(i => i.Key))).OrderByDescending(w => w.Key))
        {
            var x = (week + 0.5) * step;
            if (x + RoomOfMark > free) continue;
            marks.Add(new(Tenths(x), number));
            free = x;
        }

        marks.Reverse();
        return marks;
    }

    internal static string Tenths(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);
}
