using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Model.Discussion;
using Roundup.Web.Tests.Desk;

namespace Roundup.Web.Tests.Moderating;

public sealed class ManyAtOnceTests
{
    [Fact]
    public async Task Selected_comments_are_one_deed_and_one_undo()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var ids = new[] { await site.SayAsync("One", "1"), await site.SayAsync("Two", "2"), await site.SayAsync("Three", "3"), await site.SayAsync("Four", "4") };
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/comments");

        using var reply = await SelectAsync(editor, page, "Spam", ids[..3]);

        Assert.Equal("Marked as spam: 3 comments.", QueueTests.Squeeze((await editor.ReadAsync(reply.Headers.Location!.ToString())).QuerySelector("#said")!));
        Assert.Equal([CommentState.Spam, CommentState.Spam, CommentState.Spam, CommentState.Held], await StatesAsync(site));
        Assert.Equal(1, await site.WithDbAsync(db => db.ModerationDeeds.CountAsync()));
        Assert.Contains("marked 3 comments as spam", (await site.WithDbAsync(db => db.AuditLog.SingleAsync())).Words, StringComparison.Ordinal);

        using var undone = await editor.SendAsync("/admin/comments", "#just-done .undo");
        Assert.Equal([.. Enumerable.Repeat(CommentState.Held, 4)], await StatesAsync(site));
        using var twice = await SelectAsync(editor, page, "Spam", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains("Select a comment first", await twice.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_it_was_seen_is_left_and_the_rest_is_done()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var ids = new[] { await site.SayAsync("One", "1"), await site.SayAsync("Two", "2") };
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/comments");
        await site.WithDbAsync(async db =>
        {
            Scene.Insist((await db.Comments.Include(c => c.Commenter).SingleAsync(c => c.Id == ids[0])).Edit(ModerationSite.Prose("Buy my essays"), CommentHolds.None, site.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });

        using var reply = await SelectAsync(editor, page, "Approve", ids);

        Assert.Equal([CommentState.Held, CommentState.Public], await StatesAsync(site));
        Assert.Contains("1 comment was left, having changed in the meantime", QueueTests.Squeeze((await editor.ReadAsync(reply.Headers.Location!.ToString())).QuerySelector("#said")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_overwrites_nothing()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var id = await site.SayAsync("One", "1");
        using var one = await site.SeatAsync(Role.Editor, "Ines Marlowe");
        using var two = await site.SeatAsync(Role.Editor, "Bo Holm");
        var seen = await two.ReadAsync("/admin/comments");
        using var approved = await one.PressAsync(id, "Approve");

        using var late = await two.SendAsync(seen, "/admin/comments", $"#c-{id} .deeds", ("Input.Act", "Spam"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("another editor was quicker", (await Site.ParseAsync(late)).QuerySelector(".error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((CommentState.Public, "Ines Marlowe"), ((await site.CommentAsync(id)).State, (await site.CommentAsync(id)).StateBy));
        Assert.Equal(1, await site.WithDbAsync(db => db.ModerationDeeds.CountAsync()));
    }

    [Fact]
    public async Task At_the_same_moment_one_deed_holds()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        using var one = await site.SeatAsync(Role.Editor, "Ines Marlowe");
        using var two = await site.SeatAsync(Role.Editor, "Bo Holm");
        for (var round = 0; round < 5; round++)
        {
            var id = await site.SayAsync($"Reader {round}", "Words.");
            var (seen, also) = (await one.ReadAsync("/admin/comments"), await two.ReadAsync("/admin/comments"));
            var replies = await Task.WhenAll(
                one.SendAsync(seen, "/admin/comments", $"#c-{id} .deeds", ("Input.Act", "Approve")), two.SendAsync(also, "/admin/comments", $"#c-{id} .deeds", ("Input.Act", "Spam")));
            Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], replies.Select(r => r.StatusCode).Order());
            foreach (var reply in replies) reply.Dispose();
        }

        Assert.Equal(5, await site.WithDbAsync(db => db.ModerationDeeds.CountAsync()));
    }

    [Fact]
    public async Task An_undo_leaves_what_was_decided_since_and_says_so_where_nothing_is_left()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var ids = new[] { await site.SayAsync("One", "1"), await site.SayAsync("Two", "2") };
        using var one = await site.SeatAsync(Role.Editor, "Ines Marlowe");
        using var two = await site.SeatAsync(Role.Editor, "Bo Holm");
        using var first = await SelectAsync(one, await one.ReadAsync("/admin/comments"), "Approve", ids);
        var undo = await one.ReadAsync("/admin/comments");
        using var second = await two.PressAsync(ids[0], "Hide", "/admin/comments?list=published");

        using var undone = await one.SendAsync(undo, "/admin/comments", "#just-done .undo");

        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal([CommentState.Hidden, CommentState.Held], await StatesAsync(site));
        using var again = await one.SendAsync(undo, "/admin/comments", "#just-done .undo");
        Assert.Contains("undone already", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_banned_leaves_nothing_waiting_and_may_come_back()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var shown = await site.SayAsync("Troll", "Nice.", isKnown: true);
        await site.SayAsync("Troll", "Waits.", CommentHolds.ManyLinks);
        await site.SayAsync("Troll", "Waits too.", CommentHolds.ManyLinks, isProven: false);
        await site.SayAsync("Lena Fischer", "Good.");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.PressAsync(shown, "Ban", "/admin/comments?list=published");

        Assert.Equal([CommentState.Spam, CommentState.Spam, CommentState.Spam, CommentState.Held], await StatesAsync(site));
        Assert.Contains("Troll", (await editor.ReadAsync("/admin/comments/writers")).QuerySelector("main .known")!.TextContent, StringComparison.Ordinal);
        using var lifted = await editor.SendAsync("/admin/comments/writers", "main .known form", ("Act", "Unban"));
        Assert.Null((await site.CommentAsync(shown)).Commenter.BannedAt);
        using var back = await editor.SendAsync(lifted.Headers.Location!.ToString(), "#said form");
        Assert.NotNull((await site.CommentAsync(shown)).Commenter.BannedAt);
        Assert.Contains("writer.unban", await site.WithDbAsync(db => db.AuditLog.Select(a => a.Act).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_edits_here_is_not_banned()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var id = await site.SayAsync("Ines Marlowe", "Hello.", fromDesk: true, isKnown: true);
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/comments?list=published");
        Assert.Null(page.QuerySelector($"#c-{id} [value=Ban]"));

        using var reply = await editor.SendAsync(page, "/admin/comments", $"#c-{id} .deeds", ("Input.Act", "Ban"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Equal(CommentState.Public, (await site.CommentAsync(id)).State);
    }

    [Fact]
    public async Task Reports_that_were_settled_are_open_again_after_an_undo()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var id = await site.SayAsync("One", "1", isKnown: true);
        await site.ReportAsync(id, "off topic", "reader");
        using var editor = await site.SeatAsync(Role.Editor);

        using var kept = await editor.PressAsync(id, "Keep", "/admin/comments?list=reported");
        Assert.NotNull(Assert.Single((await site.CommentAsync(id)).Reports).SettledAt);
        using var undone = await editor.SendAsync("/admin/comments", "#just-done .undo");

        Assert.Null(Assert.Single((await site.CommentAsync(id)).Reports).SettledAt);
        Assert.Equal("One comment is reported", (await editor.ReadAsync("/admin/comments?list=reported")).QuerySelector("h1")!.TextContent);
    }

    private static async Task<HttpResponseMessage> SelectAsync(Seat editor, IHtmlDocument page, string act, IEnumerable<int> ids)
    {
        var token = page.QuerySelector("#many input[name=_token]")!.GetAttribute("value")!;
        var seen = ids.Select(id => KeyValuePair.Create("Input.Comments", page.QuerySelector($"#c-{id} [type=checkbox]")!.GetAttribute("value")!));
        return await editor.Client.PostAsync("/admin/comments/moderate", new FormUrlEncodedContent([new("_token", token), new("Input.Act", act), new("Input.List", "held"), .. seen]));
    }

    private static Task<List<CommentState>> StatesAsync(ModerationSite site) => site.WithDbAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync());
}
