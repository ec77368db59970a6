using System.Net;

namespace Roundup.Web.Tests.Public;

/// <summary>What is true of every public page.</summary>
public sealed class PageTests(Shelf site) : IClassFixture<Shelf>
{
    public static TheoryData<string> Pages => [.. Shelf.Pages, "/nowhere"];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_the_same_for_everyone(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        var page = await Site.ParseAsync(reply);

        Assert.False(reply.Headers.Contains("Set-Cookie"));
        Assert.Empty(page.QuerySelectorAll("[name=_token], [name=__RequestVerificationToken], script:not([type=module][src^='/js/']):not([type='application/ld+json']), style, [style], [onclick]"));
        Assert.Equal(page.QuerySelector("#discussion") is not null, page.Scripts.Any(s => s.Source is "/js/talk-page.js"));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_carries_the_security_headers(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);

        Assert.Contains("default-src 'none'", Assert.Single(reply.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(reply.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("text/html", reply.Content.Headers.ContentType?.MediaType);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_well_made(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        var page = await Site.ParseAsync(reply);

        WellMade.Check(page);
    }

    [Theory, InlineData("/search", "Archive"), InlineData("/topics", "Archive"), InlineData("/authors/kevin-meng", "Papers"), InlineData("/papers", "Papers")]
    public async Task The_frame_says_in_which_part_a_page_is(string path, string part) =>
        Assert.Equal(part, Assert.Single((await site.PageAsync(path)).QuerySelectorAll("nav [aria-current]")).TextContent);

    [Fact]
    public async Task What_the_frame_does_not_name_is_found_at_the_foot_of_every_page() =>
        Assert.Superset(new HashSet<string?> { "/topics", "/search", "/api" }, (await site.PageAsync("/about")).QuerySelectorAll("footer.colophon a").Select(a => a.GetAttribute("href")).ToHashSet());

    [Fact]
    public async Task Every_link_inside_the_site_answers() => Assert.True((await Crawl.WholeAsync(site)).Count > 12);

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_names_its_address_unless_it_is_an_error(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        var page = await Site.ParseAsync(reply);

        var canonical = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

        Assert.Equal(reply.IsSuccessStatusCode ? $"http://localhost{path.Split('?')[0]}" : null, canonical);
        Assert.Equal(canonical is null, page.QuerySelector("meta[name=robots][content=noindex]") is not null);
    }

    [Theory]
    [InlineData("/", 5)]
    [InlineData("/issues", 11)]
    [InlineData("/issues/2/hostile-titles", 7)]
    [InlineData("/papers", 6)]
    [InlineData("/papers/1/alpha", 12)]
    [InlineData("/about", 2)]
    [InlineData("/nowhere", 1)]
    public async Task A_page_asks_the_database_only_so_often(string path, int most)
    {
        using var fresh = site.Visitor();
        site.Sql.Clear();
        using var reply = await fresh.GetAsync(path);

        Assert.InRange(site.Sql.Commands.Count, 1, most);
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {site.Sql.Commands.Count} commands");
        // A paper's own page says its abstract to reference managers, as plain text.
        Assert.DoesNotContain(site.Sql.Commands, sql => Sources(sql).Contains("Source\"", StringComparison.Ordinal) && !sql.Contains("Publications", StringComparison.Ordinal));

        string Sources(string sql) => path.StartsWith("/papers/", StringComparison.Ordinal) ? sql.Replace("\"AbstractSource\"", "", StringComparison.Ordinal) : sql;
    }

    [Fact]
    public async Task The_archive_reads_no_text()
    {
        site.Sql.Clear();
        await site.PageAsync("/issues");

        Assert.DoesNotContain(site.Sql.Commands, sql => sql.Replace("TitleHtml\"", "", StringComparison.Ordinal).Contains("Html\"", StringComparison.Ordinal) && !sql.Contains("Publications", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Titles_from_elsewhere_are_text()
    {
        foreach (var path in new[] { "/", "/issues", "/issues/2/hostile-titles", "/papers" })
        {
            var page = await site.PageAsync(path);

            Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), img, main i:not(.prose i)"));
            Assert.Contains(Shelf.Script, page.Body!.TextContent);
            Assert.Contains(page.QuerySelectorAll("[dir=auto]"), e => e.TextContent.Trim() == Shelf.Hebrew);
            Assert.Contains(Shelf.Long, page.Body.TextContent);
        }
    }

    [Fact]
    public async Task Robots_are_kept_from_the_desk()
    {
        using var visitor = site.Visitor();
        var text = await visitor.GetStringAsync("/robots.txt");

        Assert.Contains("Disallow: /admin\n", text);
        Assert.Contains("Disallow: /account\n", text);
        Assert.Contains("Disallow: /preview/\n", text);
    }

    [Theory]
    [InlineData("/issues/1/first-things/", "/issues/1/first-things")]
    [InlineData("/issues/1/first-things?show=opinions", "/issues/1/first-things")]
    [InlineData("/papers/1/alpha/", "/papers/1/alpha")]
    public async Task Another_way_to_write_an_address_names_the_right_one(string path, string address)
    {
        var page = await site.PageAsync(path);

        Assert.Equal($"http://localhost{address}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    // The leaning face comes before the first drawing only where an opinion is shown.
    [Theory, InlineData("/", 2), InlineData("/issues/1/first-things", 3), InlineData("/issues/1/first-things?show=abstracts", 2)]
    public async Task The_style_sheet_and_the_preloaded_fonts_are_there_and_the_sheet_is_small(string path, int fonts)
    {
        var page = await site.PageAsync(path);
        using var visitor = site.Visitor();

        var sheet = await visitor.GetByteArrayAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        var preloaded = page.QuerySelectorAll("link[rel=preload]").Select(link => link.GetAttribute("href")!).ToList();

        Assert.InRange(sheet.Length, 1, 20 * 1024);
        Assert.Equal(fonts, preloaded.Count);
        Assert.All(preloaded, font => Assert.Contains(font, System.Text.Encoding.UTF8.GetString(sheet)));
    }

    [Fact]
    public async Task What_another_site_posts_is_refused()
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/issues");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var reply = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
    }
}
