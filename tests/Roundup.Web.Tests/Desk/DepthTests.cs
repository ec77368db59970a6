using System.Net;
using Roundup.Data.People;
using Roundup.Model.Issues;

namespace Roundup.Web.Tests.Desk;

/// <summary>How far a paper was read: chosen beside the opinion, shown to readers, explained once.</summary>
public sealed class DepthTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Readers_see_how_far_each_paper_was_read_and_once_what_that_means()
    {
        var issue = await site.DraftAsync(11, "One", "Two", "Three");
        using var editor = await site.SeatAsync(Role.Editor);
        await SayAsync(editor, 11, issue.Entries[0].Id, "Skimmed");
        await SayAsync(editor, 11, issue.Entries[1].Id, "RanCode");
        await SayAsync(editor, 11, issue.Entries[2].Id, "");
        using var published = await editor.SendAsync("/admin/issues/11/publish", "main form");

        var page = await editor.ReadAsync("/issues/11/shelf-11");

        Assert.Equal(["Paper: skimmed", "Paper: ran the code"], page.QuerySelectorAll("a[href='#read-depth']").Select(a => a.TextContent));
        Assert.Contains("how far a paper was read", Assert.Single(page.QuerySelectorAll("#read-depth")).TextContent, StringComparison.Ordinal);
        var paper = await editor.ReadAsync($"/papers/{issue.Entries[0].PaperId}/one");
        Assert.Equal("Paper: skimmed", Assert.Single(paper.QuerySelectorAll("a[href='#read-depth']")).TextContent);
        Assert.Single(paper.QuerySelectorAll("#read-depth"));
        using var reply = await site.Visitor().GetAsync("/issues/11.md");
        Assert.Contains("**My opinion (ran the code):**", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_said_nothing_is_explained()
    {
        var issue = await site.DraftAsync(21, "One");
        using var editor = await site.SeatAsync(Role.Editor);
        await SayAsync(editor, 21, issue.Entries[0].Id, "");
        using var published = await editor.SendAsync("/admin/issues/21/publish", "main form");

        var page = await editor.ReadAsync("/issues/21/shelf-21");

        Assert.Null(page.QuerySelector("#read-depth"));
        Assert.Null(page.QuerySelector("a[href='#read-depth']"));
    }

    [Fact]
    public async Task It_can_be_taken_back_and_a_made_up_depth_is_refused()
    {
        var issue = await site.DraftAsync(31, "One");
        using var editor = await site.SeatAsync(Role.Editor);
        await SayAsync(editor, 31, issue.Entries[0].Id, "Read");
        Assert.Equal(ReadDepth.Read, (await site.IssueAsync(31)).Entries[0].Opinions[0].Depth);

        using var odd = await editor.SendAsync("/admin/issues/31/edit", $"#f-o-{issue.Entries[0].Id}", ("Input.Words", "Other words."), ("Input.Depth", "7"));
        await SayAsync(editor, 31, issue.Entries[0].Id, "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        Assert.Null((await site.IssueAsync(31)).Entries[0].Opinions[0].Depth);
    }

    private static async Task SayAsync(Seat editor, int number, int entry, string depth)
    {
        using var reply = await editor.SendAsync($"/admin/issues/{number}/edit", $"#f-o-{entry}", ("Input.Words", "Good."), ("Input.Depth", depth));
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
    }
}
