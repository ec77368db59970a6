using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;
using Roundup.Model.Topics;
using Roundup.Web.Starting;

namespace Roundup.Web.Tests.Reading;

public sealed class SitemapTests(OpenShelf site) : IClassFixture<OpenShelf>
{
    private static readonly XNamespace Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Image = "http://www.google.com/schemas/sitemap-image/1.1";

    [Fact]
    public async Task The_map_names_every_page_that_readers_may_find_with_its_date_and_picture()
    {
        using var visitor = site.Visitor();
        var map = await ReadAsync(visitor, "/sitemap.xml");
        var pages = map.Elements(Space + "url").ToDictionary(u => u.Element(Space + "loc")!.Value);

        Assert.Equal("urlset", map.Name.LocalName);
        Assert.Equal(
            ["http://localhost/", "http://localhost/issues", "http://localhost/papers", "http://localhost/about", "http://localhost/api", "http://localhost/suggest", "http://localhost/topics", "http://localhost/topics/editing-models", "http://localhost/issues/2/hostile-titles", "http://localhost/issues/1/first-things"],
            pages.Keys.Take(10));
        Assert.Equal(10 + 3 + 4, pages.Count);
        // Of the newest issue that it has to do with.
        Assert.Equal("2026-01-09T08:00:00Z", pages["http://localhost/topics/editing-models"].Element(Space + "lastmod")!.Value);
        Assert.Equal("2026-01-09T08:00:00Z", pages["http://localhost/authors/kevin-meng"].Element(Space + "lastmod")!.Value);
        Assert.Contains($"http://localhost/authors/{Uri.EscapeDataString("נועה")}", pages.Keys);
        Assert.Equal("2026-01-09T08:00:00Z", pages.Single(p => p.Key.StartsWith("http://localhost/papers/3", StringComparison.Ordinal)).Value.Element(Space + "lastmod")!.Value);
        // Of the last comment that readers see.
        Assert.Equal("2026-11-20T08:02:00Z", pages["http://localhost/issues/2/hostile-titles"].Element(Space + "lastmod")!.Value);
        Assert.Equal("2026-11-20T08:01:00Z", pages["http://localhost/papers/1/alpha-alpha"].Element(Space + "lastmod")!.Value);
        foreach (var address in pages.Keys.Concat(map.Descendants(Image + "loc").Select(i => i.Value)))
        {
            using var reply = await visitor.GetAsync(address);
            Assert.True(reply.StatusCode is HttpStatusCode.OK, address);
        }

        Assert.Equal(5, map.Descendants(Image + "loc").Count());
    }

    [Fact]
    public async Task A_long_map_comes_in_parts_that_miss_nothing_and_repeat_nothing()
    {
        await using var own = new SmallParts();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            for (var number = 1; number <= 4; number++)
                await db.PublishAsync(number, $"Theme {number}", Scene.Paper($"Paper {number}", "", $"Ann {"ABCD"[number - 1]}li", number % 2 == 0 ? "Common, Every" : "Every Common"), Scene.Paper($"Other {number}", "", "Every Common"));
            await db.DraftAsync(5, "Not out yet", Scene.Paper("Secret", "", "Hidden Person"));
        });
        using var visitor = own.Visitor();
        var index = await ReadAsync(visitor, "/sitemap.xml");
        var parts = index.Descendants(Space + "loc").Select(l => l.Value).ToList();
        var pages = new List<string>();
        foreach (var part in parts)
        {
            var read = (await ReadAsync(visitor, part)).Elements(Space + "url").Select(u => u.Element(Space + "loc")!.Value).ToList();
            Assert.InRange(read.Count, 1, 5);
            pages.AddRange(read);
        }

        foreach (var part in index.Elements(Space + "sitemap"))
        {
            var dates = (await ReadAsync(visitor, part.Element(Space + "loc")!.Value)).Descendants(Space + "lastmod").Select(d => d.Value);
            Assert.Equal(dates.Max(StringComparer.Ordinal), part.Element(Space + "lastmod")?.Value);
        }

        Assert.Equal(["/authors/ann-ali", "/authors/ann-bli", "/authors/ann-cli", "/authors/ann-dli", "/authors/every-common"], pages.Select(p => new Uri(p).AbsolutePath).Where(p => p.StartsWith("/authors", StringComparison.Ordinal)));

        Assert.Equal("sitemapindex", index.Name.LocalName);
        Assert.Equal(["http://localhost/sitemap-1.xml", "http://localhost/sitemap-2.xml", "http://localhost/sitemap-3.xml", "http://localhost/sitemap-4.xml", "http://localhost/sitemap-5.xml"], parts);
        Assert.Equal(6 + 4 + 8 + 5, pages.Count);
        Assert.Equal(pages.Count, pages.Distinct().Count());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/sitemap-6.xml")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/sitemap-0.xml")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/sitemap-1.xml")).StatusCode);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    public async Task The_map_asks_as_often_however_much_there_is(int issues)
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            for (var number = 1; number <= issues; number++)
            {
                var paper = Scene.Paper($"Paper {number}", "", [.. "ABCDEFGH".Select(letter => $"{letter}nn {(char)('A' + (number % 26))}li{(number < 26 ? "" : "o")}")]);
                Scene.Insist(Topic.Open($"Topic {number}", Scene.FirstFriday, out var topic));
                Scene.Insist(paper.File([topic]));
                await db.PublishAsync(number, $"Theme {number}", paper);
            }
        });
        using var visitor = own.Visitor();
        own.Sql.Clear();
        var map = await ReadAsync(visitor, "/sitemap.xml");

        Assert.Equal(7 + (issues * 11), map.Elements(Space + "url").Count());
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: queries of a map of {map.Elements(Space + "url").Count()} pages = {own.Sql.Commands.Count}");
        Assert.InRange(own.Sql.Commands.Count, 1, 10);
    }

    [Fact]
    public async Task Who_takes_no_suggestions_has_no_page_for_them_on_the_map()
    {
        await using var own = new OpenShelf();
        await own.InitializeAsync();
        await own.WithDbAsync(async db =>
        {
            Scene.Insist((await db.Publications.SingleAsync()).Moderate(DiscussionRules.Default with { IsOn = false }, Roundup.Model.Text.Prose.Empty));
            await db.SaveChangesAsync();
        });
        using var visitor = own.Visitor();

        Assert.DoesNotContain("http://localhost/suggest", (await ReadAsync(visitor, "/sitemap.xml")).Descendants(Space + "loc").Select(l => l.Value));
    }

    [Fact]
    public async Task What_became_of_a_paper_is_a_change_of_its_page_and_of_its_issues()
    {
        await using var own = new OpenShelf();
        await own.InitializeAsync();
        await own.WithDbAsync(async db =>
        {
            var odd = await db.Papers.SingleAsync(p => p.Id == 2);
            db.Add(new PaperChange(odd, new(PaperChangeKind.Retracted, ""), "Crossref", own.Clock.GetUtcNow().AddDays(9)));
            db.Add(new PaperChange(odd, new(PaperChangeKind.Withdrawn, "", IsSure: false), "arXiv", own.Clock.GetUtcNow().AddDays(99)));
            await db.SaveChangesAsync();
        });
        using var visitor = own.Visitor();
        var dates = (await ReadAsync(visitor, "/sitemap.xml")).Elements(Space + "url").ToDictionary(u => u.Element(Space + "loc")!.Value, u => u.Element(Space + "lastmod")?.Value);

        Assert.Equal("2026-11-29T08:00:00Z", dates["http://localhost/issues/1/first-things"]);
        Assert.Equal("2026-11-29T08:00:00Z", dates.Single(d => d.Key.StartsWith("http://localhost/papers/2", StringComparison.Ordinal)).Value);
        Assert.Equal("2026-11-20T08:02:00Z", dates["http://localhost/issues/2/hostile-titles"]);
    }

    [Fact]
    public async Task Robots_are_told_of_the_map_and_kept_from_what_is_for_people()
    {
        using var visitor = site.Visitor();
        var text = await visitor.GetStringAsync("/robots.txt");

        Assert.Contains("\nSitemap: http://localhost/sitemap.xml\n", text);
        foreach (var path in new[] { "/admin", "/account", "/search", "/comments/", "/issues/*/comment?" }) Assert.Contains($"\nDisallow: {path}\n", text);
        Assert.Contains("\nAllow: /comments/feed.atom\n", text);
    }

    private static async Task<XElement> ReadAsync(HttpClient visitor, string path)
    {
        using var reply = await visitor.GetAsync(path);
        Assert.Equal("application/xml; charset=utf-8", reply.Content.Headers.ContentType?.ToString());
        return XDocument.Load(await reply.Content.ReadAsStreamAsync()).Root!;
    }

    private sealed class SmallParts : Site
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.Configure<SiteOptions>(options => options.SitemapPart = 5));
        }
    }
}
