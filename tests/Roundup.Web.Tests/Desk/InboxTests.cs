using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.Inbox;
using Roundup.Data.People;
using Roundup.Model.Inbox;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Desk;

/// <summary>Papers that wait, and what an editor does with them.</summary>
public sealed class InboxTests
{
    [Fact]
    public async Task An_empty_inbox_teaches()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);

        var page = await editor.ReadAsync("/admin/inbox");

        Assert.NotNull(page.QuerySelector("#empty ~ ul a[href='/admin/clipper']"));
        Assert.Equal("Inbox", page.QuerySelector("nav a[href='/admin/inbox']")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_waits_is_listed_newest_first_and_counted()
    {
        await using var site = new DeskSite();
        await WaitAsync(site, ("Older", "2202.00001"), ("Newer", "2202.00002"));
        await site.WithDbAsync(async db =>
        {
            var failed = await db.Papers.SingleAsync(p => p.Title == "Older");
            var untitled = new Paper("2202.00003", Scene.FirstFriday);
            untitled.Identify(new(PaperScheme.Arxiv, "2202.00003"));
            untitled.FillingFailed("arXiv does not answer.");
            db.Add(new InboxItem(untitled, InboxOrigin.Clipped, "Bo", site.Clock.GetUtcNow().AddHours(1)));
            await db.PublishAsync(2, "Two", failed);
        });
        using var editor = await site.SeatAsync(Role.Editor);

        var page = await editor.ReadAsync("/admin/inbox");

        Assert.Equal(["2202.00003", "Newer", "Older"], page.QuerySelectorAll(".waiting h3").Select(h => h.TextContent.Trim()));
        Assert.StartsWith("3", page.QuerySelector("nav a[href='/admin/inbox'] .n")!.TextContent, StringComparison.Ordinal);
        var cards = page.QuerySelectorAll(".waiting > li");
        Assert.Contains("arXiv does not answer.", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Clipped by Bo", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Note on Newer", cards[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("issue 2", cards[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_put_away_and_comes_back()
    {
        await using var site = new DeskSite();
        var id = (await WaitAsync(site, ("One", "2202.00001")))[0];
        using var editor = await site.SeatAsync(Role.Editor);

        using var away = await editor.SendAsync("/admin/inbox", $"#i-{id} form[action$=put-away]");
        var after = await editor.ReadAsync(Path(away));
        Assert.Empty(after.QuerySelectorAll(".waiting > li"));
        Assert.Contains("Put away: One", after.QuerySelector("#said")!.TextContent, StringComparison.Ordinal);

        using var undone = await editor.SendAsync(Path(away), "#said form");
        Assert.Single((await editor.ReadAsync("/admin/inbox")).QuerySelectorAll(".waiting > li"));
        Assert.Contains("Note on One", (await editor.ReadAsync("/admin/inbox")).QuerySelector($"#i-{id}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fresh_capture_is_undone_in_one_step()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);
        using var captured = await editor.SendAsync("/capture", "#capture", ("Input.Title", "A slip"));

        var page = await editor.ReadAsync(Path(captured));
        Assert.Contains("In the inbox: A slip", page.QuerySelector("#said")!.TextContent, StringComparison.Ordinal);
        using var undone = await editor.SendAsync(Path(captured), "#said form");

        Assert.Equal(0, await site.WithDbAsync(db => db.Inbox.Waiting.CountAsync()));
    }

    [Fact]
    public async Task A_paper_gets_its_place_in_the_next_draft()
    {
        await using var site = new DeskSite();
        await site.DraftAsync(7, "There already");
        var ids = await WaitAsync(site, ("One", "2202.00001"), ("Two", "2202.00002"));
        using var editor = await site.SeatAsync(Role.Editor);

        using var added = await editor.SendAsync("/admin/inbox", $"#i-{ids[0]} form[action$=add]");
        Assert.Contains("Added: One to the draft of issue 7", Words((await editor.ReadAsync(Path(added))).QuerySelector("#said")!.TextContent), StringComparison.Ordinal);
        using var second = await editor.SendAsync("/admin/issues/7/edit", $"#inbox #i-{ids[1]} form[action$=add]");
        Assert.StartsWith("/admin/issues/7/edit?open=", second.Headers.Location?.ToString(), StringComparison.Ordinal);

        Assert.Equal(["There already", "One", "Two"], (await site.IssueAsync(7)).Entries.OrderBy(e => e.Position).Select(e => e.Paper.Title));
        var edit = await editor.ReadAsync("/admin/issues/7/edit");
        Assert.Null(edit.QuerySelector("#inbox"));
        Assert.Contains("Note on Two", edit.QuerySelector(".item:last-child .note")!.TextContent, StringComparison.Ordinal);
        using var gone = await editor.Client.GetAsync($"/admin/inbox/{ids[0]}/add");
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
    }

    [Fact]
    public async Task Another_draft_can_be_chosen_and_a_published_issue_can_t()
    {
        await using var site = new DeskSite();
        await site.DraftAsync(2, "One");
        await site.DraftAsync(3);
        await site.WithDbAsync(db => db.PublishAsync(1, "Out", Scene.Paper("Zero", "2202.00009")));
        var id = (await WaitAsync(site, ("One more", "2202.00001")))[0];
        using var editor = await site.SeatAsync(Role.Editor);

        using var published = await editor.SendAsync($"/admin/inbox/{id}/add", "main form", ("Input.Issue", "1"));
        using var missing = await editor.SendAsync($"/admin/inbox/{id}/add", "main form", ("Input.Issue", "99"));
        using var nonsense = await editor.SendAsync($"/admin/inbox/{id}/add", "main form", ("Input.Issue", "x"));
        Assert.All([published, missing, nonsense], reply => Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode));
        using var chosen = await editor.SendAsync($"/admin/inbox/{id}/add", "main form", ("Input.Issue", "3"));
        Assert.Equal("One more", Assert.Single((await site.IssueAsync(3)).Entries).Paper.Title);

        using var twice = await editor.SendAsync($"/admin/inbox/{id}/add", "main form", ("Input.Issue", "3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
    }

    [Fact]
    public async Task A_note_is_rewritten_and_two_tabs_see_each_other()
    {
        await using var site = new DeskSite();
        var path = $"/admin/inbox/{(await WaitAsync(site, ("One", "2202.00001")))[0]}/note";
        using var editor = await site.SeatAsync(Role.Contributor);
        var old = await editor.ReadAsync(path);

        using var first = await editor.SendAsync(path, "#note", ("Input.Note", "By the first"));
        using var second = await editor.SendAsync(old, path, "#note", ("Input.Note", "By the second"));
        var both = await Site.ParseAsync(second);
        using var tooLong = await editor.SendAsync(path, "#note", ("Input.Note", new string('x', 4_001)));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("By the first", both.QuerySelector("#t-note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("By the second", both.QuerySelector("#note-text")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        using var again = await editor.SendAsync(both, path, "#note");
        Assert.Equal("By the second", await site.WithDbAsync(db => db.Inbox.Select(i => i.Note).SingleAsync()));
    }

    [Fact]
    public async Task Pasted_ids_wait_and_are_asked_for()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/inbox", ".drop", ("text", "https://arxiv.org/abs/2202.05262\narXiv:2206.14576v2\n2022.acl-long.568\nhttps://arxiv.org/abs/2202.05262v1"));

        Assert.Equal("/admin/inbox?pasted=4#said", reply.Headers.Location?.ToString());
        Assert.Equal(3, (await editor.ReadAsync(Path(reply))).QuerySelectorAll(".waiting > li").Length);
        Assert.Equal(3, await site.WithDbAsync(db => db.Errands.CountAsync()));
    }

    [Fact]
    public async Task A_pasted_post_keeps_what_is_said_of_each_and_shows_the_rest()
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);
        const string Post = "# Papers\n\nHello, reader.\n\n## [A study of learning](https://arxiv.org/abs/2202.05262)\n\n> We study how networks learn in order.\n\n**My opinion:** worth reading.\n";

        using var reply = await editor.SendAsync("/admin/inbox/paste", "#paste-inbox", ("Input.Text", Post));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Contains("Hello, reader.", (await Site.ParseAsync(reply)).QuerySelector("#left")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("worth reading.", await site.WithDbAsync(db => db.Inbox.Select(i => i.Note).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Paste links or ids first.")]
    [InlineData("   ", "Paste links or ids first.")]
    public async Task A_paste_without_papers_is_refused(string pasted, string sentence)
    {
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/inbox/paste", "#paste-inbox", ("Input.Text", pasted));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Contains(sentence, (await Site.ParseAsync(reply)).QuerySelector("#paste-said")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_inbox_has_pages_and_an_address_can_say_nothing_untrue()
    {
        await using var site = new DeskSite();
        await WaitAsync(site, [.. Enumerable.Range(0, 60).Select(i => ($"Paper {i}", $"2203.{i:00000}"))]);
        using var editor = await site.SeatAsync(Role.Editor);

        Assert.Equal(50, (await editor.ReadAsync("/admin/inbox")).QuerySelectorAll(".waiting > li").Length);
        Assert.Equal(10, (await editor.ReadAsync("/admin/inbox?page=2")).QuerySelectorAll(".waiting > li").Length);
        using var beyond = await editor.Client.GetAsync("/admin/inbox?page=3");
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
        Assert.Equal("", (await editor.ReadAsync("/admin/inbox?away=1")).QuerySelector("#said")!.TextContent.Trim());
        Assert.Equal("", (await editor.ReadAsync("/admin/inbox?placed=99999&added=x")).QuerySelector("#said")!.TextContent.Trim());
    }

    [Fact]
    public async Task Hostile_notes_and_titles_stay_text()
    {
        const string Hostile = "</textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>";
        await using var site = new DeskSite();
        using var editor = await site.SeatAsync(Role.Editor, Hostile);
        using var captured = await editor.SendAsync("/capture", "#capture", ("Input.Link", "https://example.org/\"onx=1"), ("Input.Title", Hostile), ("Input.Authors", Hostile), ("Input.Abstract", Hostile), ("Input.Note", Hostile), ("Input.Venue", Hostile));
        Assert.Equal(HttpStatusCode.Redirect, captured.StatusCode);
        var id = await site.WithDbAsync(db => db.Inbox.Select(i => i.Id).SingleAsync());
        await site.DraftAsync(1, "One");

        foreach (var path in new[] { Path(captured), "/admin/issues/1/edit", $"/admin/inbox/{id}/note", $"/admin/inbox/{id}/add", $"/admin/inbox/{id}/put-away", $"/admin/inbox/{id}/return", $"/capture?title={Uri.EscapeDataString(Hostile)}&note={Uri.EscapeDataString(Hostile)}" })
        {
            var page = await editor.ReadAsync(path);
            Assert.All(page.Scripts, script => Assert.Equal("/js/desk.js", script.GetAttribute("src")));
            Assert.Empty(page.QuerySelectorAll("main img, [onerror], [onx], [style], style"));
        }
    }

    private static Task<List<int>> WaitAsync(DeskSite site, params (string Title, string Arxiv)[] papers) => site.WithDbAsync(async db =>
    {
        var items = new List<InboxItem>();
        for (var i = 0; i < papers.Length; i++)
        {
            var item = new InboxItem(Scene.Paper(papers[i].Title, papers[i].Arxiv, "Ada One"), InboxOrigin.Pasted, "Ines Marlowe", site.Clock.GetUtcNow().AddMinutes(i));
            Scene.Insist(item.Remark($"Note on {papers[i].Title}"));
            items.Add(item);
        }

        db.AddRange(items);
        await db.SaveChangesAsync();
        return items.ConvertAll(i => i.Id);
    });

    private static string Path(HttpResponseMessage reply) => reply.Headers.Location!.ToString().Split('#')[0];

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
