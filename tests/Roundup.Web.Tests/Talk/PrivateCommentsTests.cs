using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Model.Discussion;
using Roundup.Web.Tests.Desk;

namespace Roundup.Web.Tests.Talk;

/// <summary>What a guest does with what they wrote, by the link that only a mail to them has.</summary>
public sealed class PrivateCommentsTests(TalkSite site) : IClassFixture<TalkSite>
{
    [Fact]
    public async Task One_button_confirms_all_that_waits_and_the_browser_is_known_from_then_on()
    {
        var (email, home, guest) = await WroteAsync("One.", "Two.");
        using (guest)
        {
            var before = await guest.ReadAsync(home);
            Assert.Equal(2, before.QuerySelectorAll(".own .comment").Count(c => c.TextContent.Contains("Waits for you", StringComparison.Ordinal)));

            using var confirmed = await guest.SendAsync(home, "form[action$=confirm]");

            TalkSite.AssertSentTo($"{home}?did=confirmed", confirmed);
            var cookie = Assert.Single(confirmed.Headers.GetValues("Set-Cookie"));
            Assert.Contains("httponly", cookie, StringComparison.Ordinal);
            Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
            // Nothing of theirs was let through before: an editor reads it first.
            Assert.All(await site.OfAsync(email), c => Assert.Equal((CommentState.Held, CommentHolds.FirstComment, true), (c.State, c.Holds, c.ConfirmedAt is not null)));
            var after = await guest.ReadAsync($"{home}?did=confirmed");
            Assert.Contains("Confirmed.", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(2, after.QuerySelectorAll(".own .state").Count(s => s.TextContent == "An editor reads it before readers do."));
            Assert.Null(after.QuerySelector("form[action$=confirm]"));

            await site.ChangeAsync((await site.OfAsync(email))[0].Id, c => c.Approve("Ines", site.Clock.GetUtcNow()));
            var form = await guest.ReadAsync("/issues/1/comment");
            Assert.Contains("You write as Hanna Lindqvist", TalkSite.Text(form.QuerySelector(".who")!.TextContent), StringComparison.Ordinal);
            using var third = await site.SendAsync(guest, "/issues/1/comment", ("Input.Text", "Three."));
            Assert.StartsWith($"{TalkSite.Issue}#c-", third.Headers.Location!.OriginalString, StringComparison.Ordinal);
            using var mine = await guest.Client.GetAsync("/comments/mine");
            TalkSite.AssertSentTo(home, mine);
        }
    }

    [Fact]
    public async Task What_came_after_the_page_was_opened_is_not_confirmed_with_it()
    {
        var (email, home, guest) = await WroteAsync("Seen.");
        using (guest)
        {
            var page = await guest.ReadAsync(home);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            using var stranger = site.Guest();
            using var sent = await site.WriteAsync(stranger, "By somebody who only typed the address.", email, "Not they");

            using var confirmed = await guest.SendAsync(page, home, "form[action$=confirm]");

            TalkSite.AssertSentTo($"{home}?did=confirmed", confirmed);
            Assert.Equal([true, false], (await site.OfAsync(email)).Select(c => c.ConfirmedAt is not null));
        }
    }

    [Fact]
    public async Task The_same_words_sent_once_more_are_one_comment_and_one_mail()
    {
        using var guest = site.Guest();
        var email = site.Address();
        using var first = await site.WriteAsync(guest, "Sent, and no answer came.", email);
        using var second = await site.WriteAsync(guest, "Sent, and no answer came.", email);
        using var other = await site.WriteAsync(guest, "Other words.", email);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(["Sent, and no answer came.", "Other words."], (await site.OfAsync(email)).Select(c => c.Words.Source));
        Assert.Equal(2, (await site.MailsAsync(email)).Count);
    }

    [Fact]
    public async Task What_nobody_confirmed_goes_after_a_month_and_what_stands_stays()
    {
        var (email, _, guest) = await WroteAsync("Never confirmed.");
        guest.Dispose();
        var stays = await site.SayAsync("It stays.");
        var sweep = site.Services.GetRequiredService<Web.Talk.Unconfirmed>();
        site.Clock.Advance(TimeSpan.FromDays(29));
        await sweep.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Single(await site.OfAsync(email));

        site.Clock.Advance(TimeSpan.FromDays(2));
        await sweep.SweepAsync(TestContext.Current.CancellationToken);

        Assert.Empty(await site.OfAsync(email));
        Assert.False(await site.WithDbAsync(db => db.Commenters.AnyAsync(c => c.Email == email)));
        Assert.Equal(CommentState.Public, (await site.ReadAsync(stays.Id)).State);
    }

    [Fact]
    public async Task Whoever_is_not_known_is_told_the_two_ways_to_their_words()
    {
        using var stranger = site.Guest();
        var page = await stranger.ReadAsync("/comments/mine");

        Assert.Equal("We don’t recognise this browser. Use the link in any mail from us, or sign in.", page.QuerySelector(".lead")!.TextContent);
        Assert.NotNull(page.QuerySelector(".lead + .row a[href='/account/sign-in?returnUrl=/comments/mine']"));
    }

    [Fact]
    public async Task Looking_changes_nothing_for_mail_scanners_follow_links()
    {
        var (email, home, guest) = await WroteAsync("One.");
        using (guest)
        {
            var id = (await site.OfAsync(email))[0].Id;
            var version = (await site.OfAsync(email))[0].Version;
            site.Sql.Clear();

            foreach (var path in new[] { home, $"{home}/confirm", $"{home}/disown", $"{home}/mails", $"{home}/mute", $"{home}/{id}/edit", $"{home}/{id}/remove", $"{home}?did=removed", "/comments/mine" })
            {
                using var reply = await guest.Client.GetAsync(path);
                Assert.True(reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{path}: {reply.StatusCode}");
                TalkSite.AssertPrivate(reply);
                Assert.False(reply.Headers.Contains("Set-Cookie"));
            }

            Assert.DoesNotContain(site.Sql.Commands, c => c.Contains("UPDATE", StringComparison.Ordinal) || c.Contains("INSERT", StringComparison.Ordinal) || c.Contains("DELETE", StringComparison.Ordinal));
            Assert.Equal((CommentState.Held, null, version), ((await site.ReadAsync(id)).State, (await site.ReadAsync(id)).ConfirmedAt, (await site.ReadAsync(id)).Version));
        }
    }

    [Fact]
    public async Task Whoever_did_not_write_it_removes_it()
    {
        var (email, home, guest) = await WroteAsync("Not theirs.");
        using (guest)
        {
            Assert.Contains("1 comment and 0 suggested papers", TalkSite.Text((await guest.ReadAsync($"{home}/disown")).Body!.TextContent), StringComparison.Ordinal);
            using var disowned = await guest.SendAsync($"{home}/disown", "main form");

            TalkSite.AssertSentTo($"{home}?did=disowned", disowned);
            Assert.False(disowned.Headers.Contains("Set-Cookie"));
            var comment = Assert.Single(await site.OfAsync(email));
            Assert.Equal((CommentState.Removed, ""), (comment.State, comment.Words.Source));
        }
    }

    [Fact]
    public async Task Words_are_changed_for_ten_minutes()
    {
        var said = await site.SayAsync("Before.");
        using var guest = site.Guest();
        var home = await site.HomeAsync(said.Commenter.Email);
        var form = await guest.ReadAsync($"{home}/{said.Id}/edit");

        using var changed = await guest.SendAsync(form, $"{home}/{said.Id}/edit", "main form", ("Input.Text", "After *it*."));
        using var empty = await guest.SendAsync($"{home}/{said.Id}/edit", "main form", ("Input.Text", " "));
        var open = await guest.ReadAsync($"{home}/{said.Id}/edit");
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        using var late = await guest.SendAsync(open, $"{home}/{said.Id}/edit", "main form", ("Input.Text", "Too late, not lost."));

        TalkSite.AssertSentTo($"{home}?did=edited", changed);
        var shown = (await site.PageAsync(TalkSite.Issue)).QuerySelector($"#{said.Anchor}")!;
        Assert.Equal("<p>After <em>it</em>.</p>", shown.QuerySelector(".prose")!.InnerHtml.Trim());
        Assert.Contains("edited", shown.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, late.StatusCode));
        var page = await Site.ParseAsync(late);
        Assert.Contains("A comment can be changed for 10 minutes.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Too late, not lost.", Area(page, "#text").Value);
        Assert.Null((await guest.ReadAsync($"{home}/{said.Id}/edit")).QuerySelector("main form"));
        Assert.Empty((await guest.ReadAsync(home)).QuerySelectorAll($"#own-{said.Id} a[href$=edit]"));
    }

    [Fact]
    public async Task Two_tabs_get_both_texts()
    {
        var said = await site.SayAsync("First.");
        using var guest = site.Guest();
        var path = $"{await site.HomeAsync(said.Commenter.Email)}/{said.Id}/edit";
        var (one, other) = (await guest.ReadAsync(path), await guest.ReadAsync(path));

        using var saved = await guest.SendAsync(one, path, "main form", ("Input.Text", "By one."));
        using var raced = await guest.SendAsync(other, path, "main form", ("Input.Text", "By the other."));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (saved.StatusCode, raced.StatusCode));
        Assert.Equal("By one.", (await site.ReadAsync(said.Id)).Words.Source);
        var page = await Site.ParseAsync(raced);
        Assert.Equal(("By one.", "By the other."), (Area(page, "#theirs").Value, Area(page, "#text").Value));
        using var again = await guest.SendAsync(page, path, "main form");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("By the other.", (await site.ReadAsync(said.Id)).Words.Source);
    }

    [Fact]
    public async Task Links_that_come_in_later_are_held_too()
    {
        var said = await site.SayAsync("Harmless.");
        using var guest = site.Guest();
        var home = await site.HomeAsync(said.Commenter.Email);

        using var changed = await guest.SendAsync($"{home}/{said.Id}/edit", "main form", ("Input.Text", string.Join(' ', Enumerable.Range(0, 9).Select(n => $"https://example.org/{n}"))));

        Assert.Equal((CommentState.Held, CommentHolds.ManyLinks), ((await site.ReadAsync(said.Id)).State, (await site.ReadAsync(said.Id)).Holds));
        Assert.Contains("An editor reads it before readers do.", (await guest.ReadAsync(home)).QuerySelector($"#own-{said.Id}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_asks_first_and_is_for_good()
    {
        var said = await site.SayAsync("A regret.");
        using var guest = site.Guest();
        var home = await site.HomeAsync(said.Commenter.Email);
        Assert.Contains("A regret.", (await guest.ReadAsync($"{home}/{said.Id}/remove")).QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);

        using var removed = await guest.SendAsync($"{home}/{said.Id}/remove", "main form");

        TalkSite.AssertSentTo($"{home}?did=removed", removed);
        Assert.Equal((CommentState.Removed, ""), ((await site.ReadAsync(said.Id)).State, (await site.ReadAsync(said.Id)).Words.Source));
        Assert.Contains("Removed by you.", (await guest.ReadAsync(home)).QuerySelector($"#own-{said.Id}")!.TextContent, StringComparison.Ordinal);
        using var again = await guest.Client.GetAsync($"{home}/{said.Id}/edit");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_link_opens_what_is_its_own_and_nothing_else()
    {
        var (mine, theirs) = (await site.SayAsync("Mine."), await site.SayAsync("Theirs."));
        using var guest = site.Guest();
        var home = await site.HomeAsync(mine.Commenter.Email);

        foreach (var path in new[] { "/comments/nobody-has-this-token", $"/comments/{new string('x', 500)}", $"{home}/{theirs.Id}/edit", $"{home}/{theirs.Id}/remove", $"{home}/9999/remove", $"/comments/{new string('y', 43)}/mute" })
        {
            using var shown = await guest.Client.GetAsync(path);
            using var sent = await guest.Client.PostAsync(path, new FormUrlEncodedContent([]));
            Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
            // The page itself takes no form, whoever's it is.
            Assert.Equal(path.Count(c => c is '/') is 2 ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.NotFound, sent.StatusCode);
        }

        Assert.Equal(CommentState.Public, (await site.ReadAsync(theirs.Id)).State);
        Assert.DoesNotContain("Theirs.", (await guest.ReadAsync(home)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Which_mails_come_is_theirs_to_say()
    {
        var said = await site.SayAsync("Here.");
        using var guest = site.Guest();
        var home = await site.HomeAsync(said.Commenter.Email);
        var page = await guest.ReadAsync(home);
        Assert.Equal(2, page.QuerySelectorAll("form[action$=mails] [checked]").Length);

        using var kept = await guest.Client.PostAsync($"{home}/mails", new FormUrlEncodedContent([new("Input.Fates", "true")]));

        TalkSite.AssertSentTo($"{home}?did=mails", kept);
        var commenter = (await site.ReadAsync(said.Id)).Commenter;
        Assert.Equal((false, true), (commenter.WantsReplies, commenter.WantsFates));
    }

    [Fact]
    public async Task One_click_of_a_mail_program_ends_the_mails()
    {
        var said = await site.SayAsync("Here.");
        var home = await site.HomeAsync(said.Commenter.Email);
        using var server = site.CreateDefaultClient(new Uri("http://localhost"));
        using var looked = await server.GetAsync($"{home}/mute");
        Assert.Contains("End the mails", (await Site.ParseAsync(looked)).QuerySelector("main form button")!.TextContent, StringComparison.Ordinal);
        Assert.True((await site.ReadAsync(said.Id)).Commenter.WantsReplies);

        // As RFC 8058 has it: no cookie, no Origin, no Sec-Fetch-Site, from anywhere; and the answer is no redirect.
        using var muted = await server.PostAsync($"{home}/mute", new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        using var again = await server.PostAsync($"{home}/mute", new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (muted.StatusCode, again.StatusCode));
        var commenter = (await site.ReadAsync(said.Id)).Commenter;
        Assert.Equal((false, false), (commenter.WantsReplies, commenter.WantsFates));
        foreach (var path in new[] { $"{home}/confirm", $"{home}/{said.Id}/remove", $"{home}/mails", $"{home}/mute/x", "/comments/x/mute", "/issues/1/comment" })
        {
            using var refused = await server.PostAsync(path, new FormUrlEncodedContent([]));
            Assert.True(refused.StatusCode is HttpStatusCode.Forbidden, $"{path}: {refused.StatusCode}");
        }
    }

    private static IHtmlTextAreaElement Area(IHtmlDocument page, string selector) => Assert.IsAssignableFrom<IHtmlTextAreaElement>(page.QuerySelector(selector));

    private async Task<(string Email, string Home, Seat Guest)> WroteAsync(params string[] texts)
    {
        var (email, guest) = (site.Address(), site.Guest());
        foreach (var text in texts)
        {
            using var sent = await site.WriteAsync(guest, text, email);
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        return (email, await site.HomeAsync(email), guest);
    }
}
