using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Model.Issues;

namespace Roundup.Web.Tests.Desk;

/// <summary>Links by which outsiders read a draft, and what they note.</summary>
public sealed class PreviewLinkTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task A_link_is_made_for_somebody_and_opens_the_draft_without_an_account()
    {
        await site.DraftAsync(1, "A paper for Ada");
        using var editor = await site.SeatAsync(Role.Editor, "Ines Marlowe");
        var address = await LinkAsync(editor, 1, "Ada");

        var links = await editor.ReadAsync("/admin/issues/1/links");
        Assert.Contains("Made by Ines Marlowe, 20 November 2026", Text(links.QuerySelector(".made .meta")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Good until 4 December 2026", Text(links.QuerySelector(".made .meta")!.TextContent), StringComparison.Ordinal);
        Assert.Matches("^/preview/[A-Za-z0-9_-]{32}$", address);
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        AssertPrivate(reply);
        var page = await Site.ParseAsync(reply);
        Assert.Contains("A draft of issue 1, for Ada, until 4 December 2026.", Text(page.QuerySelector("[role=note]")!.TextContent), StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
        Assert.Contains("A paper for Ada", page.QuerySelector("article.paper")!.TextContent, StringComparison.Ordinal);
        Assert.False(reply.Headers.Contains("Set-Cookie"));
        Assert.Null(page.QuerySelector("input[name=_token]"));
    }

    [Theory]
    [InlineData("", "14", "Say for whom it is.")]
    [InlineData("Ada", "0", "A link is good for 1 to 90 days.")]
    [InlineData("Ada", "91", "A link is good for 1 to 90 days.")]
    public async Task A_link_for_nobody_or_for_ever_is_refused(string name, string days, string sentence)
    {
        if (await site.WithDbAsync(db => db.Issues.AllAsync(i => i.Number != 2))) await site.DraftAsync(2, "One");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/2/links", "main form", ("Input.Name", name), ("Input.Days", days));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        Assert.Contains(sentence, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(days, page.QuerySelector("#days")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_opens_nothing_says_the_same_whether_it_ever_did()
    {
        await site.DraftAsync(3, "A secret");
        using var editor = await site.SeatAsync(Role.Editor);
        var (revoked, expired) = (await LinkAsync(editor, 3, "Ada"), await LinkAsync(editor, 3, "Bo"));
        var row = (await editor.ReadAsync("/admin/issues/3/links")).QuerySelectorAll(".made .card").Last();
        using (var taken = await editor.SendAsync(row.QuerySelector("a[href$=revoke]")!.GetAttribute("href")!, "main form")) Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        await site.WithDbAsync(db => db.PreviewLinks.Where(l => l.Token == expired.Substring(9)).ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, site.Clock.GetUtcNow())));
        using var visitor = site.Visitor();

        var pages = new List<string>();
        foreach (var (path, status) in new[] { (revoked, HttpStatusCode.Gone), (expired, HttpStatusCode.Gone), ("/preview/nobody-made-this", HttpStatusCode.NotFound), ($"/preview/{new string('x', 500)}", HttpStatusCode.NotFound) })
        {
            using var reply = await visitor.GetAsync(path);
            Assert.Equal(status, reply.StatusCode);
            AssertPrivate(reply);
            pages.Add((await Site.ParseAsync(reply)).QuerySelector("main")!.InnerHtml);
        }

        Assert.Single(pages.Distinct());
        Assert.DoesNotContain("secret", pages[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Taken back by Ines Marlowe", Text((await editor.ReadAsync("/admin/issues/3/links")).Body!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_issue_is_out_the_link_leads_to_it_for_now_and_no_new_one_is_made()
    {
        await site.DraftAsync(4, "Soon out");
        using var editor = await site.SeatAsync(Role.Editor);
        var address = await LinkAsync(editor, 4, "Ada");
        var links = await editor.ReadAsync("/admin/issues/4/links");
        using var published = await editor.SendAsync("/admin/issues/4/edit", "form[action='/admin/issues/4/publish']");
        using var visitor = site.Visitor();

        using var reply = await visitor.GetAsync(address);
        using var late = await editor.SendAsync(links, "/admin/issues/4/links", "main form", ("Input.Name", "Bo"));

        Assert.Equal((HttpStatusCode.Found, "/issues/4/shelf-4"), (reply.StatusCode, reply.Headers.Location?.ToString()));
        AssertPrivate(reply);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Null((await editor.ReadAsync("/admin/issues/4/links")).QuerySelector("main form"));
    }

    [Fact]
    public async Task An_outsider_notes_what_only_the_desk_sees_and_an_editor_settles_it()
    {
        var issue = await site.DraftAsync(5, "One", "Two");
        var entry = issue.Entries[1].Id;
        using var editor = await site.SeatAsync(Role.Editor, "Ines Marlowe");
        using var contributor = await site.SeatAsync(Role.Contributor);
        var (ada, bo) = (await LinkAsync(editor, 5, "Ada"), await LinkAsync(editor, 5, "Bo"));
        using var outsider = new Seat(site.Visitor());

        using var sent = await outsider.SendAsync(ada, $"#note-{entry} form", ("Input.Text", "Table 2 is <b>wrong</b>.\nSee page 3."));
        using var whole = await outsider.SendAsync(ada, "#note-issue form", ("Input.Text", "Too long."), ("Input.By", "Ada L."));

        Assert.StartsWith($"{ada}#n-", sent.Headers.Location?.ToString(), StringComparison.Ordinal);
        var mine = await outsider.ReadAsync(ada);
        Assert.Equal("Table 2 is <b>wrong</b>.\nSee page 3.", mine.QuerySelector($"#note-{entry} .said")!.TextContent);
        Assert.Contains("Ada L.", mine.QuerySelector("#note-issue .noted")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await outsider.ReadAsync(bo)).QuerySelectorAll(".noted"));

        var desk = await editor.ReadAsync("/admin/issues/5/edit");
        Assert.Equal("Table 2 is <b>wrong</b>.\nSee page 3.", desk.QuerySelector($"#notes-{entry} .note")!.TextContent);
        Assert.Contains("2 open notes of readers of the draft: 2 and the issue", Text(desk.QuerySelector("#ready")!.TextContent), StringComparison.Ordinal);
        Assert.Empty((await contributor.ReadAsync("/admin/issues/5/notes")).QuerySelectorAll("main form"));

        using var settled = await editor.SendAsync("/admin/issues/5/notes", $"section:has(#g-{entry}) form[action$=settle]");
        var after = await editor.ReadAsync("/admin/issues/5/notes");
        Assert.Contains("Settled by Ines Marlowe", Text(after.QuerySelector($"section:has(#g-{entry})")!.TextContent), StringComparison.Ordinal);
        Assert.Null((await editor.ReadAsync("/admin/issues/5/edit")).QuerySelector($"#notes-{entry} .note"));
        using var reopened = await editor.SendAsync("/admin/issues/5/notes", "form[action$=reopen]");
        Assert.NotNull((await editor.ReadAsync("/admin/issues/5/edit")).QuerySelector($"#notes-{entry} .note"));
    }

    [Fact]
    public async Task A_note_that_is_refused_is_still_in_its_form()
    {
        var issue = await site.DraftAsync(6, "One");
        using var editor = await site.SeatAsync(Role.Editor);
        var address = await LinkAsync(editor, 6, "Ada");
        using var outsider = new Seat(site.Visitor());
        var text = new string('n', PreviewNote.TextLength + 1);
        var open = await outsider.ReadAsync(address);

        using var empty = await outsider.SendAsync(address, $"#note-{issue.Entries[0].Id} form", ("Input.Text", " "));
        using var longer = await outsider.SendAsync(address, $"#note-{issue.Entries[0].Id} form", ("Input.Text", text));
        await site.WithDbAsync(db => db.PreviewLinks.Where(l => l.IssueId == issue.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, site.Clock.GetUtcNow())));
        using var late = await outsider.SendAsync(open, address, $"#note-{issue.Entries[0].Id} form", ("Input.Text", "Not lost."));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Gone), (empty.StatusCode, longer.StatusCode, late.StatusCode));
        var page = await Site.ParseAsync(longer);
        var form = page.QuerySelector($"#note-{issue.Entries[0].Id} details[open]")!;
        Assert.Equal(text, Assert.IsAssignableFrom<IHtmlTextAreaElement>(form.QuerySelector("textarea")).Value);
        Assert.Contains("A note has at most 4,000 characters.", form.TextContent, StringComparison.Ordinal);
        Assert.Equal("Not lost.", Assert.IsAssignableFrom<IHtmlTextAreaElement>((await Site.ParseAsync(late)).QuerySelector("#typed")).Value);
        Assert.False(await site.WithDbAsync(db => db.PreviewLinks.Where(l => l.IssueId == issue.Id).SelectMany(l => l.Notes).AnyAsync()));
    }

    [Fact]
    public async Task A_note_comes_from_the_page_itself_and_looking_changes_nothing()
    {
        var issue = await site.DraftAsync(7, "One");
        using var editor = await site.SeatAsync(Role.Editor);
        var address = await LinkAsync(editor, 7, "Ada");
        using var visitor = site.Visitor();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("Input.Text", "From elsewhere.")]), Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        using var refused = await visitor.SendAsync(foreign);
        site.Sql.Clear();
        using var seen = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain(site.Sql.Commands, c => c.Contains("UPDATE", StringComparison.Ordinal) || c.Contains("INSERT", StringComparison.Ordinal));
        Assert.Equal(0, await site.WithDbAsync(db => db.PreviewLinks.Where(l => l.IssueId == issue.Id).SelectMany(l => l.Notes).CountAsync()));
    }

    [Fact]
    public async Task A_note_on_a_paper_that_has_left_is_a_note_on_the_issue()
    {
        var issue = await site.DraftAsync(8, "Stays", "Leaves");
        using var editor = await site.SeatAsync(Role.Editor);
        var address = await LinkAsync(editor, 8, "Ada");
        using var outsider = new Seat(site.Visitor());
        using var sent = await outsider.SendAsync(address, $"#note-{issue.Entries[1].Id} form", ("Input.Text", "Leave it out."));
        using var removed = await editor.SendAsync("/admin/issues/8/edit", $"form[action$='{issue.Entries[1].Id}/remove']");

        var notes = await editor.ReadAsync("/admin/issues/8/notes");

        Assert.Contains("Leave it out.", notes.QuerySelector("section:has(#g-0)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_for_editors()
    {
        await site.DraftAsync(9, "One");
        using var contributor = await site.SeatAsync(Role.Contributor);
        using var reply = await contributor.Client.GetAsync("/admin/issues/9/links");

        Assert.StartsWith("http://localhost/account/denied", reply.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Null((await contributor.ReadAsync("/admin/issues/9/edit")).QuerySelector("a[href$=links]"));
    }

    private static async Task<string> LinkAsync(Seat editor, int issue, string name)
    {
        using var made = await editor.SendAsync($"/admin/issues/{issue}/links", "main form", ("Input.Name", name));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var page = await editor.ReadAsync($"/admin/issues/{issue}/links");
        return page.QuerySelector("copy-text input")!.GetAttribute("value")!["http://localhost".Length..];
    }

    private static void AssertPrivate(HttpResponseMessage reply)
    {
        Assert.True(reply.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", Assert.Single(reply.Headers.GetValues("Referrer-Policy")));
        Assert.StartsWith("noindex", Assert.Single(reply.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
    }

    private static string Text(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}
