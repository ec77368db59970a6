using Roundup.Web.Drawings;
using Roundup.Web.Reading;

namespace Roundup.Web.Tests.Public;

public sealed class TallyTests
{
    private static readonly DateOnly First = new(2022, 9, 10);
    private static readonly TopicName Editing = new("Model editing", "model-editing");
    private static readonly TopicName Vision = new("Vision", "vision");

    private static Tallies.Out[] Weekly(int issues) => [.. Enumerable.Range(0, issues).Select(n => new Tallies.Out(n + 1, First.AddDays(7 * n)))];

    private static int Strokes(string path) => path.Count(c => c == 'M');

    [Fact]
    public void One_stroke_is_one_paper_in_the_middle_of_its_week()
    {
        var tallies = Tallies.Of(Weekly(3), [new(Editing, 1, 1), new(Editing, 3, 3)], 8);

        var row = Assert.Single(tallies.Rows);
        Assert.Equal("M12 2v18M56.5 2v18M60 2v18M63.5 2v18", row.Strokes);
        Assert.Equal("M2 21.5h20M26 21.5h20M50 21.5h20", tallies.Feet);
        Assert.Equal(["12", "36", "60"], tallies.Marks.Select(m => m.X));
        Assert.Equal("Model editing: 4 papers in 2 issues; most, 3, in issue 3", row.Label);
        Assert.Equal((1, null), (tallies.PapersPerStroke, tallies.Since));
    }

    [Fact]
    public void Topics_with_most_papers_come_first_and_no_more_than_are_asked_for()
    {
        var tallies = Tallies.Of(Weekly(1), [new(Editing, 1, 1), new(Vision, 1, 2), new(new("Art", "art"), 1, 1)], 2);

        Assert.Equal(["Vision", "Art"], tallies.Rows.Select(r => r.Topic.Name));
        Assert.Equal("Art: 1 paper in 1 issue", tallies.Rows[1].Label);
    }

    [Fact]
    public void A_long_archive_is_shown_by_its_last_year_and_stays_small()
    {
        var issues = Weekly(500);
        var tallies = Tallies.Of(issues, [.. issues.SelectMany(i => Enumerable.Range(0, 20).Select(t => new Tallies.Share(new($"Topic {t}", $"t-{t}"), i.Number, 40)))], 8);

        Assert.Equal(First.AddDays((7 * 499) - 363), tallies.Since);
        Assert.Equal(8, tallies.Rows.Count);
        Assert.Equal(52, Strokes(tallies.Feet));
        Assert.True(tallies.PapersPerStroke > 1);
        Assert.All(tallies.Rows, row => Assert.InRange(row.Strokes.Length, 1, 6000));
        Assert.Equal(500, tallies.Marks[^1].Number);
        Assert.InRange(tallies.Marks.Count, 10, 33);
    }

    [Fact]
    public void No_stroke_leaves_its_week()
    {
        var tallies = Tallies.Of(Weekly(52), [new(Editing, 52, 1000)], 8);

        var places = tallies.Rows[0].Strokes.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(s => double.Parse(s.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(places.Min(), 528.0 * 51 / 52, 528);
        Assert.InRange(places.Max(), 528.0 * 51 / 52, 528);
    }

    [Fact]
    public void Two_issues_of_a_week_share_a_foot()
    {
        var tallies = Tallies.Of([new(1, First), new(2, First.AddDays(2))], [new(Editing, 1, 1), new(Editing, 2, 1)], 8);

        Assert.Equal(1, Strokes(tallies.Feet));
        Assert.Equal(2, Strokes(tallies.Rows[0].Strokes));
        Assert.Equal([1], tallies.Marks.Select(m => m.Number));
    }

    [Fact]
    public void The_cadence_shows_what_was_kept_missed_and_planned()
    {
        var beats = Beats.Of([new(1, First), new(2, First.AddDays(7)), new(3, First.AddDays(28))], 1, [First.AddDays(14)]);

        Assert.Equal((3, 5), (beats.Kept, beats.Slots));
        Assert.Equal((3, 1, 1), (Strokes(beats.Filled), Strokes(beats.Open), Strokes(beats.Rests)));
        Assert.Equal("An issue in 3 of 5 weeks, 1 planned break", beats.Label);
        Assert.StartsWith("M2 5h20v12h-20z", beats.Filled);
    }

    [Fact]
    public void A_cadence_of_two_weeks_has_a_field_for_two()
    {
        var beats = Beats.Of([new(1, First), new(2, First.AddDays(15)), new(3, First.AddDays(28))], 2, []);

        Assert.Equal((3, 3), (beats.Kept, beats.Slots));
        Assert.Equal("An issue in 3 of 3 slots of two weeks", beats.Label);
    }

    [Fact]
    public void What_an_issue_covers_is_drawn_and_said()
    {
        var covers = CoversView.Of(1, [new(Vision, 1, 1), new(Editing, 1, 2), new(Vision, 2, 9)])!;

        Assert.Equal("M2 1v10M6 1v10M18 1v10", covers.Strokes);
        Assert.Equal(20, covers.Width);
        Assert.Equal("Issue 1 covers Model editing (2 papers) and Vision (1 paper)", covers.Label);
        Assert.Null(CoversView.Of(3, [new(Vision, 1, 1)]));
    }
}
