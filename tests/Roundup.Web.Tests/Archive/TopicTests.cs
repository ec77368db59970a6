using System.Net;
using Roundup.Data.People;

namespace Roundup.Web.Tests.Archive;

public sealed class TopicTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    [Fact]
    public async Task Topics_are_listed_with_papers_that_readers_can_see()
    {
        var page = await site.PageAsync("/topics");

        Assert.Equal(["Interpretability", "Model editing"], page.QuerySelectorAll("#all ~ ul a").Select(a => a.TextContent).Take(2));
        Assert.Contains("2 papers", page.QuerySelector("#all ~ ul li")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("svg.tally[role=img]"), svg => svg.GetAttribute("aria-label") is "Model editing: 2 papers in 2 issues");
    }

    [Fact]
    public async Task A_topic_has_its_papers_newest_first_with_first_words_and_issues()
    {
        var page = await site.PageAsync("/topics/model-editing");

        Assert.Equal(["Beta", "Alpha"], page.QuerySelectorAll(".papers .title").Select(a => a.TextContent));
        Assert.Contains("My opinion Read beta twice.", page.QuerySelector(".papers li")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".papers .said"), said => Assert.Equal("My opinion", said.QuerySelector("em")!.TextContent));
        Assert.StartsWith("Issue 2", page.QuerySelector(".papers .facts a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/topics/model-editing/feed.atom", page.QuerySelector("link[type='application/atom+xml'][href*=topics]")?.GetAttribute("href"));
        Assert.DoesNotContain("Secret", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("meta[name=robots]"));
    }

    [Theory]
    // A topic of drafts alone is nobody's to see.
    [InlineData("/topics/secrets")]
    [InlineData("/topics/secrets/feed.atom")]
    [InlineData("/topics/nothing")]
    [InlineData("/topics/%3Cscript%3E")]
    [InlineData("/topics/model-editing?page=2")]
    [InlineData("/topics/model-editing?page=-1")]
    [InlineData("/authors/nobody")]
    [InlineData("/authors/sol-hidden")]
    [InlineData("/authors/%F0%9F%99%82")]
    [InlineData("/authors/kevin-meng?page=9")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task Renamed_and_merged_topics_are_found_by_their_former_addresses_for_good()
    {
        await using var own = new ArchiveSite();
        await own.InitializeAsync();
        using var editor = await own.SeatAsync(Role.Editor);
        var id = await own.TopicAsync("model-editing");
        using (var renamed = await editor.SendAsync($"/admin/topics/{id}/edit", "main form", ("Input.Name", "Knowledge editing"), ("Input.About", "Changing what a model knows.")))
            Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);
        await MovedAsync(own, "/topics/model-editing", "/topics/knowledge-editing");
        Assert.Contains("Changing what a model knows.", (await own.PageAsync("/topics/knowledge-editing")).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);

        var into = await own.TopicAsync("interpretability");
        using (var merged = await editor.SendAsync($"/admin/topics/{id}/merge", "main form", ("Input.Into", $"{into}")))
            Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        await MovedAsync(own, "/topics/model-editing", "/topics/interpretability");
        await MovedAsync(own, "/topics/knowledge-editing", "/topics/interpretability");
        Assert.Equal(3, (await own.PageAsync("/topics/interpretability")).QuerySelectorAll(".papers .title").Length);
        Assert.Equal(["Interpretability"], await own.TopicsOfAsync("Alpha"));
        using var gone = await editor.Client.GetAsync($"/admin/topics/{id}/edit");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Topics_stand_among_the_facts_of_entries_and_papers()
    {
        foreach (var path in new[] { "/issues/1/first-things", $"/papers/{await site.IdAsync("Alpha")}/alpha" })
            Assert.Equal(["/topics/interpretability", "/topics/model-editing"], (await site.PageAsync(path)).QuerySelectorAll(".facts a[href^='/topics/']").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_archive_draws_topics_cadence_and_what_issues_cover()
    {
        var page = await site.PageAsync("/issues");

        var labels = page.QuerySelectorAll("svg[role=img]").Select(s => s.GetAttribute("aria-label")).ToList();
        Assert.Contains("Interpretability: 2 papers in 2 issues", labels);
        Assert.Contains("An issue in 2 of 2 weeks", labels);
        Assert.Contains("Issue 2 covers Interpretability (1 paper) and Model editing (1 paper)", labels);
        Assert.Empty(page.QuerySelectorAll("[style]"));
        Assert.DoesNotContain("Secrets", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_ask_the_database_as_often_however_much_there_is()
    {
        await using var own = new ArchiveSite();
        await own.InitializeAsync();
        (string Path, int Most)[] pages = [("/topics", 6), ("/topics/model-editing", 10), ("/authors/kevin-meng", 9), ("/issues", 12), ($"/papers/{await own.IdAsync("Alpha")}/alpha", 17)];
        var few = await CountAsync();
        await own.WithDbAsync(async db =>
        {
            for (var number = 4; number <= 33; number++)
            {
                var paper = Scene.Paper($"Paper {number}", "", "Kevin Meng", $"Author {(char)('A' + (number % 26))}li");
                await db.FileAsync(paper, "Model editing", $"Topic {number}");
                await db.PublishAsync(number, $"Theme {number}", paper);
            }
        });

        Assert.Equal(few, await CountAsync());
        Assert.All(pages.Zip(few), p => Assert.InRange(p.Second, 1, p.First.Most));

        async Task<List<int>> CountAsync()
        {
            var counts = new List<int>();
            foreach (var (path, _) in pages)
            {
                using var fresh = own.Visitor();
                own.Sql.Clear();
                using var reply = await fresh.GetAsync(path);
                Assert.True(reply.IsSuccessStatusCode, path);
                counts.Add(own.Sql.Commands.Count);
                TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: queries of {path} = {counts[^1]}");
            }

            return counts;
        }
    }

    private static async Task MovedAsync(ArchiveSite site, string from, string to)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(from);
        Assert.Equal((HttpStatusCode.MovedPermanently, to), (reply.StatusCode, reply.Headers.Location?.OriginalString));
    }
}
