using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Formats.Mail;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Web.Areas.Admin;
using Roundup.Web.Reading;
using Roundup.Web.Seen;
using State = Roundup.Web.Areas.Admin.Readiness.State;

namespace Roundup.Web.Tests.Desk;

/// <summary>What an issue lacks: the rules without a host, and one page on which all of it shows.</summary>
public sealed class ReadinessTests(DeskSite site) : IClassFixture<DeskSite>
{
    private static readonly Cadence Fridays = new(DayOfWeek.Friday, new TimeOnly(9, 0), 1, "Europe/Berlin");

    [Fact]
    public void An_empty_issue_says_what_comes_first()
    {
        var checks = Readiness.Of(new Issue(1, Scene.FirstFriday), Readiness.Around.Nothing).Checks;

        Assert.Equal([(State.Warn, "No introduction"), (State.Bad, "No paper yet"), (State.Bad, "No title")], checks.Select(c => (c.State, c.Words)));
        Assert.All(checks, c => Assert.NotEmpty(c.Places));
    }

    [Fact]
    public void A_whole_issue_has_nothing_to_mend()
    {
        var issue = Draft(Scene.Paper("One"));

        Assert.True(Readiness.Of(issue, Readiness.Around.Nothing).IsReady);
    }

    [Fact]
    public void A_dead_link_counts_until_an_editor_has_judged_it()
    {
        var paper = Scene.Paper("One");
        Scene.Insist(paper.Relink([new(LinkKind.Code, "https://example.org/code")], Scene.FirstFriday));
        var issue = Draft(Scene.Paper("Zero"), paper);
        foreach (var week in new[] { 0, 7 }) paper.NoteLink("https://example.org/code", LinkSight.Gone, new DateOnly(2026, 1, 2).AddDays(week));
        Assert.Equal("2", Assert.Single(Find(issue, "1 with a dead link").Places).Words);

        Scene.Insist(paper.JudgeLink("https://example.org/code", LinkVerdict.KeptAsGone));
        Assert.True(Readiness.Of(issue, Readiness.Around.Nothing).IsReady);
    }

    [Fact]
    public void A_paper_that_readers_had_before_counts_until_what_was_said_then_is_linked()
    {
        var issue = Draft(Scene.Paper("One"));
        SeenPlace Place(int entry, DateTimeOffset? published) => new(1, entry, new IssueName(3, "Shelf 3", ""), 0, published, "");
        Readiness.Around With(Sureness sure, SeenPlace place) => Readiness.Around.Nothing with { Seen = new Dictionary<int, Sighting> { [issue.Entries[0].Id] = new(1, "One", sure, [place], null) } };

        Assert.Equal("seen-0", Assert.Single(Find(issue, "1 seen before", With(Sureness.Id, Place(9, Scene.FirstFriday))).Places).Fragment);
        Assert.True(Readiness.Of(issue, With(Sureness.Perhaps, Place(9, Scene.FirstFriday))).IsReady);
        Assert.True(Readiness.Of(issue, With(Sureness.Id, Place(9, null))).IsReady);
        Scene.Insist(issue.Entries[0].Annotate(null, Model.Text.Prose.Empty, [new(LinkKind.Related, "https://example.org/issues/3/shelf-3#e-9")]));
        Assert.True(Readiness.Of(issue, With(Sureness.Id, Place(9, Scene.FirstFriday))).IsReady);
    }

    [Fact]
    public void Pictures_without_words_are_found_wherever_they_stand()
    {
        var issue = Draft(Scene.Paper("One"), Scene.Paper("Two"));
        issue.Entries[1].Opinions[0].Rewrite(Scene.Words("See ![](https://example.org/a.png)."), Scene.FirstFriday);
        issue.Frame(Scene.Words("![](https://example.org/b.png)"), Scene.Words("![A shelf](https://example.org/c.png)"), Scene.FirstFriday);

        Assert.Equal(["introduction", "2"], Find(issue, "Pictures without alternative text").Places.Select(p => p.Words));
    }

    [Fact]
    public void Maths_that_nobody_set_is_found_wherever_it_stands()
    {
        var title = new Paper("On $x_1 = y$", Scene.FirstFriday);
        Scene.Insist(title.Describe(new("On $x_1 = y$", default), [], Formats.PlainText.Render("Set: $x_1$."), "", "", Scene.FirstFriday));

        Assert.Equal("2", Assert.Single(Find(Draft(Scene.Paper("A price of $5"), title), "Maths left as TeX").Places).Words);
    }

    [Fact]
    public void A_mail_that_is_cut_off_is_a_warning_and_no_more()
    {
        MailParts Mail(int bytes) => new(new string('x', bytes), "", AbstractCut.Whole);
        var issue = Draft(Scene.Paper("One"));

        Assert.Equal(State.Ok, Find(issue, "Mail 62 KB of 100", Readiness.Around.Nothing with { Mail = Mail(61_001) }).State);
        var large = Find(issue, "Mail 101 KB of 100: mailboxes cut it off, though abstracts are left out", Readiness.Around.Nothing with { Mail = Mail(100_001) });
        Assert.Equal((State.Warn, "/admin/issues/1/preview?as=mail"), (large.State, large.Places[0].Path));
    }

    [Fact]
    public void Notes_lead_to_their_papers_and_those_of_the_issue_to_their_list()
    {
        var issue = Draft(Scene.Paper("One"));
        var check = Find(issue, "3 open notes of readers of the draft", Readiness.Around.Nothing with { Notes = [issue.Entries[0].Id, null, 77] });

        Assert.Equal([("1", null), ("the issue", "/admin/issues/1/notes")], check.Places.Select(p => (p.Words, p.Path)));
    }

    [Theory]
    [InlineData("2026-10-05T10:00Z", "Due Friday, 9 October 2026, 09:00 (UTC+2), Europe/Berlin")]
    [InlineData("2026-10-24T10:00Z", "Due Friday, 30 October 2026, 09:00 (UTC+1), Europe/Berlin")]
    public void The_next_slot_is_said_in_the_publication_s_own_time(string now, string words) =>
        Assert.Equal(words, SendTime.Of(Draft(), Fridays, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture))!.Words);

    [Theory]
    [InlineData("Etc/UTC", "Goes out Friday, 9 October 2026, 09:00 UTC")]
    [InlineData("Asia/Kolkata", "Goes out Friday, 9 October 2026, 09:00 (UTC+5:30), Asia/Kolkata")]
    [InlineData("America/St_Johns", "Goes out Friday, 9 October 2026, 09:00 (UTC−2:30), America/St Johns")]
    public void Where_what_is_ready_goes_out_by_itself_it_is_said_to_go(string zone, string words) =>
        Assert.Equal(words, SendTime.Of(Draft(), Fridays with { Zone = zone, Rule = SlotRule.PublishReady }, new(2026, 10, 5, 10, 0, 0, TimeSpan.Zero))!.Words);

    [Fact]
    public async Task The_pane_shows_all_of_it_with_as_many_questions_for_two_papers_as_for_twelve()
    {
        await site.WithDbAsync(db => db.SetUpAsync());
        await site.WithDbAsync(db => db.PublishAsync(1, "Before", Scene.Paper("Seen", "2301.00001")));
        await site.WithDbAsync(async db => await db.DraftAsync(2, "Now", [await db.Papers.OrderBy(p => p.Id).FirstAsync(), Scene.Paper("New")]));
        await site.DraftAsync(3, [.. Enumerable.Range(1, 12).Select(n => $"Paper {n}")]);
        using var editor = await site.SeatAsync(Role.Editor);

        async Task<int> CountAsync(int number)
        {
            site.Sql.Clear();
            await editor.ReadAsync($"/admin/issues/{number}/edit");
            return site.Sql.Commands.Count;
        }

        await CountAsync(2);
        var two = await CountAsync(2);
        var ready = (await editor.ReadAsync("/admin/issues/2/edit")).QuerySelector("#ready")!;

        Assert.InRange(await CountAsync(3), 1, two);
        var lines = ready.QuerySelectorAll(".checks li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains("1 seen before: 1", lines);
        Assert.Contains(lines, l => l.StartsWith("Due Friday, 20 November 2026, 09:00 (UTC+1), Europe/Berlin", StringComparison.Ordinal) || l.StartsWith("Due Friday, 27 November 2026, 09:00 (UTC+1), Europe/Berlin", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Mail ", StringComparison.Ordinal) && l.Contains(" KB of 100", StringComparison.Ordinal));
    }

    private static Readiness.Check Find(Issue issue, string words, Readiness.Around? around = null) =>
        Assert.Single(Readiness.Of(issue, around ?? Readiness.Around.Nothing).Checks, c => c.Words == words);

    private static Issue Draft(params Paper[] papers)
    {
        var issue = new Issue(1, Scene.FirstFriday);
        Scene.Insist(issue.Name("Shelf 1", "", Scene.FirstFriday));
        issue.Frame(Scene.Words("What this shelf holds."), Scene.Words("That is it."), Scene.FirstFriday);
        foreach (var paper in papers) issue.Add(paper, Scene.FirstFriday).Opine("", Scene.Words("Read it."), Scene.FirstFriday);
        return issue;
    }
}
