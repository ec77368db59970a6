using System.Text.RegularExpressions;

namespace Roundup.Tests.House;

/// <summary>What the analyzer refuses at a call is refused here by name too, so that a pragma doesn't slip by.</summary>
public sealed partial class SafetyTests
{
    [Fact]
    public void Raw_HTML_is_written_in_one_file_at_most()
    {
        string[] raw = ["HtmlString", "MarkupString", "IHtmlContent", "HtmlContentBuilder", "IHtmlContentBuilder", "SetHtmlContent", "AppendHtml"];
        var code = Sources("*.cs").Where(file => Words(file).Any(raw.Contains));
        var pages = Sources("*.cshtml").Where(file => RawInPage().IsMatch(Repository.Text(file)));
        string[] files = [.. code, .. pages];

        Assert.True(files.Length <= 1, $"Raw HTML is for one file; found in {string.Join(", ", files)}.");
        Assert.All(files, file => Assert.StartsWith("src/Roundup.Web/", file, StringComparison.Ordinal));
    }

    [Fact]
    public void SQL_is_never_a_bare_string()
    {
        string[] raw = ["FromSqlRaw", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "SqlQueryRaw"];

        var files = Sources("*.cs").Where(file => Words(file).Any(raw.Contains));

        Assert.Empty(files);
    }

    [Fact]
    public void A_commit_waits_for_the_disk()
    {
        // With NORMAL, acknowledged comments are lost when the power goes; FULL is SQLite's default.
        var files = Sources("*").Where(file => Careless().IsMatch(Repository.Text(file)));

        Assert.Empty(files);
    }

    private static IEnumerable<string> Sources(string pattern) => Repository.Files("src", pattern);

    private static IEnumerable<string> Words(string file) =>
        Repository.Syntax(file).DescendantTokens().Select(token => token.ValueText);

    [GeneratedRegex(@"(?<![\w.])Html\.Raw|\b(HtmlString|MarkupString|IHtmlContent)\b")]
    private static partial Regex RawInPage();

    [GeneratedRegex(@"synchronous""?\s*[=(,]\s*""?\(?\s*(NORMAL|OFF|0|1)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Careless();
}
