using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Model.Discussion;

namespace Roundup.Web.Tests.Moderating;

public sealed class QueueTests
{
    [Fact]
    public async Task Each_held_comment_says_whose_it_is_where_it_stands_and_why_it_is_held()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        using var editor = await site.SeatAsync(Role.Editor);
        var first = await site.SayAsync("Lena Fischer", "The striking part is *play by hand*.", onPaper: true);
        await site.SayAsync("Hanna Lindqvist", "Yes.", isKnown: true);
        var links = await site.SayAsync("Marek Oravec", "[a](https://a.example) [b](https://b.example) [c](https://c.example) [d](https://d.example)", CommentHolds.ManyLinks, isKnown: true);
        var spam = await site.SayAsync("best-essays-4u", "Great article.", CommentHolds.TooQuick, isProven: false);
        var trap = await site.SayAsync("Bot", "Buy.", CommentHolds.Trap);
        var forged = await site.SayAsync("Ínes MARLOWE", "I am the editor.");

        var page = await editor.ReadAsync("/admin/comments");

        Assert.Equal("Five comments are held", page.QuerySelector("h1")!.TextContent);
        string Of(int id) => Squeeze(page.QuerySelector($"#c-{id}")!);
        Assert.Contains("Lena Fischer confirmed address", Of(first), StringComparison.Ordinal);
        Assert.Contains("On issue 1, about Gradient Starvation", Of(first), StringComparison.Ordinal);
        Assert.Contains("First comment", Of(first), StringComparison.Ordinal);
        Assert.Equal("play by hand", page.QuerySelector($"#c-{first} .words em")!.TextContent);
        Assert.Contains("Four links; the limit is three", Of(links), StringComparison.Ordinal);
        Assert.DoesNotContain("First comment", Of(links), StringComparison.Ordinal);
        Assert.Contains("best-essays-4u unconfirmed address", Of(spam), StringComparison.Ordinal);
        Assert.Contains("Looks like spam: sent faster than a person writes", Of(spam), StringComparison.Ordinal);
        Assert.Contains("goes public when its writer confirms", Of(spam), StringComparison.Ordinal);
        Assert.Contains("filled in a field that no person sees", Of(trap), StringComparison.Ordinal);
        Assert.Contains("Bears the name of an editor", Of(forged), StringComparison.Ordinal);
        Assert.Equal("5", page.QuerySelector(".bar .n")!.FirstChild!.TextContent);
        Assert.All(page.QuerySelectorAll("#queue > .held"), item => Assert.Equal("Approve", Assert.Single(item.QuerySelectorAll(".btn:not(.txt,.alt)")).FirstChild!.TextContent));
    }

    [Fact]
    public async Task The_word_of_the_list_is_named()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        using var editor = await site.SeatAsync(Role.Editor);
        using var kept = await editor.SendAsync("/admin/comments/rules", "#rules", ("Input.HeldWords", "casino\ncheap essays"), ("Input.IsOn", "true"), ("Input.AsksForWork", "false"));
        var id = await site.SayAsync("Ann Other", "The best CHEAP  éssays here.", CommentHolds.ListedWord, isKnown: true);

        var page = await editor.ReadAsync("/admin/comments");

        Assert.Contains("Has “cheap essays”, which is on the list", page.QuerySelector($"#c-{id}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Words on the list, 2 of them", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_says_whom_it_answers_and_a_reported_one_what_readers_say()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var root = await site.SayAsync("Priya Raman", "First.", isKnown: true);
        var answer = await site.SayAsync("Marek Oravec", "Second.", replyTo: root);
        await site.ReportAsync(root, "off topic", "one");
        using var editor = await site.SeatAsync(Role.Editor);

        Assert.Contains("Reply to Priya Raman on issue 1", Squeeze((await editor.ReadAsync("/admin/comments")).QuerySelector($"#c-{answer}")!), StringComparison.Ordinal);
        var reported = (await editor.ReadAsync("/admin/comments?list=reported")).QuerySelector($"#c-{root}")!;
        Assert.Contains("Reported once: “off topic”", reported.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/issues/1/comment?reply={root}", reported.QuerySelector("a[data-key=r]")!.GetAttribute("href"));

        await site.ReportAsync(root, "rude", "two");
        Assert.Contains("Reported twice: “off topic”, “rude”", (await editor.ReadAsync("/admin/comments")).QuerySelector($"#c-{root}")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Approve", CommentState.Public, "Approved: Lena Fischer.")]
    [InlineData("Trust", CommentState.Public, "Approved and trusted: Lena Fischer.")]
    [InlineData("Spam", CommentState.Spam, "Marked as spam: Lena Fischer.")]
    [InlineData("Delete", CommentState.Deleted, "Deleted: Lena Fischer.")]
    [InlineData("Hide", CommentState.Hidden, "Hidden: Lena Fischer.")]
    [InlineData("Ban", CommentState.Spam, "Banned: Lena Fischer.")]
    public async Task Each_button_does_what_it_says_and_undo_takes_it_back(string act, CommentState state, string sentence)
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var id = await site.SayAsync("Lena Fischer", "Words.");
        var before = (await site.CommentAsync(id)).Standing;
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.PressAsync(id, act);

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var page = await editor.ReadAsync(reply.Headers.Location!.ToString());
        Assert.Equal(sentence, Squeeze(page.QuerySelector("#said")!));
        Assert.Null(page.QuerySelector($"#c-{id}"));
        var after = await site.CommentAsync(id);
        Assert.Equal((state, "Ines Marlowe"), (after.State, after.StateBy));
        Assert.Equal((act is "Trust", act is "Ban", state is CommentState.Public), (after.Commenter.TrustedAt is not null, after.Commenter.BannedAt is not null, after.Commenter.AcceptedAt is not null));
        Assert.Contains("comment by Lena Fischer", (await site.WithDbAsync(db => db.AuditLog.SingleAsync())).Words, StringComparison.Ordinal);

        using var undone = await editor.SendAsync("/admin/comments", "#just-done .undo");
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        var back = await site.CommentAsync(id);
        Assert.Equal(before, back.Standing);
        Assert.Equal((null, null, null), (back.Commenter.TrustedAt, back.Commenter.BannedAt, back.Commenter.AcceptedAt));
        Assert.Contains("Undone", (await editor.ReadAsync("/admin/comments")).QuerySelector("#just-done")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unconfirmed_comment_that_is_approved_goes_public_when_its_writer_confirms()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var id = await site.SayAsync("Lena Fischer", "Words.", isProven: false);
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.PressAsync(id, "Approve");

        Assert.Equal((CommentState.Held, CommentHolds.None), ((await site.CommentAsync(id)).State, (await site.CommentAsync(id)).Holds));
        var page = await editor.ReadAsync("/admin/comments");
        Assert.Equal("No comment is held", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("1 comment waits for its writer", page.QuerySelector("#around")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Goes public when its writer confirms", (await editor.ReadAsync("/admin/comments?list=unconfirmed")).QuerySelector($"#c-{id}")!.TextContent, StringComparison.Ordinal);
        await site.WithDbAsync(async db =>
        {
            (await db.Comments.Include(c => c.Commenter).SingleAsync()).Confirm(site.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        Assert.Equal(CommentState.Public, (await site.CommentAsync(id)).State);
    }

    [Fact]
    public async Task Approve_and_reply_leads_to_the_form_of_an_answer()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var id = await site.SayAsync("Lena Fischer", "Words.");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/comments", $"#c-{id} .reply");

        Assert.Equal($"/issues/1/comment?reply={id}", reply.Headers.Location?.ToString());
        Assert.Equal(CommentState.Public, (await site.CommentAsync(id)).State);
    }

    [Fact]
    public async Task Long_lists_have_pages_and_an_emptied_one_leads_to_the_last()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        for (var i = 1; i <= 51; i++) await site.SayAsync($"Reader {i}", $"Words {i}.");
        using var editor = await site.SeatAsync(Role.Editor);

        var page = await editor.ReadAsync("/admin/comments");
        Assert.Equal("51 comments are held", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(50, page.QuerySelectorAll("#queue > .held").Length);
        var last = await editor.ReadAsync("/admin/comments?page=2");
        var id = int.Parse(Assert.Single(last.QuerySelectorAll("#queue > .held")).Id![2..], System.Globalization.CultureInfo.InvariantCulture);
        using var reply = await editor.PressAsync(id, "Spam", "/admin/comments?page=2");
        using var gone = await editor.Client.GetAsync(reply.Headers.Location);
        Assert.Equal("/admin/comments", gone.Headers.Location?.ToString());
        using var nowhere = await editor.Client.GetAsync("/admin/comments?list=nonsense");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        site.Sql.Clear();
        await editor.ReadAsync("/admin/comments");
        Assert.InRange(site.Sql.Commands.Count, 1, 16);
    }

    [Fact]
    public async Task Contributors_and_readers_may_not()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        var id = await site.SayAsync("Lena Fischer", "Words.");
        using var contributor = await site.SeatAsync(Role.Contributor, "Bo");

        using var reply = await contributor.Client.GetAsync("/admin/comments");
        var token = (await contributor.ReadAsync("/admin/reminders")).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var sent = await contributor.Client.PostAsync("/admin/comments/moderate", new FormUrlEncodedContent([new("_token", token), new("Input.Comments", $"{id}.0"), new("Input.Act", "Approve")]));

        Assert.All([reply, sent], r => Assert.StartsWith("http://localhost/account/denied", r.Headers.Location?.ToString(), StringComparison.Ordinal));
        Assert.Null((await contributor.ReadAsync("/admin")).QuerySelector(".bar a[href='/admin/comments']"));
        Assert.Equal(CommentState.Held, (await site.CommentAsync(id)).State);
    }

    internal static string Squeeze(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
