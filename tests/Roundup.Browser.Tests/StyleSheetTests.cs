using System.Text.RegularExpressions;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests;

/// <summary>What the build makes in wwwroot/lib arrives at a reader.</summary>
public sealed partial class StyleSheetTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    /// <summary>What a part names a class for is in the sheet of its surface: nothing was dropped on the way.</summary>
    [Theory]
    [InlineData("site", "shared", "site")]
    [InlineData("issue", "shared", "fields", "talk/1", "talk/2")]
    [InlineData("preview", "shared", "site", "fields", "preview")]
    [InlineData("talk", "shared", "fields", "talk")]
    [InlineData("account", "shared", "fields", "account")]
    [InlineData("desk", "shared", "desk")]
    [InlineData("editor", "editor")]
    public async Task A_style_sheet_has_every_class_of_its_parts_in_less_than_they_have(string surface, params string[] parts)
    {
        var css = Path.Combine(Repository.Root, "wwwroot", "css");
        var texts = parts.Select(part => part.Split('/'))
            .SelectMany(part => Directory.GetFiles(Path.Combine(css, part[0]), $"{part.ElementAtOrDefault(1)}*.css").Order(StringComparer.Ordinal))
            .Select(file => Comments().Replace(File.ReadAllText(file), "")).ToList();
        Assert.NotEmpty(texts);

        var served = await GetAsync($"/lib/{surface}.css");

        Assert.DoesNotContain(texts.SelectMany(t => Classes().Matches(t).Select(m => m.Value)).Distinct(), c => !served.Contains(c, StringComparison.Ordinal));
        Assert.DoesNotContain("/*", served, StringComparison.Ordinal);
        if (surface is not ("desk" or "preview")) Assert.True(served.Length <= 20_480, $"{surface}.css has {served.Length} bytes.");
    }

    [Fact]
    public async Task A_page_loads_one_sheet()
    {
        using var client = site.CreateClient();
        foreach (var path in new[] { "/", "/issues", "/papers", "/suggest", "/account/sign-in", "/nowhere" })
        {
            using var reply = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Single(Links().Matches(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
    }

    [Theory, InlineData("site"), InlineData("issue"), InlineData("desk"), InlineData("editor"), InlineData("talk"), InlineData("account")]
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

    [GeneratedRegex(@"\.[a-z][a-z-]+(?=[^{}]*\{)")]
    private static partial Regex Classes();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("<link rel=\"stylesheet\"")]
    private static partial Regex Links();

    [GeneratedRegex("""url\("?(?<url>/[^")]+)"?\)""")]
    private static partial Regex Urls();
}
