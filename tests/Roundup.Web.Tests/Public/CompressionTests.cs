using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.People;
using Roundup.Data.Starting;
using Roundup.Web.Sample;
using Roundup.Web.Tests.Desk;

namespace Roundup.Web.Tests.Public;

/// <summary>What is said on the wire, as bytes: nothing here decodes by itself.</summary>
public sealed class CompressionTests(CompressionTests.SampleShelf site) : IClassFixture<CompressionTests.SampleShelf>
{
    private const string Issue = "/issues/1/the-order-in-which-networks-learn";

    public sealed class SampleShelf : DeskSite, IAsyncLifetime
    {
        public async ValueTask InitializeAsync()
        {
            await using var scope = Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DatabaseStart>().RunAsync(TestContext.Current.CancellationToken);
            await scope.ServiceProvider.GetRequiredService<SampleSite>().EnsureAsync(TestContext.Current.CancellationToken);
        }
    }

    public static TheoryData<string> Open =>
    [
        "/", Issue, "/issues", "/papers", "/search?q=networks", "/topics", "/about", "/api", "/issues/1.md", "/issues/1.json", "/issues/1.bib", "/issues/1.ris", "/issues/1.csl.json",
        "/feed.atom", "/feed.rss", "/feed.json", "/papers/feed.atom", "/comments/feed.atom", "/api/v1/issues/1", "/api/v1/issues/99", "/api/openapi.json", "/sitemap.xml", "/robots.txt", "/manifest.webmanifest",
    ];

    public static TheoryData<string> Kept => ["/issues/1.md", "/issues/1.json", "/issues/1.bib", "/feed.atom", "/feed.rss", "/feed.json", "/api/v1/issues/1"];

    [Theory, InlineData("br"), InlineData("gzip")]
    public async Task An_issue_of_ten_papers_is_small_on_the_wire(string encoding)
    {
        using var reply = await AskAsync(Issue, encoding);
        var sent = await reply.Content.ReadAsByteArrayAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: an issue page of ten papers on the wire, {encoding} = {sent.Length} bytes, of {Plain(sent, encoding).Length}");
        Assert.InRange(sent.Length, 1, 20 * 1024);
    }

    [Theory, MemberData(nameof(Open))]
    public async Task What_is_for_everyone_is_the_same_with_fewer_bytes(string path)
    {
        using var plain = await AskAsync(path, null);
        var text = await plain.Content.ReadAsByteArrayAsync();
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], plain.Headers.Vary);
        foreach (var encoding in new[] { "br", "gzip" })
        {
            using var reply = await AskAsync(path, encoding);
            Assert.Equal(plain.StatusCode, reply.StatusCode);
            Assert.Equal([encoding], reply.Content.Headers.ContentEncoding);
            Assert.Equal(["Accept-Encoding"], reply.Headers.Vary);
            Assert.Equal(plain.Content.Headers.ContentType, reply.Content.Headers.ContentType);
            Assert.Equal(text, Plain(await reply.Content.ReadAsByteArrayAsync(), encoding));
        }
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=1, br;q=0.5", "gzip")]
    [InlineData("identity", "")]
    [InlineData("*;q=0", "")]
    [InlineData("zstd", "")]
    [InlineData(";;q=,", "")]
    public async Task A_reader_gets_what_it_can_read(string accepted, string encoding)
    {
        using var reply = await AskAsync(Issue, accepted);

        Assert.Equal(encoding, string.Join(' ', reply.Content.Headers.ContentEncoding));
        Assert.Equal(["Accept-Encoding"], reply.Headers.Vary);
    }

    [Theory, MemberData(nameof(Kept))]
    public async Task A_tag_of_either_is_known_for_either(string path)
    {
        using var plain = await AskAsync(path, null);
        using var small = await AskAsync(path, "br");

        Assert.False(plain.Headers.ETag!.IsWeak);
        Assert.Equal($"W/{plain.Headers.ETag}", small.Headers.ETag!.ToString());
        foreach (var tag in new[] { plain.Headers.ETag, small.Headers.ETag })
        {
            foreach (var encoding in new[] { null, "br", "gzip" })
            {
                using var again = await AskAsync(path, encoding, request => request.Headers.IfNoneMatch.Add(tag));
                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
                Assert.Equal(["Accept-Encoding"], again.Headers.Vary);
                Assert.Equal(encoding is null ? plain.Headers.ETag : small.Headers.ETag, again.Headers.ETag);
                Assert.Empty(again.Content.Headers.ContentEncoding);
                Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            }
        }
    }

    [Theory, InlineData(Issue), InlineData("/issues/1.md"), InlineData("/feed.atom"), InlineData("/api/v1/issues/1")]
    public async Task Whoever_asks_for_the_head_alone_is_told_the_same(string path)
    {
        using var whole = await AskAsync(path, "br");
        using var head = await AskAsync(path, "br", request => request.Method = HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
        Assert.Equal(whole.Headers.Vary, head.Headers.Vary);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        // Not the length of the plain bytes.
        Assert.NotInRange(head.Content.Headers.ContentLength ?? 0, 1, long.MaxValue);
    }

    [Fact]
    public async Task A_picture_stays_as_it_is()
    {
        using var reply = await AskAsync("/issues/1/picture.png", "br");
        using var part = await AskAsync("/issues/1/picture.png", "br", request => request.Headers.Range = new(0, 99));

        Assert.Empty(reply.Content.Headers.ContentEncoding);
        Assert.Empty(reply.Headers.Vary);
        Assert.False(reply.Headers.ETag!.IsWeak);
        Assert.Equal(await reply.Content.ReadAsByteArrayAsync(), await part.Content.ReadAsByteArrayAsync());
        using var again = await AskAsync("/issues/1/picture.png", "br", request => request.Headers.IfNoneMatch.Add(reply.Headers.ETag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(reply.Headers.ETag, again.Headers.ETag);
        Assert.Empty(again.Headers.Vary);
    }

    [Theory, InlineData("br"), InlineData("gzip")]
    public async Task What_the_build_has_compressed_is_not_compressed_again(string encoding)
    {
        foreach (var path in new[] { "/lib/site.css", "/img/mark.svg" })
        {
            using var plain = await AskAsync(path, null);
            using var reply = await AskAsync(path, encoding);
            var bytes = await reply.Content.ReadAsByteArrayAsync();

            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            // A build for publishing has both, one for tests has gzip alone.
            Assert.InRange(reply.Content.Headers.ContentEncoding.Count, 0, 1);
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), reply.Content.Headers.ContentEncoding.SingleOrDefault() is { } used ? Plain(bytes, used) : bytes);
            if (encoding is "br" && reply.Content.Headers.ContentEncoding.Count == 0) Assert.False(reply.Headers.ETag!.IsWeak);
        }
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/issues")]
    [InlineData("/admin/settings")]
    [InlineData("/account")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/register")]
    [InlineData("/issues/1/comment")]
    [InlineData("/suggest")]
    [InlineData("/preview/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/health")]
    [InlineData("/nowhere")]
    public async Task What_is_somebodys_own_or_kept_nowhere_is_not_compressed(string path)
    {
        // Who is signed in is sent on by those.
        using var visitor = site.Visitor();
        var client = path is "/account/sign-in" or "/account/register" ? visitor : (await site.SeatAsync(Role.Owner)).Client;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var reply = await client.SendAsync(request);

        Assert.NotEqual(0, reply.Content.Headers.ContentType?.MediaType?.Length ?? 0);
        Assert.Empty(reply.Content.Headers.ContentEncoding);
        Assert.Contains("no-store", string.Join(' ', reply.Headers.GetValues("Cache-Control")));
    }

    [Fact]
    public async Task An_answer_to_a_form_is_not_compressed()
    {
        using var reply = await AskAsync("/suggest", "br", request => (request.Method, request.Content) = (HttpMethod.Post, new FormUrlEncodedContent([KeyValuePair.Create("Input.Text", "")])));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Empty(reply.Content.Headers.ContentEncoding);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string? encoding, Action<HttpRequestMessage>? with = null)
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        with?.Invoke(request);
        return await visitor.SendAsync(request);
    }

    private static byte[] Plain(byte[] bytes, string encoding)
    {
        using var from = new MemoryStream(bytes);
        using Stream reading = encoding is "br" ? new BrotliStream(from, CompressionMode.Decompress) : new GZipStream(from, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        reading.CopyTo(plain);
        return plain.ToArray();
    }
}
