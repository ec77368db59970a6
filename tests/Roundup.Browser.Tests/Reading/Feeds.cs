using System.Text;
using Roundup.Browser.Tests.Accessibility;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Reading;

/// <summary>Every Atom feed is valid by RFC 4287's own grammar. What a grammar can't say, and the other two formats, have rules of their own in the web tests.</summary>
public sealed class Feeds(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Grammar = "tests/Roundup.Browser.Tests/Reading/atom.rnc";

    [Fact]
    public async Task Are_valid_Atom()
    {
        await Scene.SetAsync(site);
        using var client = site.CreateClient();
        var folder = Directory.CreateTempSubdirectory("feeds-");
        foreach (var path in new[] { "/feed.atom", "/papers/feed.atom", "/topics/model-editing/feed.atom", "/comments/feed.atom", "/issues/1/comments.atom", "/issues/2/comments.atom" })
        {
            using var reply = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.StartsWith("application/atom+xml", reply.EnsureSuccessStatusCode().Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{path.Trim('/').Replace('/', '-')}"), await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        }

        var files = folder.GetFiles();
        var errors = await Jing.LookAsync(Grammar, files.Select(f => f.FullName));
        // The control: the same feed without what it must have is refused.
        var broken = Path.Combine(folder.FullName, "broken");
        await File.WriteAllTextAsync(broken, (await File.ReadAllTextAsync(files.Single(f => f.Name is "feed.atom").FullName, TestContext.Current.CancellationToken)).Replace("<updated>", "<updated>about ", StringComparison.Ordinal), Encoding.UTF8, TestContext.Current.CancellationToken);
        var refused = await Jing.LookAsync(Grammar, [broken]);
        folder.Delete(recursive: true);

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: errors of Jing with the grammar of RFC 4287 on {files.Length} feeds = {errors.Count}, on one that was broken = {refused.Count}");
        Assert.True(errors is [], string.Join(Environment.NewLine, errors));
        Assert.NotEmpty(refused);
    }
}
