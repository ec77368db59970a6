using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Hosting;

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
            ["http://localhost/", "http://localhost/issues", "http://localhost/papers", "http://localhost/about", "http://localhost/api", "http://localhost/topics", "http://localhost/topics/editing-models", "http://localhost/issues/2/hostile-titles", "http://localhost/issues/1/first-things"],
            pages.Keys.Take(9));
        Assert.Equal(9 + 3, pages.Count);
        Assert.Equal("2026-01-09T08:00:00Z", pages["http://localhost/issues/2/hostile-titles"].Element(Space + "lastmod")!.Value);
        Assert.Equal("2026-01-09T08:00:00Z", pages["http://localhost/papers/1/alpha-alpha"].Element(Space + "lastmod")!.Value);
        foreach (var address in pages.Keys.Where(a => !a.Contains("/topics/", StringComparison.Ordinal)).Concat(map.Descendants(Image + "loc").Select(i => i.Value)))
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
            for (var number = 1; number <= 4; number++) await db.PublishAsync(number, $"Theme {number}", Scene.Paper($"Paper {number}"), Scene.Paper($"Other {number}"));
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

        Assert.Equal("sitemapindex", index.Name.LocalName);
        Assert.Equal(["http://localhost/sitemap-1.xml", "http://localhost/sitemap-2.xml", "http://localhost/sitemap-3.xml", "http://localhost/sitemap-4.xml"], parts);
        Assert.Equal(5 + 4 + 8, pages.Count);
        Assert.Equal(pages.Count, pages.Distinct().Count());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/sitemap-5.xml")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/sitemap-0.xml")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/sitemap-1.xml")).StatusCode);
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
            builder.UseSetting("Site:SitemapPart", "5");
        }
    }
}
