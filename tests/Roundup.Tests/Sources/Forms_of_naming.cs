using System.Diagnostics;
using System.Text.RegularExpressions;
using Roundup.Sources;

namespace Roundup.Tests.Sources;

/// <summary>Two long tables, made from the grammars and not from the code: what names a paper, and what only looks as if it did.</summary>
public partial class Forms_of_naming(ITestOutputHelper output)
{
    private static readonly PaperFinder Finder = new();

    [Fact]
    public void Every_form_names_what_it_names()
    {
        var rows = Rows("named.tsv").Select(row => row.Split('\t')).Select(cells => (Text: Unescaped(cells[0]), Expected: cells[1])).ToList();
        var wrong = rows.Where(row => Found(row.Text) != row.Expected).ToList();
        foreach (var (text, expected) in wrong) output.WriteLine($"{text.ReplaceLineEndings("⏎")}  names {expected}, read as {Found(text)}");
        output.WriteLine($"FIGURE: forms right = {rows.Count - wrong.Count} of {rows.Count} ({(rows.Count - wrong.Count) / (double)rows.Count:P1})");

        Assert.True(rows.Count >= 300, $"{rows.Count} forms");
        Assert.True(wrong.Count * 100 <= rows.Count, $"{wrong.Count} wrong");
    }

    [Fact]
    public void A_form_that_stands_alone_is_recognised_as_it_is_found()
    {
        var alone = Rows("named.tsv").Select(row => row.Split('\t')).Where(cells => !cells[0].Contains('\\') && !cells[0].Any(c => c is ' ' or >= '\u2E80') && !cells[1].Contains(' ')).ToList();
        var wrong = alone.Where(cells => Finder.Recognise(cells[0])?.ToString() != cells[1]).ToList();
        foreach (var cells in wrong) output.WriteLine($"{cells[0]} names {cells[1]}, recognised as {Finder.Recognise(cells[0])}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_else_names_a_paper()
    {
        var rows = Rows("unnamed.txt").Select(Unescaped).ToList();
        var named = rows.Where(row => Found(row) is not "").ToList();
        foreach (var row in named) output.WriteLine($"{row.ReplaceLineEndings("⏎")}  names nothing, read as {Found(row)}");
        output.WriteLine($"FIGURE: false papers = {named.Count} of {rows.Count}");

        Assert.True(rows.Count >= 150, $"{rows.Count} rows");
        Assert.Empty(named);
    }

    [Fact]
    public void Nothing_else_names_a_paper_within_a_sentence_either()
    {
        var rows = Rows("unnamed.txt").Where(row => !row.Contains('\\') && !row.StartsWith('@')).ToList();
        Assert.All(rows, row => Assert.Equal("", Found($"We saw {row} there.")));
        Assert.Equal("", Found(string.Join('\n', rows.Where(row => !row.EndsWith('/')))));
    }

    [Fact]
    public void All_forms_in_one_paste_keep_their_order()
    {
        var rows = Rows("named.tsv").Select(row => row.Split('\t')).Where(cells => !cells[0].Contains('\\') && !cells[0].Contains("TY  -")).ToList();
        var paste = string.Join("\n\n", rows.Select(cells => cells[0]));
        var expected = rows.SelectMany(cells => cells[1].Split(' ')).Select(WithoutVersion).Distinct().ToList();

        Finder.Find(paste);
        var watch = Stopwatch.StartNew();
        var found = Finder.Find(paste);
        output.WriteLine($"FIGURE: {rows.Count} forms in one paste = {watch.Elapsed.TotalMilliseconds:F1} ms");
        Assert.Equal(expected, found.Select(paper => paper.Id.Key));
    }

    private static string Found(string text) => string.Join(' ', Finder.Find(text).Select(paper => paper.Id.ToString()));

    private static string WithoutVersion(string id) => id.StartsWith("arxiv:", StringComparison.Ordinal) || id.Contains("rxiv:") ? Version().Replace(id, "") : id;

    private static string Unescaped(string text) => Escape().Replace(text.Replace("\\n", "\n"), match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static IEnumerable<string> Rows(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Roundup.sln"))) folder = folder.Parent;
        return File.ReadLines(Path.Combine(folder!.FullName, "tests", "Roundup.Tests", "Sources", "Forms", file)).Where(row => row is not "" && row[0] is not '#' || row.StartsWith("#1", StringComparison.Ordinal) || row.StartsWith("#2", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\\u([0-9A-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex("v[0-9]+$")]
    private static partial Regex Version();
}
