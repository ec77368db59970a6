using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Tests.Model;

public sealed class Scheduling_tests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-03-20T12:00:00Z");

    [Fact]
    public void An_issue_keeps_the_wall_time_that_was_set_for_it()
    {
        var issue = Draft();

        Assert.Null(issue.Schedule(new(2026, 3, 30), new(9, 0), "Europe/Berlin", "Ines Marlowe", Now));

        Assert.True(issue.IsScheduled);
        Assert.Equal(DateTimeOffset.Parse("2026-03-30T07:00:00Z"), issue.ScheduledAt);
        Assert.Equal((new DateOnly(2026, 3, 30), new TimeOnly(9, 0), "Europe/Berlin", "Ines Marlowe"), (issue.ScheduledDay, issue.ScheduledTime, issue.ScheduledZone, issue.ScheduledBy));
        Assert.Null(issue.Unschedule(Now));
        Assert.False(issue.IsScheduled);
        Assert.NotNull(issue.Unschedule(Now));
    }

    [Theory]
    [InlineData("2026-03-20", "12:59", "Day", "passed")]
    [InlineData("2026-03-29", "02:30", "Time", "There is no 02:30 on 29 March 2026")]
    [InlineData("2036-01-01", "09:00", "Day", "at most 5 years")]
    [InlineData("9999-12-31", "23:59", "Day", "at most 5 years")]
    public void A_moment_that_is_past_or_never_comes_is_refused(string day, string time, string field, string sentence)
    {
        var refusal = Draft().Schedule(DateOnly.Parse(day), TimeOnly.Parse(time), "Europe/Berlin", "", Now);

        Assert.Equal(field, refusal?.Field);
        Assert.Contains(sentence, refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_ready_goes_out_and_the_rest_rolls_over_with_its_opinion()
    {
        var (issue, next) = (Draft("One", "", "Three"), new Issue(8, Now));
        issue.Entries[1].Opine("", new Prose("Wait for it.", SafeHtml.Empty, 1), Now);
        var rolled = issue.Entries[1];

        Assert.Null(issue.PublishReady(next, e => e.Paper.Title is not "", "", Now));

        Assert.Equal(["One", "Three"], issue.Entries.Select(e => e.Paper.Title));
        Assert.Equal([0, 1], issue.Entries.Select(e => e.Position));
        Assert.Same(rolled, Assert.Single(next.Entries));
        Assert.Equal((next, 0, "Wait for it."), (rolled.Issue, rolled.Position, rolled.Opinions[0].Words.Source));
        Assert.Equal(Now, issue.PublishedAt);
    }

    [Fact]
    public void An_issue_of_which_nothing_is_ready_stays_whole()
    {
        var (issue, next) = (Draft("One", "Two"), new Issue(8, Now));

        Assert.NotNull(issue.PublishReady(next, _ => false, "", Now));

        Assert.Equal((2, 0, false), (issue.Entries.Count, next.Entries.Count, issue.IsPublished));
    }

    [Fact]
    public void A_published_issue_gives_nothing_away_and_takes_nothing()
    {
        var (issue, next) = (Draft("One", "Two"), Draft("Three"));
        Assert.Null(issue.Publish("", Now));

        Assert.NotNull(issue.RollOver(issue.Entries[0], next, Now));
        Assert.NotNull(next.RollOver(next.Entries[0], issue, Now));
        Assert.NotNull(next.RollOver(next.Entries[0], next, Now));
    }

    [Fact]
    public void A_rest_is_taken_back()
    {
        var slot = new SlotRecord(new(2026, 12, 25));
        Assert.NotNull(slot.Reopen());
        Assert.Null(slot.Decide(SlotOutcome.Skipped, null, "Ines Marlowe", Now, "Christmas"));
        Assert.False(slot.IsFree);

        Assert.Null(slot.Reopen());

        Assert.Equal((SlotOutcome.Open, "", true), (slot.Outcome, slot.Reason, slot.IsFree));
    }

    private static Issue Draft(params string[] titles)
    {
        var issue = new Issue(7, Now);
        Assert.Null(issue.Name("Seven", "", Now));
        foreach (var title in titles) issue.Add(new Paper(title, Now), Now);
        return issue;
    }
}
