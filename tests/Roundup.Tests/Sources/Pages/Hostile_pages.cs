using System.Diagnostics;
using System.Text;
using Roundup.Model.Papers;
using Roundup.Sources.Pages;

namespace Roundup.Tests.Sources.Pages;

[Collection(Measured.Name)]
public class Hostile_pages(ITestOutputHelper output)
{
    private const string Head = "<title>A title of its own</title>";

    private static string Times(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static readonly (string Name, string Html)[] Large =
    [
        ("5 MB of meta", Head + Times("<meta name=\"description\" content=\"x\">", 5_000_000)),
        ("5 MB of citation_author", Head + Times("<meta name=citation_author content='Doe, Jane'>", 5_000_000)),
        ("100,000 nested div", Head + Times("<div>", 500_000) + "x"),
        ("100,000 nested div that are abstracts", Head + Times("<div class=abstract>", 1_000_000) + "x"),
        ("an attribute of 1 MB", Head + "<meta name=author content=\"" + new string('x', 1_000_000) + "\">"),
        ("an attribute of 1 MB that is a title", "<meta property=og:title content=\"" + new string('x', 1_000_000) + "\">" + Head),
        ("an attribute without an end", Head + "<meta name=author content=\"" + new string('<', 1_000_000)),
        ("a tag with 250,000 attributes", Head + "<meta " + Times("a1 ", 750_000) + ">"),
        ("a tag with as many that are read", Head + "<meta " + Times("content=a name=b ", 1_000_000) + ">"),
        ("everything unclosed", Times("<title>a<script>b<style>c<textarea>d<p>e<b>f<table><tr><td>g<svg><h1>h<a rel=author>", 1_000_000)),
        ("formatting that a tree would rebuild", Head + "<p>" + string.Concat(Enumerable.Range(0, 8000).Select(n => $"<b a={n}>")) + "</p>" + Times("<p>x</p>", 500_000)),
        ("formatting inside an abstract", Head + $"<meta name=citation_title content=x><meta name=citation_abstract content=\"&lt;p&gt;{string.Concat(Enumerable.Range(0, 8000).Select(n => $"&lt;b a={n}&gt;"))}{Times("&lt;p&gt;x&lt;/p&gt;", 400_000)}\">"),
        ("comments", Head + Times("<!-- x --", 1_000_000)),
        ("less than", Head + new string('<', 1_000_000)),
        ("ampersands", Head + Times("&amp", 1_000_000)),
        ("entities", Head + Times("&notin;&", 1_000_000)),
        ("headings", Head + Times("<h1>x</h1><h2>Abstract</h2>y", 1_000_000)),
        ("bylines", Head + Times("<span class=byline>By Jane Doe and Max Roe</span>", 1_000_000)),
        ("times", Head + Times("<h1>x</h1><time datetime=2020-01-01>", 1_000_000)),
        ("links", Head + Times("<link rel=alternate type=application/pdf href=/x.pdf>", 1_000_000)),
        ("JSON-LD 40,000 deep", Head + "<script type=application/ld+json>" + Times("{\"@graph\":[", 400_000) + "</script>"),
        ("JSON-LD 40 deep, wide", Head + "<script type=application/ld+json>" + Times("{\"@graph\":[", 200) + Times("{\"@type\":\"Article\"},", 240_000) + "{}" + Times("]}", 36) + "</script>"),
        ("JSON-LD of 2 MB", Head + "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"" + new string('y', 2_000_000) + "\"}</script>"),
        ("5,000 scripts of JSON-LD", Head + Times("<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[\"Jane Doe\"]}</script>", 400_000)),
        ("JSON-LD with 20,000 authors", Head + "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"A title of its own\",\"author\":[" + Times("\"Jane Doe\",", 240_000) + "\"x\"]}</script>"),
        ("JSON-LD that refers to itself", Head + "<script type=application/ld+json>{\"@type\":\"ScholarlyArticle\",\"@id\":\"#a\",\"isPartOf\":{\"@id\":\"#a\"},\"author\":{\"@id\":\"#a\"}}</script>"),
        ("NULs", Head + new string('\0', 1_000_000)),
        ("separators in a title", $"<title>{Times("x - | ", 300_000)}</title><h1>A title of its own</h1>"),
        ("commas in an author", Head + $"<meta name=author content=\"{Times("Jane Doe, and ", 300_000)}\">"),
        ("labels in an abstract", Head + $"<meta name=citation_title content=x><meta name=citation_abstract content=\"{Times("Abstract: ", 300_000)}\">"),
        ("a charset that never ends", "<meta " + new string(' ', 1_000_000) + "charset=x>" + Head),
    ];

    public static TheoryData<string> Names => [.. Large.Select(page => page.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_large_page_costs_what_its_length_is(string name)
    {
        var html = Encoding.UTF8.GetBytes(Large.Single(page => page.Name == name).Html);
        Record.Exception(() => Parse(html[..Math.Min(html.Length, 10_000)]));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var failure = Record.Exception(() => Parse(html));
        var (time, allocated) = (watch.Elapsed.TotalMilliseconds, (GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0 / 1024.0);

        output.WriteLine($"FIGURE: {name}, {html.Length / 1024:N0} KB, ms = {time:F0}");
        output.WriteLine($"FIGURE: {name}, MB allocated = {allocated:F0}");
        Assert.True(failure is null or SourceException, $"{failure}");
        // A tree of one of these would take gigabytes; time is printed only.
        Assert.True(allocated < 400, $"{allocated:F0} MB");
    }

    [Fact]
    public void Ten_thousand_authors_are_five_thousand_at_most()
    {
        var paper = Read.Head(Head + string.Concat(Enumerable.Range(1, 10_000).Select(n => $"<meta name=citation_author content='Doe{n}, Jane'>")));
        Assert.Equal((PageNames.MostAuthors, "Jane Doe1", "Jane Doe5000"), (paper.Authors.Count, paper.Authors[0], paper.Authors[^1]));
    }

    [Theory]
    [InlineData("A\u202Etitle\u202C of \u2066its\u2069 own")]
    [InlineData("A\u0007 title\u0000 of\u001B its own")]
    [InlineData("A title\u200B of\uFEFF its\u00AD own")]
    [InlineData("A\r\n title\t of \u2028its own")]
    public void Nothing_invisible_stays_in_a_title(string title)
    {
        Assert.Equal("Atitleofitsown", Read.Page($"<title>{title}</title>").Title.Replace(" ", ""));
        Assert.Equal("Atitleofitsown", Read.Page($"<title>x</title><meta property=og:title content='{title}'>").Title.Replace(" ", ""));
        Assert.Equal(["Atitleofitsown"], Read.Page($"<title>x</title><meta name=author content='{title}'>").Authors.Select(author => author.Replace(" ", "")));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        Assert.Equal("A \uFFFD title", Read.Page("<title>A &#xD800; title</title>").Title);
        Assert.Equal("A title of its own", Read.Page(Head + """<script type=application/ld+json>{"@type":"Article","headline":"\ud800","author":"\udc00","abstract":"\ud800x"}</script>""").Title);
        Assert.Equal("Whole \U0001F600", Read.Page("""<script type=application/ld+json>{"@type":"Article","headline":"Whole \ud83d\ude00"}</script>""").Title);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:application/pdf;base64,AAAA")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/x.pdf")]
    [InlineData("https://user:password@example.org/x.pdf")]
    [InlineData("http://127.0.0.1/x.pdf")]
    [InlineData("http://[::1]/x.pdf")]
    [InlineData("http://localhost/x.pdf")]
    [InlineData("http://2130706433/x.pdf")]
    [InlineData("https://")]
    public void Only_addresses_that_readers_may_follow_come_out(string address)
    {
        var attribute = System.Net.WebUtility.HtmlEncode(address);
        var paper = Read.Head($"""
            {Head}<base href="{attribute}"><link rel=canonical href="{attribute}"><meta property=og:url content="{attribute}"><meta name=citation_pdf_url content="{attribute}">
            <link rel=alternate type=application/pdf href="{attribute}"><meta name=citation_doi content="{attribute}"><meta name=citation_title content="A title"><meta name=citation_abstract content="Code at {attribute} and here.">
            """);
        Assert.DoesNotContain(paper.Links, link => !link.Url.StartsWith("https://www.example.org/", StringComparison.Ordinal));
        Assert.All(paper.OtherIds, id => Assert.StartsWith("url:https://www.example.org/", id.Key));
    }

    [Fact]
    public void Relative_addresses_are_read_from_the_page_and_a_base_on_another_host_is_not_believed()
    {
        Assert.Equal("https://www.example.org/posts/x.pdf", Pdf("<meta name=citation_pdf_url content=x.pdf>"));
        Assert.Equal("https://www.example.org/files/x.pdf", Pdf("<base href=/files/><meta name=citation_pdf_url content=x.pdf>"));
        Assert.Equal("https://www.example.org/posts/x.pdf", Pdf("<base href=https://evil.example/><meta name=citation_pdf_url content=x.pdf>"));
        Assert.Equal("https://www.example.org/posts/x.pdf", Pdf("<base href=//evil.example/><meta name=citation_pdf_url content=x.pdf>"));
        Assert.Equal("https://cdn.example.com/x.pdf", Pdf("<meta name=citation_pdf_url content=//cdn.example.com/x.pdf>"));
        Assert.Equal("https://www.example.org/x.pdf", Pdf("<meta name=citation_pdf_url content='javascript:alert(1)'><meta name=citation_pdf_url content='/x.pdf'>"));
    }

    [Fact]
    public void What_comes_out_is_plain_text()
    {
        var paper = Read.Head("""
            <meta name=citation_title content="A &lt;script&gt;alert(1)&lt;/script&gt; title"><meta name=citation_author content="&lt;img src=x onerror=alert(1)&gt;Jane Doe"><meta name=citation_journal_title content="&lt;b&gt;Lists&lt;/b&gt;">
            <meta name=citation_abstract content="&lt;p&gt;One &lt;i&gt;two&lt;/i&gt; &amp;amp; three&lt;/p&gt;&lt;iframe src=x&gt;&lt;/iframe&gt;">
            """);
        Assert.All([paper.Title, paper.Authors[0], paper.Venue, paper.Abstract], text => Assert.DoesNotMatch("[<>]", text));
        Assert.Equal(("Jane Doe", "Lists", "One two & three"), (paper.Authors[0], paper.Venue, paper.Abstract));
    }

    [Theory]
    [InlineData("utf-8", "<title>Über Listen</title>")]
    [InlineData("utf-8", "<meta charset=iso-8859-1><title>Über Listen</title>")]
    [InlineData("utf-8", "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'><title>Über Listen</title>")]
    [InlineData("iso-8859-1", "<meta charset=iso-8859-1><title>Über Listen</title>")]
    [InlineData("windows-1252", "<title>Über Listen</title>")]
    [InlineData("windows-1252", "<meta charset=utf-8><title>Über Listen</title>")]
    [InlineData("windows-1251", "<meta charset=windows-1251><title>О списках</title>")]
    [InlineData("gb18030", "<meta charset=gb2312><title>论清单</title>")]
    [InlineData("euc-jp", "<?xml version=\"1.0\" encoding=\"EUC-JP\"?><title>一覧表</title>")]
    [InlineData("utf-16", "<meta charset=utf-8><title>Über Listen</title>")]
    [InlineData("utf-16BE", "<title>Über Listen</title>")]
    [InlineData("utf-8", "<meta charset=utf-16><title>Über Listen</title>")]
    [InlineData("utf-8", "<meta charset=utf-7><title>Über Listen</title>")]
    [InlineData("utf-8", "<meta charset=no-such-thing><title>Über Listen</title>")]
    public void The_letters_are_right_whatever_the_page_says_of_them(string encoding, string html)
    {
        var written = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] page = [.. encoding.StartsWith("utf-16", StringComparison.Ordinal) ? written.GetPreamble() : [], .. written.GetBytes(html)];
        Assert.Contains(Parse(page).Title, (string[])["Über Listen", "О списках", "论清单", "一覧表"]);
        Assert.Contains(Parse(page).Title, html);
    }

    [Fact]
    public void UTF_7_stays_what_it_looks_like() =>
        Assert.DoesNotContain('<', PageEncoding.Read("<meta charset=utf-7><title>+ADw-script+AD4-</title>"u8, "utf-7").Split("title>")[1][..5]);

    [Fact]
    public void Noise_is_no_exception()
    {
        var random = new Random(5);
        var pieces = new[] { "<", ">", "\"", "'", "=", "meta ", "name=citation_title ", "content=", "<title>", "</title>", "<script type=application/ld+json>", "</script>", "{\"@type\":\"Article\"}", "&", "&#x0;", "\0", "é", "<h2>Abstract</h2>", "<p class=abstract>", "\ud83d", "--", "<!--", "]]>", " ", "x" };
        var papers = 0;
        for (var n = 0; n < 3000; n++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var failure = Record.Exception(() => Parse(Encoding.UTF8.GetBytes(html)));
            Assert.True(failure is null or SourceException, $"{html}\n{failure}");
            if (failure is null) papers++;
        }
        for (var n = 0; n < 500; n++)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            Assert.True(Record.Exception(() => Parse(bytes)) is null or SourceException);
        }
        output.WriteLine($"3,500 pages of noise, {papers} with something like a title");
    }

    private static string? Pdf(string head) => Read.Head(Head + head).Links.FirstOrDefault(link => link.Kind is LinkKind.Pdf)?.Url;

    private static PaperRecord Parse(byte[] html) => PageReader.Read(html, new("https://www.example.org/x"), new(PaperScheme.Url, "https://www.example.org/x"), "page");
}
