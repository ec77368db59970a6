using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Tests.Model;

public sealed class Issue_tests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_issue_without_a_title_is_not_published()
    {
        var issue = new Issue(1, Now);
        issue.Add(new Paper("A", Now), Now);

        Assert.Equal("Title", issue.Publish("Ann", Now)?.Field);
        Assert.False(issue.IsPublished);
    }

    [Fact]
    public void An_issue_without_papers_is_not_published()
    {
        var issue = new Issue(1, Now);
        issue.Name("One", "", Now);

        Assert.NotNull(issue.Publish("Ann", Now));
    }

    [Fact]
    public void An_issue_is_published_once()
    {
        var issue = Published();

        Assert.NotNull(issue.Publish("Bob", Now.AddDays(1)));
        Assert.Equal((Now, "Ann"), (issue.PublishedAt, issue.PublishedBy));
    }

    [Fact]
    public void What_changes_after_publication_is_dated()
    {
        var issue = Published();
        Assert.Null(issue.CorrectedAt);

        issue.Change(Now.AddDays(1), out var copy);
        copy!.Name("One, mended", "", Now.AddDays(1));
        Assert.Null(issue.CorrectedAt);
        Assert.Null(issue.Correct(copy, "", "Ann", Now.AddDays(2)));

        Assert.Equal(("One, mended", Now.AddDays(2)), (issue.Title, issue.CorrectedAt));
    }

    [Fact]
    public void A_changed_opinion_of_a_published_issue_is_dated_too()
    {
        var issue = Published();

        issue.NoteChange(Now.AddDays(3));

        Assert.Equal(Now.AddDays(3), issue.CorrectedAt);
    }

    [Fact]
    public void A_published_issue_keeps_its_number_its_title_and_its_last_paper()
    {
        var issue = Published();

        Assert.NotNull(issue.Renumber(9, Now));
        Assert.NotNull(issue.Name(" ", "", Now));
        Assert.NotNull(issue.Remove(issue.Entries[0], Now));
        Assert.NotNull(issue.Discard());
        Assert.Equal((1, "One", 1), (issue.Number, issue.Title, issue.Entries.Count));
    }

    [Theory, InlineData(0, "CAB"), InlineData(1, "ACB"), InlineData(-5, "CAB"), InlineData(99, "ABC")]
    public void A_paper_moves_to_a_place_and_the_others_close_up(int place, string order)
    {
        var issue = new Issue(1, Now);
        foreach (var title in new[] { "A", "B", "C" }) issue.Add(new Paper(title, Now), Now);

        Assert.Null(issue.Move(issue.Entries[2], place, Now));

        Assert.Equal(order, string.Concat(issue.Entries.Select(e => e.Paper.Title)));
        Assert.Equal([0, 1, 2], issue.Entries.Select(e => e.Position));
    }

    [Fact]
    public void A_paper_joins_the_section_of_the_one_before_it()
    {
        var issue = new Issue(1, Now);
        issue.Add(new Paper("A", Now), Now, "Highlights");

        Assert.Equal("Highlights", issue.Add(new Paper("B", Now), Now).Section);
        Assert.Null(issue.Add(new Paper("C", Now), Now, "").Section);
    }

    private static Issue Published()
    {
        var issue = new Issue(1, Now);
        issue.Name("One", "", Now);
        issue.Add(new Paper("A", Now), Now);
        Assert.Null(issue.Publish("Ann", Now));
        return issue;
    }
}
