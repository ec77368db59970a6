using System.Net;
using AngleSharp.Html.Dom;
using Roundup.Data.People;
using Roundup.Model.Discussion;

namespace Roundup.Web.Tests.Talk;

/// <summary>Writing a comment, by the form and without script.</summary>
public sealed class CommentFormTests(TalkSite site) : IClassFixture<TalkSite>
{
    [Fact]
    public async Task A_guest_writes_first_and_is_asked_by_mail_whose_address_it_is()
    {
        using var guest = site.Guest();
        var email = site.Address();

        using var sent = await site.WriteAsync(guest, "On *Alpha*.", email.ToUpperInvariant(), path: $"/issues/1/comment?entry={site.Entries[0]}");

        TalkSite.AssertSentTo("/comments/sent?next=mail&issue=1", sent);
        Assert.Contains("A mail is on its way", (await guest.ReadAsync("/comments/sent?next=mail&issue=1")).Body!.TextContent, StringComparison.Ordinal);
        var comment = Assert.Single(await site.OfAsync(email));
        Assert.Equal((CommentState.Held, site.Entries[0], "Hanna Lindqvist"), (comment.State, comment.EntryId, comment.Name));
        Assert.Equal("<p>On <em>Alpha</em>.</p>", comment.Words.Html.ToString().Trim());
        var mail = Assert.Single(await site.MailsAsync(email));
        Assert.Contains($"http://localhost/comments/{comment.Commenter.Token}", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alpha", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hanna", mail.Text, StringComparison.Ordinal);
        Assert.Empty((await site.PageAsync(TalkSite.Issue)).QuerySelectorAll($"#{comment.Anchor}"));
        Assert.False(sent.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_form_shows_what_it_is_about_and_keeps_to_itself()
    {
        var said = await site.SayAsync("First *things*.\n\nSecond.", site.Entries[1], name: "Marek Oravec");
        using var guest = site.Guest();

        var answer = await guest.ReadAsync($"/issues/1/comment?reply={said.Id}");
        var entry = await guest.ReadAsync($"/issues/1/comment?entry={site.Entries[1]}");
        var whole = await guest.ReadAsync("/issues/1/comment");
        using var reply = await guest.Client.GetAsync("/issues/1/comment");

        Assert.Contains("Marek Oravec", answer.QuerySelector("#about-form")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("First things.", answer.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("About paper 2, Beta", TalkSite.Text(entry.QuerySelector("#about-form")!.TextContent));
        Assert.Equal("About issue 1 as a whole", TalkSite.Text(whole.QuerySelector("#about-form")!.TextContent));
        Assert.Equal($"/issues/1/comment?reply={said.Id}", answer.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal("", Area(answer).Value);
        Assert.NotNull(whole.QuerySelector("a[href='/comments/rules']"));
        Assert.Empty(whole.QuerySelectorAll("[name=_token], script:not([src='/js/talk-page.js']):not([type='application/ld+json'])"));
        TalkSite.AssertPrivate(reply);
        Assert.False(reply.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Words_of_the_page_are_quoted()
    {
        var said = await site.SayAsync("First *things*.\n\nSecond.", name: "Marek Oravec");
        using var guest = site.Guest();

        Assert.Equal("> First *things*.\n>\n> Second.\n\n", Area(await guest.ReadAsync($"/issues/1/comment?reply={said.Id}&quote=")).Value);
        Assert.Equal("> </textarea><script>x</script>\n\n", Area(await guest.ReadAsync("/issues/1/comment?quote=" + Uri.EscapeDataString("</textarea><script>x</script>"))).Value);
        Assert.Equal("", Area(await guest.ReadAsync("/issues/1/comment?quote=")).Value);
        var longest = Area(await guest.ReadAsync("/issues/1/comment?quote=" + string.Concat(Enumerable.Repeat(Uri.EscapeDataString("😀"), 500)) + new string('q', 1500))).Value;
        Assert.InRange(longest.Length, 1000, 2010);
    }

    [Fact]
    public async Task A_preview_shows_the_words_and_keeps_nothing()
    {
        using var guest = site.Guest();
        var email = site.Address();
        var page = await guest.ReadAsync("/issues/1/comment");
        Assert.Equal("/issues/1/comment/preview", page.QuerySelector("button[data-preview]")!.GetAttribute("formaction"));
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        page.QuerySelector("main form")!.SetAttribute("action", "/issues/1/comment/preview");

        using var reply = await guest.SendAsync(page, "", "main form", ("Input.Text", "So *it* is."), ("Input.Name", "Ada"), ("Input.Email", email));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var preview = await Site.ParseAsync(reply);
        Assert.Equal("<p>So <em>it</em> is.</p>", preview.QuerySelector("#preview .prose")!.InnerHtml.Trim());
        Assert.Equal("So *it* is.", Area(preview).Value);
        Assert.Empty(await site.OfAsync(email));
        // It was opened when it was opened, so that sending it at once is not too quick.
        using var sent = await guest.SendAsync(preview, "", "main form");
        TalkSite.AssertSentTo("/comments/sent?next=mail&issue=1", sent);
        Assert.Equal(CommentHolds.FirstComment, Assert.Single(await site.OfAsync(email)).Holds);
        using var opened = await guest.Client.GetAsync($"/issues/1/comment/preview?entry={site.Entries[0]}");
        TalkSite.AssertSentTo($"/issues/1/comment?entry={site.Entries[0]}", opened);
    }

    [Theory]
    [InlineData("", "Ada", "ada@example.org", "Input.Text", "Write something first.")]
    [InlineData(" \n ", "Ada", "ada@example.org", "Input.Text", "Write something first.")]
    [InlineData("Words.", "", "ada@example.org", "Input.Name", "Give the name that is printed with your words.")]
    [InlineData("Words.", "\u200B\u2060", "ada@example.org", "Input.Name", "Give the name that is printed with your words.")]
    [InlineData("Words.", "Ada", "", "Input.Email", "Give an e-mail address that mail reaches: like ann@example.org.")]
    [InlineData("Words.", "Ada", "a b@example.org", "Input.Email", "Give an e-mail address that mail reaches: like ann@example.org.")]
    [InlineData("Words.", "Ada", "ada@example.org\r\nBcc: all@example.org", "Input.Email", "Give an e-mail address that mail reaches: like ann@example.org.")]
    public async Task What_is_not_taken_is_said_at_its_field_and_still_there(string text, string name, string email, string field, string sentence)
    {
        using var guest = site.Guest();

        using var reply = await site.WriteAsync(guest, text, email, name);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        var wrong = Assert.Single(page.QuerySelectorAll("[aria-invalid=true]"));
        Assert.Equal(field, wrong.GetAttribute("name"));
        Assert.Contains(wrong.GetAttribute("aria-describedby")!.Split(' '), id => page.GetElementById(id)?.TextContent == sentence);
        Assert.Equal(text.Trim(), Area(page).Value.Trim());
    }

    [Fact]
    public async Task A_comment_that_is_too_long_comes_back_whole()
    {
        using var guest = site.Guest();
        var email = site.Address();
        var text = string.Concat(Enumerable.Repeat("长话 ", 4000));

        using var reply = await site.WriteAsync(guest, text, email);
        using var most = await site.WriteAsync(guest, new string('x', Comment.TextLength), email);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (reply.StatusCode, most.StatusCode));
        var page = await Site.ParseAsync(reply);
        Assert.Equal(text, Area(page).Value);
        Assert.Contains("10,000", page.QuerySelector("#talk-text-error")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await site.OfAsync(email));
    }

    [Fact]
    public async Task An_editor_s_words_are_public_at_once_and_say_whose_they_are()
    {
        using var editor = await site.SeatAsync(Role.Editor, "Ines Marlowe");
        var form = await editor.ReadAsync("/issues/1/comment");
        Assert.Empty(form.QuerySelectorAll("[name='Input.Email'], [name='Input.Name']"));
        Assert.Contains("You write as Ines Marlowe, as an editor.", TalkSite.Text(form.QuerySelector(".who")!.TextContent), StringComparison.Ordinal);

        using var sent = await editor.SendAsync(form, "", "main form", ("Input.Text", "From the desk."));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var place = sent.Headers.Location!.OriginalString;
        Assert.StartsWith($"{TalkSite.Issue}#c-", place, StringComparison.Ordinal);
        var shown = (await site.PageAsync(TalkSite.Issue)).QuerySelector(place[place.IndexOf('#', StringComparison.Ordinal)..])!;
        Assert.Equal("editor", shown.QuerySelector(".tag")!.TextContent);
    }

    [Fact]
    public async Task A_reader_with_an_account_is_asked_for_nothing_and_held_once()
    {
        using var reader = await site.SeatAsync(Role.Reader, "Priya Raman");
        var email = await site.WithDbAsync(async db =>
        {
            var person = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Users, u => u.Name == "Priya Raman", TestContext.Current.CancellationToken);
            person.EmailConfirmed = true;
            await db.SaveChangesAsync();
            return person.Email!;
        });

        using var first = await site.SendAsync(reader, "/issues/1/comment", ("Input.Text", "One."));
        await site.ChangeAsync(Assert.Single(await site.OfAsync(email)).Id, c => c.Approve("Ines", site.Clock.GetUtcNow()));
        using var second = await site.SendAsync(reader, "/issues/1/comment", ("Input.Text", "Two."));

        TalkSite.AssertSentTo("/comments/sent?next=held&issue=1", first);
        Assert.StartsWith($"{TalkSite.Issue}#c-", second.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.All(await site.OfAsync(email), c => Assert.Equal(CommentState.Public, c.State));
        using var mine = await reader.Client.GetAsync("/comments/mine");
        TalkSite.AssertSentTo(await site.HomeAsync(email), mine);
    }

    [Fact]
    public async Task An_account_whose_address_is_not_confirmed_has_nothing_of_that_address()
    {
        using var guest = site.Guest();
        using var reader = await site.SeatAsync(Role.Reader, "An Impostor");
        var email = await site.WithDbAsync(db => Task.FromResult(db.Users.Single(u => u.Name == "An Impostor").Email!));
        using var theirs = await site.WriteAsync(guest, "Mine, not theirs.", email);

        using var mine = await reader.Client.GetAsync("/comments/mine");
        using var sent = await site.SendAsync(reader, "/issues/1/comment", ("Input.Text", "In their name."));

        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        Assert.Contains("Confirm the address of your account first", (await Site.ParseAsync(mine)).Body!.TextContent, StringComparison.Ordinal);
        TalkSite.AssertSentTo("/comments/sent?next=mail&issue=1", sent);
        Assert.All(await site.OfAsync(email), c => Assert.Equal((null, null), (c.ConfirmedAt, c.Commenter.PersonId)));
    }

    [Fact]
    public async Task What_has_many_links_or_is_too_quick_or_falls_into_the_trap_is_held_and_the_writer_learns_it()
    {
        var known = await site.SayAsync("Let through.");
        using var guest = site.Guest();
        using (var remembered = await guest.SendAsync(await site.HomeAsync(known.Commenter.Email), "form[action$=mails]")) Assert.Equal(HttpStatusCode.Redirect, remembered.StatusCode);
        var page = await guest.ReadAsync("/issues/1/comment");
        using var quick = await guest.SendAsync(page, "", "main form", ("Input.Text", "Quick."), ("Input.Name", "Hanna"), ("Input.Email", known.Commenter.Email));
        using var trapped = await site.SendAsync(guest, "/issues/1/comment", ("Input.Text", "Trapped."), ("Input.Name", "Hanna"), ("Input.Email", known.Commenter.Email), ("Guard.Website", "https://x.example"));
        using var links = await site.WriteAsync(guest, string.Join(' ', Enumerable.Range(0, 4).Select(n => $"https://example.org/{n}")), known.Commenter.Email);

        Assert.All([quick, trapped, links], reply => TalkSite.AssertSentTo("/comments/sent?next=mail&issue=1", reply));
        var said = await site.OfAsync(known.Commenter.Email);
        Assert.Equal([CommentHolds.None, CommentHolds.TooQuick, CommentHolds.Trap, CommentHolds.ManyLinks], said.Select(c => c.Holds));
        Assert.All(said.Skip(1), c => Assert.Equal(CommentState.Held, c.State));
        Assert.Equal(3, (await site.MailsAsync(known.Commenter.Email)).Count);
    }

    [Fact]
    public async Task Whoever_is_banned_is_told_so()
    {
        var said = await site.SayAsync("Before.");
        await site.ChangeAsync(said.Id, c => c.Commenter.Ban("Ines", site.Clock.GetUtcNow()));
        using var guest = site.Guest();

        using var reply = await site.WriteAsync(guest, "After.", said.Commenter.Email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        Assert.Contains("Nothing more is taken from this address.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("After.", Area(page).Value);
    }

    [Fact]
    public async Task Mails_that_ask_are_no_nuisance_and_neither_are_thirty_comments_an_hour()
    {
        using var guest = site.Guest();
        var email = site.Address();
        for (var n = 0; n < Roundup.Web.Talk.Writers.UnconfirmedAtMost; n++)
        {
            using var taken = await site.WriteAsync(guest, $"Comment {n}.", email);
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        using var waits = await site.WriteAsync(guest, "One too many.", email);
        using var confirmed = await guest.SendAsync(await site.HomeAsync(email), "form[action$=confirm]");
        var statuses = new List<HttpStatusCode>();
        using var other = site.Guest();
        await site.WithDbAsync(async db =>
        {
            var writer = db.Commenters.Single(c => c.Email == email);
            var issue = db.Issues.Single(i => i.Number == 1);
            for (var n = 0; n < Roundup.Web.Talk.Writers.AnHour; n++)
            {
                Scene.Insist(Comment.Write(issue, null, null, new(writer, "Ada", TalkSite.Words("Again."), CommentHolds.None, true, false), DiscussionRules.Default, site.Clock.GetUtcNow(), out var comment));
                db.Add(comment!);
            }

            await db.SaveChangesAsync();
        });
        using var late = await site.SendAsync(guest, "/issues/1/comment", ("Input.Text", "And again."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, waits.StatusCode);
        Assert.Contains("Confirm first what waits", (await Site.ParseAsync(waits)).QuerySelector("#talk-email-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var page = await Site.ParseAsync(late);
        Assert.Contains("At most 30 comments and suggestions an hour.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("And again.", Area(page).Value);
    }

    [Fact]
    public async Task An_answer_to_what_is_gone_is_not_put_elsewhere_and_not_lost()
    {
        var said = await site.SayAsync("Soon gone.");
        using var guest = site.Guest();
        var email = site.Address();
        var form = await guest.ReadAsync($"/issues/1/comment?reply={said.Id}");
        await site.ChangeAsync(said.Id, c => c.Remove(site.Clock.GetUtcNow()));
        site.Clock.Advance(TimeSpan.FromSeconds(20));

        using var reply = await guest.SendAsync(form, "", "main form", ("Input.Text", "To you."), ("Input.Name", "Ada"), ("Input.Email", email));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Empty(await site.OfAsync(email));
        var page = await Site.ParseAsync(reply);
        Assert.Contains("is not here any more", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("To you.", Area(page).Value);
        using var anyway = await guest.SendAsync(page, "", "main form");
        Assert.Equal(HttpStatusCode.Redirect, anyway.StatusCode);
        Assert.Null(Assert.Single(await site.OfAsync(email)).ReplyToId);
    }

    [Fact]
    public async Task Whoever_sends_without_end_is_told_to_wait()
    {
        using var guest = site.Guest();
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 41; n++)
        {
            using var reply = await guest.Client.PostAsync("/issues/1/comment", new FormUrlEncodedContent([new("Input.Text", "x")]));
            statuses.Add(reply.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.All(statuses.SkipLast(1), status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));
    }

    [Fact]
    public async Task A_script_is_told_where_the_comment_is()
    {
        using var editor = await site.SeatAsync(Role.Editor);
        editor.Client.DefaultRequestHeaders.Add("X-Requested-With", "XMLHttpRequest");

        using var sent = await site.SendAsync(editor, "/issues/1/comment", ("Input.Text", "By script."));

        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.StartsWith($"{TalkSite.Issue}#c-", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/issues/9/comment")]
    [InlineData("/issues/77/comment")]
    [InlineData("/issues/9/comment/preview")]
    public async Task What_is_not_out_is_not_talked_about(string path)
    {
        using var guest = site.Guest();
        using var shown = await guest.Client.GetAsync(path);
        using var sent = await guest.Client.PostAsync(path, new FormUrlEncodedContent([new("Input.Text", "x")]));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, sent.StatusCode));
    }

    [Theory]
    [InlineData("?entry=abc&reply=xyz&quote=%00%01")]
    [InlineData("?entry=99999999999999999999")]
    [InlineData("?entry=-1")]
    [InlineData("?reply=-7")]
    [InlineData("?reply=")]
    public async Task Odd_addresses_are_no_trouble(string query)
    {
        using var guest = site.Guest();
        using var shown = await guest.Client.GetAsync($"/issues/1/comment{query}");
        using var sent = await guest.Client.PostAsync($"/issues/1/comment{query}", new FormUrlEncodedContent([new("Input.Text", "Kept."), new("Guard.Opened", "not sealed"), new("Input.Email", "x")]));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (shown.StatusCode, sent.StatusCode));
        Assert.Equal("Kept.", Area(await Site.ParseAsync(sent)).Value);
    }

    [Fact]
    public async Task An_issue_that_is_called_comment_is_still_found()
    {
        await site.WithDbAsync(db => db.PublishAsync(4, "Comment", Scene.Paper("Epsilon")));
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync("/issues/4");

        Assert.Equal("/issues/4/a-comment", reply.Headers.Location?.OriginalString);
        Assert.NotNull((await site.PageAsync("/issues/4/a-comment")).QuerySelector(".cover"));
    }

    [Fact]
    public async Task The_rules_of_the_house_are_there_before_anybody_wrote_them()
    {
        Assert.Contains("Disagree with words, not with people.", (await site.PageAsync("/comments/rules")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_site_sends_is_refused()
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/issues/1/comment") { Content = new FormUrlEncodedContent([new("Input.Text", "x")]), Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var reply = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
    }

    private static IHtmlTextAreaElement Area(IHtmlDocument page) => Assert.IsAssignableFrom<IHtmlTextAreaElement>(page.QuerySelector("#talk-text"));
}
