using System.Diagnostics;
using System.Text;
using Roundup.Formats.Reading;

namespace Roundup.Tests.Formats.Reading;

/// <summary>Whatever is pasted, the reader answers: with a refusal in a sentence, or with every word in its place.</summary>
public sealed class HostilePasteTests(ITestOutputHelper output)
{
    private const string Words = "We study how tidal sensors drift over long deployments and show that a simple linear correction removes most of the error. ";

    public static TheoryData<string> Names => [.. Pastes.Keys];

    private static Dictionary<string, Func<string>> Pastes => new()
    {
        ["brackets"] = () => Repeat("[a](b\"x", 10_000),
        ["open brackets"] = () => new string('[', 200_000),
        ["half links"] = () => Repeat("[a](", 200_000),
        ["quotes in quotes"] = () => new string('>', 100_000) + " deep",
        ["lists in lists"] = () => string.Join('\n', Enumerable.Range(0, 1500).Select(at => new string(' ', 2 * at) + "- item " + at)),
        ["unbalanced emphasis"] = () => Repeat("*a **b _c __d ", 60_000),
        ["ticks"] = () => Repeat("`a ``b ```c ", 60_000),
        ["headings"] = () => Repeat("# a\n", 50_000),
        ["pipes"] = () => "|a|b|\n|-|-|\n" + Repeat("|x\ny\n", 40_000),
        ["open comments"] = () => Repeat("<!--", 100_000),
        ["nested divs"] = () => Repeat("<div>", 100_000) + "x",
        ["nested bold"] = () => Repeat("<p><b>", 60_000) + "x",
        ["nested tables"] = () => Repeat("<table><tr><td>", 20_000) + "x",
        ["angles"] = () => new string('<', 300_000),
        ["labels"] = () => Repeat("My opinion: x. ", 20_000),
        ["addresses"] = () => Repeat("https://arxiv.org/abs/2301.00011 ", 30_000),
        ["2 MB in one line"] = () => Repeat("word ", 400_000),
        ["2 MB of papers"] = () => Papers(600, 20),
        ["500 papers"] = () => Papers(500, 3),
        ["500 papers in HTML with scripts"] = () => "<html><body>" + string.Concat(Enumerable.Range(0, 500).Select(at => $"<h2><a href=\"https://arxiv.org/abs/2301.{at:00000}\">River number {at} again</a></h2><p>{Words}</p><script>alert('{at}')</script>")) + "</body></html>",
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_paste_is_read(string name)
    {
        var paste = Pastes[name]();
        var watch = Stopwatch.StartNew();
        var refusal = new RoundupReader(Recognition.Of).Read(paste, out var reading);
        output.WriteLine($"{name}: {paste.Length:N0} characters, {watch.ElapsedMilliseconds} ms, {reading.Lines.Count} lines, {reading.Issue.Entries.Count} papers");
        Assert.Null(refusal);
    }

    [Fact]
    public void Five_hundred_papers_are_five_hundred_entries()
    {
        Assert.Null(new RoundupReader(Recognition.Of).Read(Papers(500, 3), out var reading));
        Assert.Equal(500, reading.Issue.Entries.Count);
        Assert.All(reading.Issue.Entries, entry => Assert.StartsWith("I like", Assert.Single(entry.Opinions).Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Scripts_are_no_text()
    {
        Assert.Null(new RoundupReader(Recognition.Of).Read("<html><body><script>evil()</script><style>.a{}</style><h2><a href='https://arxiv.org/abs/2301.00011'>On Rivers and Tides</a></h2><p onclick='evil()'>Words.</p></body></html>", out var reading));
        Assert.DoesNotContain(reading.Lines, line => line.Text.Contains("evil", StringComparison.Ordinal));
        Assert.Equal("On Rivers and Tides", Assert.Single(reading.Issue.Entries).Title);
    }

    [Theory]
    [InlineData("%PDF-1.7 stream", "not text")]
    [InlineData("PK\u0003\u0004\u0014\0\0\0", "not text")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0", "not text")]
    [InlineData("   \n\n ", "nothing to read")]
    public void What_is_no_text_is_refused_in_a_sentence(string paste, string reason)
    {
        var refusal = new RoundupReader(Recognition.Of).Read(paste, out _);
        Assert.Contains(reason, refusal?.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_much_at_once_is_refused()
    {
        var refusal = new RoundupReader(Recognition.Of).Read(new string('x', 4_000_001), out _);
        Assert.Contains("too long", refusal?.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_pieces_of_markup_never_throw_and_lose_no_word()
    {
        string[] pieces = ["# ", "## ", "- ", "1. ", "> ", "| ", "**", "*", "_", "`", "[", "](https://arxiv.org/abs/2301.00011)", "\n", "\n\n", "My opinion: ", "Abstract: ", "river ", "Tides ", "moon. ", "(", ")", "https://github.com/a/b ", "<br>", "---\n", "|a|b|\n|-|-|\n"];
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var paste = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (new RoundupReader(Recognition.Of).Read(paste, out var reading) is not null || paste.Contains("|-|-|", StringComparison.Ordinal)) continue;
            var kept = Wording.Words(reading.Issue).ToHashSet();
            foreach (var word in new[] { "river", "Tides", "moon" }.Where(word => Wording.Words(paste).Contains(word)))
                Assert.True(kept.Contains(word), $"'{word}' is lost of: {paste}");
        }
    }

    [Fact]
    public void Without_recognition_the_shape_of_a_roundup_is_enough()
    {
        Assert.Null(new RoundupReader(_ => null).Read(Papers(5, 3), out var reading));
        Assert.Equal(5, reading.Issue.Entries.Count);
    }

    private static string Papers(int count, int length) => "# Big issue #5\n\n" + string.Concat(Enumerable.Range(0, count)
        .Select(at => $"## [River number {at} again](https://arxiv.org/abs/2301.{at:00000})\n\n> {Repeat(Words, length)}\n\n**My opinion:** I like number {at}.\n\n"));

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
