using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Data.Topics;
using Roundup.Web.Tests.Archive;

namespace Roundup.Web.Tests.Desk;

public sealed class TopicDeskTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    [Fact]
    public async Task A_card_gets_topics_by_name_and_new_ones_are_made()
    {
        await using var own = await OwnAsync();
        using var editor = await own.SeatAsync(Role.Editor);
        var entry = (await own.IssueAsync(3)).Entries[0].Id;
        using var reply = await editor.SendAsync("/admin/issues/3/edit", $"#topics-e-{entry}", ("Input.Names", "model EDITING, Brand new"));

        Assert.Equal($"/admin/issues/3/edit?open={entry}#e-{entry}", reply.Headers.Location?.OriginalString);
        Assert.Equal(["Brand new", "Model editing"], await own.TopicsOfAsync("Secret"));
        Assert.Equal(1, await own.WithDbAsync(db => db.AuditLog.CountAsync(a => a.Act == "paper.topics")));
    }

    [Fact]
    public async Task A_suggestion_is_one_button()
    {
        await using var own = await OwnAsync();
        await own.DraftAsync(7, "Editing Alpha again");
        await own.WithDbAsync(async db =>
        {
            var paper = await db.Papers.SingleAsync(p => p.Title == "Editing Alpha again");
            Scene.Insist(paper.Describe(Roundup.Formats.Typeset.Line(paper.Title), ["Kevin Meng"], paper.Abstract, "", "", Scene.FirstFriday));
            await db.SaveChangesAsync();
        });
        using var editor = await own.SeatAsync(Role.Editor);
        var id = await own.IdAsync("Editing Alpha again");
        var page = await editor.ReadAsync($"/admin/papers/{id}");
        Assert.Equal("Model editing", page.QuerySelector("#topics-paper button[name='Input.Also']")!.GetAttribute("value"));
        Assert.Contains(page.QuerySelectorAll("datalist#topic-names option"), o => o.GetAttribute("value") is "Interpretability");

        using var reply = await editor.SendAsync(page, $"/admin/papers/{id}", "#topics-paper", ("Input.Also", "Model editing"));
        Assert.Equal($"/admin/papers/{id}", reply.Headers.Location?.OriginalString);
        Assert.Equal(["Model editing"], await own.TopicsOfAsync("Editing Alpha again"));
    }

    [Fact]
    public async Task Of_many_topics_those_of_most_papers_are_offered()
    {
        await using var own = await OwnAsync();
        await own.WithDbAsync(async db =>
        {
            await db.TopicsNamedAsync([.. Enumerable.Range(1, 600).Select(n => $"Aardvark {n}")], Scene.FirstFriday);
            await db.SaveChangesAsync();
        });
        using var editor = await own.SeatAsync(Role.Editor);
        var names = (await editor.ReadAsync($"/admin/papers/{await own.IdAsync("Alpha")}")).QuerySelectorAll("datalist#topic-names option").Select(o => o.GetAttribute("value")).ToList();

        Assert.Equal(["Model editing", "Interpretability", "Secrets", "Aardvark 1"], names.Take(4));
        Assert.Equal(500, names.Count);
    }

    [Fact]
    public async Task Suggestions_of_a_whole_issue_take_two_queries()
    {
        await using var own = await OwnAsync();
        using var editor = await own.SeatAsync(Role.Editor);
        await own.DraftAsync(7, "One");
        await own.DraftAsync(8, [.. Enumerable.Range(1, 30).Select(n => $"Paper number {n}")]);
        async Task<int> CountAsync(int number)
        {
            own.Sql.Clear();
            await editor.ReadAsync($"/admin/issues/{number}/edit");
            return own.Sql.Commands.Count(c => c.Contains("\"PaperTopics\"", StringComparison.Ordinal));
        }

        // One more says which topics are used most.
        Assert.Equal(4, await CountAsync(7));
        Assert.Equal(4, await CountAsync(8));
    }

    [Fact]
    public async Task Two_tabs_change_only_what_each_changed()
    {
        await using var own = await OwnAsync();
        using var editor = await own.SeatAsync(Role.Editor);
        var at = $"/admin/papers/{await own.IdAsync("Alpha")}";
        var (one, other) = (await editor.ReadAsync(at), await editor.ReadAsync(at));
        using var first = await editor.SendAsync(one, at, "#topics-paper", ("Input.Names", "Interpretability, Model editing, Added here"));
        using var second = await editor.SendAsync(other, at, "#topics-paper", ("Input.Names", "Model editing, Added there"));

        Assert.Equal(["Added here", "Added there", "Model editing"], await own.TopicsOfAsync("Alpha"));
    }

    [Fact]
    public async Task Many_editors_at_once_make_one_topic()
    {
        await using var own = await OwnAsync();
        using var editor = await own.SeatAsync(Role.Editor);
        var pages = new List<(string At, AngleSharp.Html.Dom.IHtmlDocument Page)>();
        foreach (var title in new[] { "Alpha", "Beta", "Gamma", "Delta" })
        {
            var at = $"/admin/papers/{await own.IdAsync(title)}";
            pages.Add((at, await editor.ReadAsync(at)));
        }

        var replies = await Task.WhenAll(pages.Select(p => editor.SendAsync(p.Page, p.At, "#topics-paper", ("Input.Names", "All at once"))));
        Assert.All(replies, r => Assert.Equal(HttpStatusCode.Redirect, r.StatusCode));
        Assert.Equal(4, await own.WithDbAsync(db => db.Topics.Where(t => t.Name == "All at once").Select(t => t.Papers.Count).SingleAsync()));
    }

    [Theory]
    [InlineData("🙂, fine")]
    [InlineData("a,b,c,d,e,f,g,h,i,j")]
    [InlineData("<script>alert(1)</script>\u202e, \u202e")]
    public async Task What_can_t_be_a_topic_is_said_at_its_field_with_what_was_typed(string typed)
    {
        using var editor = await site.SeatAsync(Role.Editor);
        var at = $"/admin/papers/{await site.IdAsync("Gamma")}";
        using var reply = await editor.SendAsync(at, "#topics-paper", ("Input.Names", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        Assert.NotEqual("", page.QuerySelector("#topics-paper-said")!.TextContent.Trim());
        Assert.Equal(typed, page.QuerySelector("#topics-paper-names")!.GetAttribute("value"));
        Assert.Equal(["Interpretability"], await site.TopicsOfAsync("Gamma"));
    }

    [Fact]
    public async Task Ten_thousand_letters_are_refused()
    {
        using var editor = await site.SeatAsync(Role.Editor);
        using var given = await editor.SendAsync($"/admin/papers/{await site.IdAsync("Gamma")}", "#topics-paper", ("Input.Names", new string('x', 10_000)));
        using var made = await editor.SendAsync("/admin/topics/new", "main form", ("Input.Name", new string('x', 10_000)), ("Input.About", new string('y', 10_000)));
        Assert.All([given, made], reply => Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode));
    }

    [Fact]
    public async Task A_name_that_leads_somewhere_already_is_refused_at_its_field()
    {
        using var editor = await site.SeatAsync(Role.Editor);
        using var made = await editor.SendAsync("/admin/topics/new", "main form", ("Input.Name", "MODEL editing"));
        using var renamed = await editor.SendAsync($"/admin/topics/{await site.TopicAsync("interpretability")}/edit", "main form", ("Input.Name", "Model Editing"));

        foreach (var reply in new[] { made, renamed })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
            Assert.Contains("leads to “Model editing” already", (await Site.ParseAsync(reply)).QuerySelector("#said-name")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_topic_with_papers_stays_and_an_empty_one_can_go()
    {
        await using var own = await OwnAsync();
        using var editor = await own.SeatAsync(Role.Editor);
        using var refused = await editor.SendAsync($"/admin/topics/{await own.TopicAsync("secrets")}/delete", "main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        using var made = await editor.SendAsync("/admin/topics/new", "main form", ("Input.Name", "<b>Bold</b>"), ("Input.About", "<script>"));
        var id = await own.WithDbAsync(db => db.Topics.Where(t => t.Name == "<b>Bold</b>").Select(t => t.Id).SingleAsync());
        Assert.Contains("<b>Bold</b>", (await editor.ReadAsync("/admin/topics")).Body!.TextContent, StringComparison.Ordinal);
        using var gone = await editor.SendAsync($"/admin/topics/{id}/delete", "main form");
        Assert.Equal("/admin/topics", gone.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_topic_can_t_go_into_itself_or_nothing()
    {
        using var editor = await site.SeatAsync(Role.Editor);
        var id = await site.TopicAsync("interpretability");
        foreach (var into in new[] { $"{id}", "0", "9999", "x" })
        {
            using var reply = await editor.SendAsync($"/admin/topics/{id}/merge", "main form", ("Input.Into", into));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        }
    }

    [Fact]
    public async Task A_contributor_sees_topics_and_changes_none()
    {
        using var contributor = await site.SeatAsync(Role.Contributor);
        var id = await site.IdAsync("Alpha");
        var page = await contributor.ReadAsync($"/admin/papers/{id}");
        Assert.Null(page.QuerySelector("#topics-paper"));
        Assert.Contains("Interpretability, Model editing", page.Body!.TextContent, StringComparison.Ordinal);
        using var reply = await contributor.Client.GetAsync($"/admin/papers/{id}/topics");
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
    }

    private static async Task<ArchiveSite> OwnAsync()
    {
        var own = new ArchiveSite();
        await own.InitializeAsync();
        return own;
    }
}
