using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Roundup.Tests.House;

/// <summary>What the analyzer refuses at a call is refused here by name too: it doesn't look into pages, and a pragma silences it.</summary>
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

    /// <summary>The index's statements are not EF's, which would make parameters of values: they are constants, so that no value gets into one.</summary>
    [Fact]
    public void A_statement_of_our_own_is_a_constant()
    {
        const string One = "src/Roundup.Data/Search/SearchSql.cs";
        // Drops what the database names, in the database's own quotes, and makes it anew of constants.
        const string Watch = "src/Roundup.Data/Search/SearchWatch.cs";
        string[] doors = ["Statement", "RunAsync", "NumberAsync"];
        var statements = Sources("*.cs").Where(file => file is not (One or Watch)).SelectMany(file =>
        {
            var (nodes, constants) = (Repository.Syntax(file).DescendantNodes().ToList(), Constants(file));
            var set = nodes.OfType<AssignmentExpressionSyntax>().Where(a => a.Left.ToString().Split('.')[^1] is "CommandText").Select(a => a.Right);
            var asked = nodes.OfType<InvocationExpressionSyntax>().Where(i => i.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "db" } } of && doors.Contains(of.Name.Identifier.ValueText))
                .Select(i => i.ArgumentList.Arguments[0].Expression);
            return set.Concat(asked).Select(sql => (At: $"{file}: {sql}", IsConstant: IsConstant(sql, constants)));
        }).ToList();

        Assert.True(statements.Count > 20);
        Assert.Empty(statements.Where(s => !s.IsConstant).Select(s => s.At));
        Assert.Single(Repository.Syntax(One).DescendantNodes().OfType<AssignmentExpressionSyntax>(), a => a.Left.ToString().EndsWith(".CommandText", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_asks_no_clock()
    {
        var pages = Sources("*.cshtml").Where(file => Clock().IsMatch(Repository.Text(file)));

        Assert.Empty(pages);
    }

    [Fact]
    public void A_commit_waits_for_the_disk()
    {
        // With NORMAL, acknowledged comments are lost when the power goes; FULL is SQLite's default.
        var files = Sources("*").Where(file => Careless().IsMatch(Repository.Text(file)));

        Assert.Empty(files);
    }

    private static IEnumerable<string> Sources(string pattern) => Repository.Files("src", pattern);

    private static bool IsConstant(ExpressionSyntax sql, HashSet<string> constants) => sql switch
    {
        LiteralExpressionSyntax => true,
        IdentifierNameSyntax name => constants.Contains(name.Identifier.ValueText),
        ConditionalExpressionSyntax either => IsConstant(either.WhenTrue, constants) && IsConstant(either.WhenFalse, constants),
        _ => false,
    };

    private static HashSet<string> Constants(string file)
    {
        var nodes = Repository.Syntax(file).DescendantNodes().ToList();
        var fields = nodes.OfType<FieldDeclarationSyntax>().Where(f => f.Modifiers.Any(m => m.ValueText is "const")).Select(f => f.Declaration);
        var locals = nodes.OfType<LocalDeclarationStatementSyntax>().Where(l => l.IsConst).Select(l => l.Declaration);
        return [.. fields.Concat(locals).SelectMany(d => d.Variables).Select(v => v.Identifier.ValueText)];
    }

    private static IEnumerable<string> Words(string file) =>
        Repository.Syntax(file).DescendantTokens().Select(token => token.ValueText);

    [GeneratedRegex(@"(?<![\w.])Html\.Raw|\b(HtmlString|MarkupString|IHtmlContent|HtmlContentBuilder|SetHtmlContent|AppendHtml)\b")]
    private static partial Regex RawInPage();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"synchronous""?\s*[=(,]\s*""?\(?\s*(NORMAL|OFF|0|1)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Careless();
}
