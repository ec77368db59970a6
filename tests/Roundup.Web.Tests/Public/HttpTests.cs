using System.Net;
using Roundup.Web.Tests.Reading;

namespace Roundup.Web.Tests.Public;

/// <summary>What is said around every answer: tags, methods, pages of lists, who may read.</summary>
public sealed class HttpTests(OpenShelf site) : IClassFixture<OpenShelf>
{
    public static TheoryData<string> Pages =>
        ["/", "/issues", "/issues/1/first-things", "/papers", "/papers/1/alpha-alpha", "/topics", "/topics/editing-models", "/authors/kevin-meng", "/search", "/about", "/api", "/comments/rules", "/robots.txt"];

    public static TheoryData<string> Files => ["/feed.json", "/issues/1.md", "/issues/1.bib", "/papers/1.ris", "/papers/1.csl.json", "/sitemap.xml", "/api/openapi.json", "/manifest.webmanifest", "/issues/1.json"];

    [Theory, MemberData(nameof(Pages)), MemberData(nameof(Files))]
    public async Task Who_has_it_already_is_told_so_whenever_they_ask(string path)
    {
        using var reply = await AskAsync(HttpMethod.Get, path);
        site.Clock.Advance(TimeSpan.FromHours(26));
        using var again = await AskAsync(HttpMethod.Get, path, r => r.Headers.IfNoneMatch.Add(reply.Headers.ETag!));
        using var head = await AskAsync(HttpMethod.Head, path);
        using var small = await AskAsync(HttpMethod.Get, path, r => r.Headers.Add("Accept-Encoding", "br"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (reply.StatusCode, again.StatusCode, head.StatusCode));
        Assert.Equal(reply.Headers.ETag, again.Headers.ETag);
        Assert.Equal(reply.Headers.ETag, head.Headers.ETag);
        Assert.Equal($"W/{reply.Headers.ETag}", small.Headers.ETag?.ToString());
        Assert.Equal(reply.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(reply.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.True(reply.Headers.CacheControl is { Public: true, NoStore: false });
        Assert.Equal(Pages.Any(p => p.Data == path), reply.Headers.CacheControl.NoCache);
        Assert.Equal(reply.Headers.CacheControl, again.Headers.CacheControl);
    }

    [Fact]
    public async Task What_is_published_is_there_a_moment_later()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            await db.PublishAsync(1, "First", Scene.Paper("Alpha"));
        });
        using var visitor = own.Visitor();
        using var before = await visitor.GetAsync("/issues");
        await own.WithDbAsync(db => db.PublishAsync(2, "Second", Scene.Paper("Beta")));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/issues");
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("Second", await after.Content.ReadAsStringAsync());
    }

    [Theory, InlineData("/suggest"), InlineData("/issues/1/comment"), InlineData("/account/sign-in"), InlineData("/preview/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), InlineData("/nowhere"), InlineData("/search?page=0")]
    public async Task What_is_somebodys_own_or_not_there_has_no_tag(string path)
    {
        using var reply = await AskAsync(HttpMethod.Get, path);

        Assert.Null(reply.Headers.ETag);
        Assert.True(reply.Headers.CacheControl is { NoStore: true });
    }

    [Theory, InlineData("/feed.atom"), InlineData("/issues/1.md"), InlineData("/api/v1/issues"), InlineData("/sitemap.xml")]
    public async Task Who_asks_tells_nobody_else_where_the_site_is(string path)
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            await db.PublishAsync(1, "First", Scene.Paper("Alpha"));
        });
        using var visitor = own.Visitor();
        using var reply = await visitor.GetAsync(new Uri($"http://evil.example{path}"));

        Assert.True(reply.Headers.CacheControl is { NoCache: true, MaxAge: null }, reply.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("TRACE", "/issues", "GET, HEAD")]
    [InlineData("TRACE", "/issues/1/first-things", "GET, HEAD")]
    [InlineData("POST", "/papers", "GET, HEAD")]
    [InlineData("PUT", "/search", "GET, HEAD")]
    [InlineData("DELETE", "/papers", "GET, HEAD")]
    [InlineData("DELETE", "/suggest", "GET, HEAD, POST")]
    [InlineData("OPTIONS", "/papers", "GET, HEAD")]
    [InlineData("POST", "/issues/1.md", "GET, HEAD")]
    [InlineData("POST", "/issues/1/picture.png", "GET, HEAD")]
    [InlineData("DELETE", "/feed.atom", "GET, HEAD")]
    [InlineData("PATCH", "/admin/issues", "GET, HEAD, POST")]
    public async Task What_an_address_does_not_take_is_refused_with_what_it_does(string method, string path, string allowed)
    {
        // Of another site's making, or without a word of where it is from.
        using var visitor = site.CreateDefaultClient(new Uri("http://localhost"));
        using var request = new HttpRequestMessage(new(method), path);
        if (method is "POST") request.Headers.Add("Origin", "http://localhost");
        using var reply = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.StatusCode);
        Assert.Equal(allowed, string.Join(", ", reply.Content.Headers.Allow.Order()));
    }

    [Theory, InlineData("OPTIONS"), InlineData("TRACE"), InlineData("DELETE"), InlineData("POST"), InlineData("GET")]
    public async Task Nothing_is_nowhere_whatever_is_asked(string method)
    {
        using var reply = await AskAsync(new(method), "/nope");

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task A_page_of_a_list_is_a_number_or_not_there()
    {
        foreach (var list in new[] { "/issues", "/papers", "/topics/editing-models", "/authors/kevin-meng", "/search", "/feed.atom", "/papers/feed.rss" })
        {
            foreach (var page in new[] { "99999999999", "abc", "%D9%A1", "0", "2147483647", "-1", "%2B1", "%201", "2" })
            {
                using var reply = await AskAsync(HttpMethod.Get, $"{list}?page={page}");
                Assert.True(reply.StatusCode is HttpStatusCode.NotFound, $"{list}?page={page}: {reply.StatusCode}");
            }

            foreach (var page in new[] { "1", "" })
            {
                using var reply = await AskAsync(HttpMethod.Get, $"{list}?page={page}");
                Assert.True(reply.StatusCode is HttpStatusCode.OK, $"{list}?page={page}: {reply.StatusCode}");
            }
        }
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Scripts_of_any_site_may_read_files(string path)
    {
        using var reply = await AskAsync(HttpMethod.Get, path, r => r.Headers.Add("Origin", "https://elsewhere.example"));

        Assert.Equal("cross-origin", Assert.Single(reply.Headers.GetValues("Cross-Origin-Resource-Policy")));
        if (path is not "/manifest.webmanifest") Assert.Equal("*", Assert.Single(reply.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("/authors/Kevin-Meng?page=1&x=1", "/authors/kevin-meng?page=1&x=1")]
    [InlineData("/topics/Editing-Models", "/topics/editing-models")]
    [InlineData("/favicon.ico", "/img/icon-192.png")]
    public async Task Another_way_to_write_it_leads_there(string path, string expected)
    {
        using var reply = await AskAsync(HttpMethod.Get, path);

        Assert.Equal(expected, reply.Headers.Location?.OriginalString);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, Action<HttpRequestMessage>? with = null)
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(method, path);
        with?.Invoke(request);
        return await visitor.SendAsync(request);
    }
}
