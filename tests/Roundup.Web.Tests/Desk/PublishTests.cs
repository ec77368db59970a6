using System.Net;
using Roundup.Data.People;

namespace Roundup.Web.Tests.Desk;

public sealed class PublishTests
{
    [Fact]
    public async Task One_press_publishes_and_shows_the_issue_to_readers()
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(db => db.DraftAsync(1, "On being slow", Scene.Paper("One")));
        using var editor = await site.SeatAsync(Role.Editor, "Ines Marlowe");

        using var reply = await editor.SendAsync("/admin/issues/1/edit", "form[action='/admin/issues/1/publish']");

        Assert.Equal("/issues/1/on-being-slow", reply.Headers.Location?.ToString());
        var issue = await site.IssueAsync(1);
        Assert.Equal((site.Clock.GetUtcNow(), "Ines Marlowe"), (issue.PublishedAt, issue.PublishedBy));
        await site.PageAsync("/issues/1/on-being-slow");
    }

    [Fact]
    public async Task What_is_not_ready_is_refused_with_a_sentence()
    {
        await using var site = new DeskSite();
        await site.DraftAsync(2);
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/2/publish", "main form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Contains("Add at least one paper first.", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False((await site.IssueAsync(2)).IsPublished);
    }

    [Fact]
    public async Task A_missing_opinion_is_a_warning_and_no_bar()
    {
        await using var site = new DeskSite();
        await site.DraftAsync(3, "One");
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.Contains("1 without opinion", (await editor.ReadAsync("/admin/issues/3/publish")).Body!.TextContent, StringComparison.Ordinal);

        using var reply = await editor.SendAsync("/admin/issues/3/publish", "main form");

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
    }

    [Fact]
    public async Task A_contributor_neither_publishes_nor_changes_the_issue()
    {
        await using var site = new DeskSite();
        var issue = await site.DraftAsync(4, "One");
        var entry = issue.Entries[0].Id;
        using var contributor = await site.SeatAsync(Role.Contributor);
        var page = await contributor.ReadAsync("/admin/issues/4/edit");
        var token = page.QuerySelector("input[name=_token]")!.GetAttribute("value")!;

        foreach (var path in (string[])["publish", "delete", "edit", "fill", "entries/new", "entries/restore", $"entries/{entry}/edit", $"entries/{entry}/move", $"entries/{entry}/remove"])
        {
            using var reply = await contributor.Client.PostAsync($"/admin/issues/4/{path}", new FormUrlEncodedContent([new("_token", token), new("Input.Title", "Mine"), new("Input.Number", "4")]));
            Assert.True(reply.Headers.Location?.ToString().StartsWith("http://localhost/account/denied", StringComparison.Ordinal), $"{path}: {reply.StatusCode}");
        }

        Assert.Null(page.QuerySelector("form[action$=publish], form[action$=remove], form[action$=move]"));
        Assert.Equal("Shelf 4", (await site.IssueAsync(4)).Title);
    }
}
