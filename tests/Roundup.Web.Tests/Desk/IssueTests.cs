using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;

namespace Roundup.Web.Tests.Desk;

public sealed class IssueTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task An_empty_issue_gets_the_next_number()
    {
        await site.DraftAsync(40, "One");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/new", "main form");

        Assert.Equal("/admin/issues/41/edit", reply.Headers.Location?.ToString());
        await site.WithDbAsync(db => db.Issues.Where(i => i.Number == 41).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task An_issue_that_is_not_there_is_not_found()
    {
        using var editor = await site.SeatAsync(Role.Editor);
        foreach (var path in (string[])["/admin/issues/999/edit", "/admin/issues/999/preview", "/admin/issues/999/publish", "/admin/issues/999/entries/1/edit", "/admin/issues/999"])
        {
            using var reply = await editor.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        }
    }

    [Fact]
    public async Task Its_own_words_are_saved()
    {
        await site.DraftAsync(2, "One");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/2/edit", "#words",
            ("Input.Title", "Slow shelf"), ("Input.Theme", "On being slow"), ("Input.Introduction", "We *wait*."), ("Input.Closing", "Bye."), ("Input.Number", "20"));

        Assert.Equal("/admin/issues/20/edit", reply.Headers.Location?.ToString());
        var issue = await site.IssueAsync(20);
        Assert.Equal(("Slow shelf", "On being slow", "We *wait*.", "Bye."), (issue.Title, issue.Theme, issue.Introduction.Source, issue.Closing.Source));
        Assert.Contains("<em>wait</em>", issue.Introduction.Html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed()
    {
        await site.DraftAsync(3, "One");
        await site.DraftAsync(4, "Two");
        using var editor = await site.SeatAsync(Role.Editor);

        using var taken = await editor.SendAsync("/admin/issues/3/edit", "#words", ("Input.Number", "4"), ("Input.Introduction", "Typed at length."));
        using var long_ = await editor.SendAsync("/admin/issues/3/edit", "#words", ("Input.Title", new string('x', 301)), ("Input.Introduction", "Typed at length."));
        using var odd = await editor.SendAsync("/admin/issues/3/edit", "#words", ("Input.Number", "soon"), ("Input.Introduction", "Typed at length."));

        foreach (var reply in (HttpResponseMessage[])[taken, long_, odd])
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
            var page = await Site.ParseAsync(reply);
            Assert.NotEqual("", page.QuerySelector("#words-said")!.TextContent.Trim());
            Assert.Contains("Typed at length.", page.QuerySelector("#introduction")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("soon", (await Site.ParseAsync(odd)).QuerySelector("#number")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Equal("", (await site.IssueAsync(3)).Introduction.Source);
    }

    [Fact]
    public async Task Two_tabs_never_overwrite_each_other_silently()
    {
        await site.DraftAsync(5, "One");
        using var editor = await site.SeatAsync(Role.Editor);
        var old = await editor.ReadAsync("/admin/issues/5/edit");
        using var first = await editor.SendAsync("/admin/issues/5/edit", "#words", ("Input.Introduction", "The first tab."));

        using var second = await editor.SendAsync(old, "/admin/issues/5/edit", "#words", ("Input.Introduction", "The second tab."));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var both = await Site.ParseAsync(second);
        Assert.Contains("The second tab.", both.QuerySelector("#introduction")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The first tab.", both.QuerySelector("#t-introduction")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The first tab.", (await site.IssueAsync(5)).Introduction.Source);

        using var again = await editor.SendAsync(both, "/admin/issues/5/edit", "#words");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("The second tab.", (await site.IssueAsync(5)).Introduction.Source);
    }

    [Fact]
    public async Task A_paper_that_moved_meanwhile_is_no_reason_to_compare_texts()
    {
        var issue = await site.DraftAsync(6, "One", "Two");
        using var editor = await site.SeatAsync(Role.Editor);
        var old = await editor.ReadAsync("/admin/issues/6/edit");
        using var moved = await editor.SendAsync(old, "/admin/issues/6/edit", $"#m-{issue.Entries[0].Id} .move", ("Input.Way", "down"));

        using var reply = await editor.SendAsync(old, "/admin/issues/6/edit", "#words", ("Input.Introduction", "Still saved."));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
    }

    [Fact]
    public async Task A_draft_is_deleted_after_a_question_and_a_published_issue_never()
    {
        await site.DraftAsync(7, "One");
        await site.WithDbAsync(db => db.PublishAsync(8, "Out", Scene.Paper("Out one")));
        using var editor = await site.SeatAsync(Role.Editor);

        using var gone = await editor.SendAsync("/admin/issues/7/delete", "main form");
        using var kept = await editor.SendAsync("/admin/issues/8/delete", "main form");

        Assert.Equal("/admin/issues", gone.Headers.Location?.ToString());
        Assert.False(await site.WithDbAsync(db => db.Issues.AnyAsync(i => i.Number == 7)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.StatusCode);
        Assert.NotNull(await site.IssueAsync(8));
    }

    [Fact]
    public async Task A_preview_shows_a_draft_as_readers_will_see_it()
    {
        await site.DraftAsync(9, "A paper in preview");
        using var contributor = await site.SeatAsync(Role.Contributor);

        var page = await contributor.ReadAsync("/admin/issues/9/preview");

        Assert.Contains("A paper in preview", page.QuerySelector("article.paper")!.TextContent, StringComparison.Ordinal);
        using var visitor = site.Visitor();
        using var outside = await visitor.GetAsync("/issues/9");
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task Readiness_leads_to_what_is_lacking()
    {
        var issue = await site.DraftAsync(10, "One", "Two");
        using var editor = await site.SeatAsync(Role.Editor);
        using var saved = await editor.SendAsync("/admin/issues/10/edit", $"#f-o-{issue.Entries[0].Id}", ("Input.Words", "Good."));

        var page = await editor.ReadAsync("/admin/issues/10/edit");

        var ready = page.QuerySelector("#ready")!;
        Assert.Contains("1 without opinion: 2", ready.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(ready.QuerySelector("a.at[href^='#o-']")!.GetAttribute("href")!));
        Assert.All(ready.QuerySelectorAll("a.at[href^='#']"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
    }
}
