using System.Diagnostics;
using Roundup.Sources;

namespace Roundup.Tests.Sources;

[Collection(Measured.Name)]
public class Hostile_text_is_only_text(ITestOutputHelper output)
{
    private static readonly PaperFinder Finder = new();

    public static TheoryData<string, string> Pieces => new()
    {
        { "a", "" }, { "10.", "" }, { "10.1234/", "" }, { "10.1234/(", "" }, { "[](", "" }, { "[a](b", "" }, { "(", "" }, { ")", "https://x.org/" }, { "]", "[" },
        { "http://", "" }, { "https://a.b/", "" }, { "/", "" }, { "a.", "x" }, { "a.b/", "" }, { "arXiv:", "" }, { "arxiv ", "" }, { "1706.", "" },
        { "1706.03762", "" }, { "1706.03762v", "" }, { "hep-th/", "" }, { "-", "hep" }, { "%25", "https://x.org/" }, { "&amp;", "https://x.org/?" },
        { "<", "10.1175/" }, { "<0946:A>", "10.1175/1" }, { "\u200B", "10." }, { "v1", "1706.03762" }, { "2022.a-", "" }, { "PMID ", "" },
        { "\ud800", "" }, { "\0", "" }, { "é", "" }, { "。", "https://arxiv.org/abs/1706.03762" }, { "https://arxiv.org/abs/", "" },
        { "doi:10.1/", "" }, { ".pdf", "10.1234/x" }, { "/full", "https://doi.org/10.1234/x" }, { "://", "http" }, { "http%3A%2F%2F", "https://x.org/" },
    };

    [Theory, MemberData(nameof(Pieces))]
    public void Megabytes_take_linear_time_and_no_exception(string piece, string before)
    {
        var (half, whole) = (Text(before, piece, 500_000), Text(before, piece, 1_000_000));
        Finder.Find(Text(before, piece, 5_000));
        var (shorter, longer) = (Time(half), Time(whole));

        output.WriteLine($"\"{before}\" + \"{piece}\"…: 0.5 MB {shorter:F0} ms, 1 MB {longer:F0} ms");
        Assert.True(longer < 60_000, $"{shorter:F0} ms, then {longer:F0} ms");
        Finder.Recognise(whole);
        Finder.Recognise(Text(before, piece, 3900), anyPage: true);
    }

    [Fact]
    public void Naughty_strings_are_nobodys_papers()
    {
        string[] naughty =
        [
            "undefined", "null", "NaN", "1E+02", "-1.00", "$1.00", "1/0", "0xabad1dea", "123456789012345678901234567890123456789", "1,000.00", "1.797693E+308",
            "<script>alert(1)</script>", "javascript:alert('10.1234')", "' OR 1=1--", "../../../../etc/passwd", "${jndi:ldap://127.0.0.1/a}", "%n%s%d", "田中さんにあげて下さい",
            "👾 🙇 💁", "ﷺ", "\u202Etest\u202C", "Z\u0351\u036B", "((((((((((", "file:///etc/passwd", "ftp://a.b/c.pdf", "http://a/%%30%30", "http://[::1]/x.pdf", "http://user:pw@host.org/",
            "https://www.google.com/search?q=arxiv", "0808-1234-567", "(1412.12345)", "1.2.3.4/24", "10.10.10.10/8", "\t\n\v\f\r", "­", "\uFFFE\uFFFF",
        ];
        Assert.All(naughty, text => { Assert.Null(Finder.Recognise(text)); Assert.Empty(Finder.Find(text)); });
    }

    [Fact]
    public void Two_hundred_links_take_less_than_fifty_milliseconds()
    {
        string[] forms =
        [
            "https://arxiv.org/abs/{0:D4}.{1:D5}", "- [A title of a paper](https://arxiv.org/pdf/{0:D4}.{1:D5}v2.pdf) by somebody", "https://doi.org/10.1145/{0}{1}",
            "https://openreview.net/forum?id=abcd{0:D4}{1:D1}", "https://github.com/owner{0}/repo{1}", "https://www.lesswrong.com/posts/qezBTig6p6p5xtL6G/post-{0}-{1}",
            "arXiv:{0:D4}.{1:D5}", "https://aclanthology.org/2022.acl-long.{1}/",
        ];
        var paste = string.Join('\n', Enumerable.Range(1, 200).Select(n => string.Format(forms[n % forms.Length], 2001 + n % 12, 10000 + n)));
        Finder.Find(paste);

        var watch = Stopwatch.StartNew();
        var found = Finder.Find(paste);
        output.WriteLine($"FIGURE: {found.Count} papers found in 200 links, ms = {watch.Elapsed.TotalMilliseconds:F1}");
        Assert.True(found.Count >= 140, $"{found.Count} papers");
    }

    private static string Text(string before, string piece, int length) =>
        string.Concat(before, string.Concat(Enumerable.Repeat(piece, Math.Max(1, (length - before.Length) / piece.Length))));

    private static double Time(string text)
    {
        var watch = Stopwatch.StartNew();
        Finder.Find(text);
        return watch.Elapsed.TotalMilliseconds;
    }
}
