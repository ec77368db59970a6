using System.Text.RegularExpressions;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests;

/// <summary>What the build makes in wwwroot/lib arrives at a reader.</summary>
public sealed partial class StyleSheetTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory, InlineData("site", "shared"), InlineData("desk", "shared"), InlineData("editor", null), InlineData("talk", null)]
    public async Task A_style_sheet_is_its_parts_in_order(string surface, string? before)
    {
        var css = Path.Combine(Repository.Root, "wwwroot", "css");
        var parts = new[] { before, surface }.OfType<string>()
            .SelectMany(folder => Directory.GetFiles(Path.Combine(css, folder), "*.css").Order(StringComparer.Ordinal))
            .Select(File.ReadAllText);

        var served = await GetAsync($"/lib/{surface}.css");

        Assert.Equal(Lines(string.Concat(parts)), Lines(served));

        static IEnumerable<string> Lines(string text) => text.Split('\n').Where(line => line.Trim() is not "");
    }

    [Theory, InlineData("site"), InlineData("desk"), InlineData("editor"), InlineData("talk")]
    public async Task Every_file_that_a_style_sheet_names_is_there(string surface)
    {
        using var client = site.CreateClient();
        var sheet = await GetAsync($"/lib/{surface}.css");

        foreach (var url in Urls().Matches(sheet).Select(match => match.Groups["url"].Value).Distinct())
        {
            using var reply = await client.GetAsync(url, TestContext.Current.CancellationToken);
            Assert.True(reply.IsSuccessStatusCode, $"{url}: {reply.StatusCode}. Was the file updated, and with it its fingerprint?");
            if (url.EndsWith(".woff2", StringComparison.Ordinal)) Assert.Equal("font/woff2", reply.Content.Headers.ContentType?.MediaType);
        }
    }

    private async Task<string> GetAsync(string path)
    {
        using var client = site.CreateClient();
        return await client.GetStringAsync(path, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""url\("?(?<url>/[^")]+)"?\)""")]
    private static partial Regex Urls();
}
