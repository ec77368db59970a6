using System.Net;
using Roundup.Data.People;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Desk;

public sealed class EntryTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task A_card_works_by_hand()
    {
        await site.DraftAsync(1);
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/1/entries/new", "main form",
            ("Paper.Title", "A paper that nobody hosts"), ("Paper.Authors", "Ada One\nBo Two\n"), ("Paper.Abstract", "We did it."), ("Paper.Link", "https://example.org/paper"),
            ("Paper.Links", "code https://github.com/a/b\ndata: https://example.org/data The data\nhttps://example.org/project"),
            ("Placed.Section", "By hand"), ("Placed.Text", "Some *text*."), ("Placed.Links", "https://example.org/more Read more"));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var entry = Assert.Single((await site.IssueAsync(1)).Entries);
        Assert.Equal(["Ada One", "Bo Two"], entry.Paper.Authors);
        Assert.Equal([new(LinkKind.Code, "https://github.com/a/b"), new(LinkKind.Data, "https://example.org/data", "The data"), new(LinkKind.Project, "https://example.org/project")], entry.Paper.Links);
        Assert.Equal([new PaperLink(LinkKind.Related, "https://example.org/more", "Read more")], entry.Links);
        Assert.Equal(("By hand", "Some *text*.", "We did it."), (entry.Section, entry.Text.Source, entry.Paper.Abstract.Source));
    }

    [Theory]
    [InlineData("Paper.Title", "", "A paper needs a title.")]
    [InlineData("Paper.Link", "javascript:alert(1)", "A link starts with http:// or https://.")]
    [InlineData("Paper.Links", "code javascript:alert(1)", "is not a web address")]
    [InlineData("Placed.Links", "nothing", "is not a web address")]
    public async Task A_card_that_is_refused_keeps_what_was_typed(string field, string typed, string sentence)
    {
        var number = 100 + Math.Abs($"{field}{typed}".GetHashCode(StringComparison.Ordinal) % 100_000);
        var issue = await site.DraftAsync(number, "Kept as it was");
        var path = $"/admin/issues/{number}/entries/{issue.Entries[0].Id}/edit";
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync(path, "#card", (field, typed), ("Placed.Text", "Typed at length."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        var id = field.Replace('.', '-').ToLowerInvariant();
        Assert.Contains(sentence, page.QuerySelector($"#{id}-said")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Typed at length.", page.QuerySelector("#placed-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Kept as it was", (await site.IssueAsync(number)).Entries[0].Paper.Title);
    }

    [Fact]
    public async Task A_card_that_is_saved_as_it_was_shown_is_unchanged()
    {
        var issue = await site.DraftAsync(2, "One");
        using var editor = await site.SeatAsync(Role.Editor);
        using var reply = await editor.SendAsync($"/admin/issues/2/entries/{issue.Entries[0].Id}/edit", "#card");

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var (before, after) = (issue.Entries[0].Paper, (await site.IssueAsync(2)).Entries[0].Paper);
        Assert.Equal(before.Title, after.Title);
        Assert.Equal(before.Authors, after.Authors);
        Assert.Equal(before.Abstract, after.Abstract);
    }

    [Fact]
    public async Task Two_tabs_on_one_card_see_each_other()
    {
        var issue = await site.DraftAsync(3, "One");
        var path = $"/admin/issues/3/entries/{issue.Entries[0].Id}/edit";
        using var editor = await site.SeatAsync(Role.Editor);
        var old = await editor.ReadAsync(path);
        using var first = await editor.SendAsync(path, "#card", ("Paper.Title", "By the first"));

        using var second = await editor.SendAsync(old, path, "#card", ("Paper.Title", "By the second"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var both = await Site.ParseAsync(second);
        Assert.Contains("By the second", both.QuerySelector("#paper-title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("By the first", both.QuerySelector("#t-paper-title")!.TextContent, StringComparison.Ordinal);
        using var again = await editor.SendAsync(both, path, "#card");
        Assert.Equal("By the second", (await site.IssueAsync(3)).Entries[0].Paper.Title);
    }

    [Fact]
    public async Task Papers_move_by_buttons_and_to_a_place()
    {
        var issue = await site.DraftAsync(4, "One", "Two", "Three");
        var (one, three) = (issue.Entries[0].Id, issue.Entries[2].Id);
        using var editor = await site.SeatAsync(Role.Editor);

        using var down = await editor.SendAsync("/admin/issues/4/edit", $"#m-{one} .move", ("Input.Way", "down"));
        Assert.Equal(["Two", "One", "Three"], await TitlesAsync(4));
        using var up = await editor.SendAsync("/admin/issues/4/edit", $"#m-{three} .move", ("Input.Way", "up"));
        Assert.Equal(["Two", "Three", "One"], await TitlesAsync(4));
        using var to = await editor.SendAsync($"/admin/issues/4/entries/{one}/move", "main form", ("Input.Place", "1"));
        Assert.Equal(["One", "Two", "Three"], await TitlesAsync(4));
        using var past = await editor.SendAsync("/admin/issues/4/edit", $"#m-{one} .move", ("Input.Way", "up"));
        Assert.Equal(["One", "Two", "Three"], await TitlesAsync(4));
    }

    [Fact]
    public async Task What_was_removed_comes_back_whole()
    {
        var issue = await site.DraftAsync(5, "One", "Two", "Three");
        var two = issue.Entries[1];
        using var editor = await site.SeatAsync(Role.Editor);
        using var opined = await editor.SendAsync("/admin/issues/5/edit", $"#f-o-{two.Id}", ("Input.Words", "\n  Said with care.\n\nTwice. <b>&amp;</b>"));
        using var placed = await editor.SendAsync($"/admin/issues/5/entries/{two.Id}/edit", "#card", ("Placed.Text", "Beside."), ("Placed.Section", "Part two"), ("Placed.Links", "https://example.org/x More"));
        var before = (await site.IssueAsync(5)).Entries[1];

        using var removed = await editor.SendAsync("/admin/issues/5/edit", $"#m-{two.Id} form[action$=remove]");
        var page = await Site.ParseAsync(removed);
        Assert.Contains("Removed “Two”", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["One", "Three"], await TitlesAsync(5));

        using var undone = await editor.SendAsync(page, "", "form[action$=restore]");
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal(["One", "Two", "Three"], await TitlesAsync(5));
        var after = (await site.IssueAsync(5)).Entries[1];
        Assert.Equal((before.Section, before.Text, before.Opinions[0].Words), (after.Section, after.Text, after.Opinions[0].Words));
        Assert.Equal(before.Links, after.Links);
    }

    [Fact]
    public async Task A_paper_comes_back_once()
    {
        var issue = await site.DraftAsync(6, "One", "Two");
        using var editor = await site.SeatAsync(Role.Editor);
        using var removed = await editor.SendAsync("/admin/issues/6/edit", $"#m-{issue.Entries[0].Id} form[action$=remove]");
        var page = await Site.ParseAsync(removed);

        using var first = await editor.SendAsync(page, "", "form[action$=restore]");
        using var second = await editor.SendAsync(page, "", "form[action$=restore]");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Equal(["One", "Two"], await TitlesAsync(6));
    }

    private async Task<IEnumerable<string>> TitlesAsync(int number) => (await site.IssueAsync(number)).Entries.OrderBy(e => e.Position).Select(e => e.Paper.Title);
}
