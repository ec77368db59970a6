using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Roundup.Model.Papers;
using Roundup.Model.Topics;

namespace Roundup.Web.Tests.Reading;

public sealed class MetaTests(OpenShelf site) : IClassFixture<OpenShelf>
{
    [Fact]
    public async Task An_issue_says_what_it_is_to_search_engines()
    {
        using var data = await DataAsync(site, "/issues/1/first-things");
        var issue = data.RootElement;
        var reviews = issue.GetProperty("hasPart").EnumerateArray().ToList();
        var comment = issue.GetProperty("comment")[0];

        Assert.Equal("https://schema.org", issue.GetProperty("@context").GetString());
        Assert.Equal("PublicationIssue", issue.GetProperty("@type").GetString());
        Assert.Equal("1", issue.GetProperty("issueNumber").GetString());
        Assert.Equal("Periodical", issue.GetProperty("isPartOf").GetProperty("@type").GetString());
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", issue.GetProperty("license").GetString());
        Assert.All(reviews, r => Assert.Equal("Review", r.GetProperty("@type").GetString()));
        Assert.Equal("ScholarlyArticle", reviews[0].GetProperty("itemReviewed").GetProperty("@type").GetString());
        Assert.Equal("Kevin Meng", reviews[0].GetProperty("itemReviewed").GetProperty("author")[0].GetProperty("name").GetString());
        Assert.Equal(["Ines Marlowe", "Guest"], reviews[0].GetProperty("author").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        Assert.Equal("Comment", comment.GetProperty("@type").GetString());
        // What is known by an id keeps it when a title changes.
        Assert.Equal(
            ("http://localhost/issues/1", "http://localhost/issues/1#e-1", "http://localhost/papers/1", "http://localhost/issues/1#c-1"),
            (Id(issue), Id(reviews[0]), Id(reviews[0].GetProperty("itemReviewed")), Id(comment)));
        static string? Id(JsonElement thing) => thing.GetProperty("@id").GetString();
        Assert.Equal("I agree: see.", comment.GetProperty("text").GetString());
        Assert.Equal("Ada <b>", comment.GetProperty("author").GetProperty("name").GetString());
        Assert.DoesNotContain("secret", issue.GetRawText());
    }

    [Fact]
    public async Task A_paper_says_where_it_was_reviewed()
    {
        using var data = await DataAsync(site, "/papers/1/alpha-alpha");
        var paper = data.RootElement;

        Assert.Equal("ScholarlyArticle", paper.GetProperty("@type").GetString());
        Assert.Equal("https://arxiv.org/abs/2202.05262", paper.GetProperty("sameAs").GetString());
        Assert.Equal(["http://localhost/issues/1/first-things#e-1", "http://localhost/issues/2/hostile-titles#e-3"], paper.GetProperty("review").EnumerateArray().Select(r => r.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task No_title_can_end_the_element_that_the_data_stand_in()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync("</script><script>alert(1)</script>");
            await db.PublishAsync(1, "<!--<script>", Scene.Paper("</SCRIPT ><img src=x onerror=alert(1)> ]]> \u2028", "2301.00001", "\"</script>"));
        });
        using var visitor = own.Visitor();
        var html = await visitor.GetStringAsync("/issues/1/script");
        var block = html[(html.IndexOf("ld+json\">", StringComparison.Ordinal) + 9)..];
        block = block[..block.IndexOf("</script>", StringComparison.Ordinal)];

        Assert.DoesNotContain('<', block);
        Assert.DoesNotContain('>', block);
        using var data = JsonDocument.Parse(block);
        Assert.Equal("</script><script>alert(1)</script>", data.RootElement.GetProperty("isPartOf").GetProperty("name").GetString());
        Assert.Equal("</SCRIPT ><img src=x onerror=alert(1)> ]]>", data.RootElement.GetProperty("hasPart")[0].GetProperty("itemReviewed").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("/issues/1/an-old-name", "/issues/1/first-things")]
    [InlineData("/issues/1", "/issues/1/first-things")]
    [InlineData("/papers/1/an-old-name", "/papers/1/alpha-alpha")]
    [InlineData("/papers/1", "/papers/1/alpha-alpha")]
    public async Task Old_names_lead_to_the_page_for_good(string old, string now)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(old);

        Assert.Equal((301, now), ((int)reply.StatusCode, reply.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_work_names_what_the_world_tells_it_apart_by()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            var paper = Scene.Paper("Alpha", "2202.05262", "Kevin Meng");
            paper.Identify(new(PaperScheme.Doi, "10.1/a</script>\"&b"));
            paper.Identify(new(PaperScheme.OpenReview, "abc"));
            await db.PublishAsync(1, "First", paper, Scene.Paper("Nobody numbers this"));
        });
        using var issue = await DataAsync(own, "/issues/1/first");
        using var work = await DataAsync(own, "/papers/1/alpha");
        var reviewed = issue.RootElement.GetProperty("hasPart").EnumerateArray().Select(r => r.GetProperty("itemReviewed")).ToList();

        foreach (var identifiers in new[] { reviewed[0], work.RootElement }.Select(w => w.GetProperty("identifier").EnumerateArray().ToList()))
        {
            Assert.All(identifiers, i => Assert.Equal("PropertyValue", i.GetProperty("@type").GetString()));
            Assert.Equal(
                [("arXiv", "2202.05262", "https://arxiv.org/abs/2202.05262"), ("DOI", "10.1/a</script>\"&b", "https://doi.org/10.1/a%3C/script%3E%22%26b")],
                identifiers.Select(i => (i.GetProperty("propertyID").GetString(), i.GetProperty("value").GetString(), i.GetProperty("url").GetString())));
        }

        Assert.False(reviewed[1].TryGetProperty("identifier", out _));
    }

    [Theory]
    [InlineData("/", "The <Slow> & \"Shelf\"", "website")]
    [InlineData("/issues", "Archive", "website")]
    [InlineData("/issues/1/first-things", "Issue 1: First things", "article")]
    [InlineData("/papers", "Papers", "website")]
    [InlineData("/papers/1/alpha-alpha", "Alpha & $\\alpha$", "article")]
    [InlineData("/topics", "Topics", "website")]
    [InlineData("/topics/editing-models", "Editing models", "website")]
    [InlineData("/authors/kevin-meng", "Kevin Meng", "website")]
    [InlineData("/about", "About The <Slow> & \"Shelf\"", "website")]
    [InlineData("/api", "For programs", "website")]
    [InlineData("/suggest", "Suggest a paper", "website")]
    public async Task A_shared_link_shows_what_a_page_is(string path, string title, string type)
    {
        var page = await site.PageAsync(path);
        using var visitor = site.Visitor();
        string? Tag(string name) => page.QuerySelectorAll($"head meta[property='{name}']").Select(m => m.GetAttribute("content")).SingleOrDefault();
        using var picture = await visitor.GetAsync(Tag("og:image"));

        Assert.Equal((title, type, $"http://localhost{path}", "The <Slow> & \"Shelf\""), (Tag("og:title"), Tag("og:type"), Tag("og:url"), Tag("og:site_name")));
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Tag("og:url"));
        Assert.InRange(Tag("og:description")!.Length, 10, 300);
        Assert.Equal(page.QuerySelector("meta[name=description]")!.GetAttribute("content"), Tag("og:description"));
        Assert.Equal(("1200", "630", "image/png"), (Tag("og:image:width"), Tag("og:image:height"), Tag("og:image:type")));
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.False(string.IsNullOrWhiteSpace(Tag("og:image:alt")));
        Assert.Equal("summary_large_image", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        Assert.Equal(type is "article" ? "2026-01-02T08:00:00Z" : null, Tag("article:published_time"));
        Assert.Null(Tag("article:modified_time"));
    }

    [Fact]
    public async Task A_corrected_issue_says_since_when_it_is_so()
    {
        await using var own = new OpenShelf();
        await own.InitializeAsync();
        await own.WithDbAsync(db => OpenShelf.CorrectAsync(db, "", Scene.FirstFriday.AddDays(50), copy => copy.Frame(Scene.Words("Corrected."), copy.Closing, Scene.FirstFriday)));
        var page = await own.PageAsync("/issues/1/first-things");

        Assert.Equal("2026-01-02T08:00:00Z", page.QuerySelector("meta[property='article:published_time']")!.GetAttribute("content"));
        Assert.Equal("2026-02-21T08:00:00Z", page.QuerySelector("meta[property='article:modified_time']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_site_that_has_nothing_to_say_yet_is_described_all_the_same()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            var publication = await db.Publications.SingleAsync();
            Scene.Insist(publication.Describe("Shelf", "", publication.About, "", "", "My opinion"));
            await db.SaveChangesAsync();
        });
        foreach (var path in new[] { "/", "/issues", "/papers", "/topics", "/about", "/api", "/suggest" })
        {
            var page = await own.PageAsync(path);
            Assert.NotEqual("", page.QuerySelector("meta[property='og:description']")!.GetAttribute("content"));
            Assert.Null(page.QuerySelector("meta[property='og:image']"));
            Assert.Equal("summary", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        }
    }

    [Fact]
    public async Task Long_lists_say_where_they_go_on_and_hostile_names_stay_names()
    {
        const string Name = "\"><script>alert(1)</script> ]]> & 'so'";
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            Scene.Insist(Topic.Open(Name, Scene.FirstFriday, out var topic));
            Scene.Insist(topic.Describe(string.Concat(Enumerable.Repeat("]]> \u202E & ", 40))));
            for (var number = 1; number <= 51; number++)
            {
                var paper = Scene.Paper($"Paper {number}", "", "Ann \"><b>Lee");
                Scene.Insist(paper.File([topic]));
                await db.PublishAsync(number, $"Theme {number}", paper);
            }
        });
        var (topicPath, authorPath) = await own.WithDbAsync(async db => ($"/topics/{(await db.Topics.SingleAsync()).Slug}", $"/authors/{PersonName.Read("Ann \"><b>Lee").Slug}"));
        foreach (var path in new[] { "/issues", "/papers", topicPath, authorPath })
        {
            var (first, second) = (await own.PageAsync(path), await own.PageAsync($"{path}?page=2"));
            Assert.Equal((null, $"{path}?page=2"), (first.QuerySelector("head link[rel=prev]")?.GetAttribute("href"), first.QuerySelector("head link[rel=next]")?.GetAttribute("href")));
            Assert.Equal((path, null), (second.QuerySelector("head link[rel=prev]")?.GetAttribute("href"), second.QuerySelector("head link[rel=next]")?.GetAttribute("href")));
            Assert.Equal($"http://localhost{path}?page=2", second.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
            Assert.DoesNotContain(first.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        }

        var page = await own.PageAsync(topicPath);
        Assert.Equal(Name, page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.InRange(page.QuerySelector("meta[property='og:description']")!.GetAttribute("content")!.Length, 200, 300);
        Assert.Equal("Ann \"><b>Lee", (await own.PageAsync(authorPath)).QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
    }

    private static async Task<JsonDocument> DataAsync(Site own, string path) =>
        JsonDocument.Parse((await own.PageAsync(path)).QuerySelector("script[type='application/ld+json']")!.TextContent);
}
