using System.Net;
using Microsoft.AspNetCore.Hosting;
using Roundup.Formats.Feeds;
using Roundup.Web.Tests.Filling;

namespace Roundup.Web.Tests.Reading;

public sealed class OtherDatabaseTests
{
    /// <summary>A word, the beginning of one with a letter that databases fold each in its way, a phrase, a name without a word, another script.</summary>
    private static readonly string[] Questions = ["alpha", "ÉLSEW", "\"a note\"", "author:meng -nonsense", "למידה"];

    [Fact]
    public async Task On_PostgreSQL_everything_is_answered_word_for_word_as_on_SQLite()
    {
        await using var shared = await SharedDatabase.CreateAsync(isPostgres: true);
        await using var there = new Elsewhere(shared.Postgres!);
        await using var here = new OpenShelf();
        await there.InitializeAsync();
        await here.InitializeAsync();
        using var visitor = there.Visitor();
        using var other = here.Visitor();
        string[] paths =
        [
            .. FeedTests.Feeds.Select(f => f.Data), "/sitemap.xml", "/api/v1/issues", "/api/v1/issues/1", "/api/v1/issues/1/comments", "/api/v1/papers", "/api/v1/papers/1", "/api/v1/topics",
            "/issues/1/picture.png", "/papers/1/picture.png", "/issues/1.md", "/", "/issues", "/issues/1/first-things", "/papers", "/topics", "/topics/editing-models", "/authors/kevin-meng", "/papers/1/alpha-alpha",
            "/search", .. Questions.Select(q => $"/search?q={Uri.EscapeDataString(q)}"), "/search?q=a&code=1",
        ];

        foreach (var path in paths)
        {
            using var reply = await visitor.GetAsync(path);
            using var same = await other.GetAsync(path);
            Assert.True(reply.StatusCode is HttpStatusCode.OK, path);
            if (reply.Content.Headers.ContentType?.MediaType is "image/png") Assert.Equal(await same.Content.ReadAsByteArrayAsync(), await reply.Content.ReadAsByteArrayAsync());
            else Assert.Equal(await LinesAsync(path, same), await LinesAsync(path, reply));
        }

        FeedRules.Hold(FeedFormats.Atom.MediaType, await visitor.GetByteArrayAsync("/feed.atom"));
    }

    // A line that differs is shown, and where.
    private static async Task<string[]> LinesAsync(string path, HttpResponseMessage reply) => [path, .. (await reply.Content.ReadAsStringAsync()).Split('\n')];

    private sealed class Elsewhere(string postgres) : OpenShelf
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("ConnectionStrings:Roundup", postgres);
        }
    }
}
