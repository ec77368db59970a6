using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Roundup.Formats.Mail;
using Roundup.Tests.Formats.Text;
using Roundup.Tests.House;

namespace Roundup.Tests.Formats.Mail;

/// <summary>Both parts of a mail, letter for letter, and what holds for any. What changed on purpose is taken over with ROUNDUP_GOLDEN=write.</summary>
public sealed class An_issue_as_mail
{
    private static readonly string[] Loading = ["img", "link", "script", "iframe", "object", "embed", "video", "audio", "source", "form", "input", "base", "svg", "math"];

    [Theory]
    [InlineData("html")]
    [InlineData("txt")]
    public void It_is_written_as_it_was(string extension)
    {
        var parts = MailShelf.Small().Write();
        var written = extension is "html" ? parts.Html : parts.Text;
        var file = Repository.At($"tests/Roundup.Tests/Formats/Mail/Golden/issue.{extension}");
        if (Environment.GetEnvironmentVariable("ROUNDUP_GOLDEN") is "write") File.WriteAllText(file, written);

        Assert.Equal(File.ReadAllText(file), written);
    }

    [Fact]
    public void Nothing_is_loaded_and_every_link_is_whole()
    {
        using var page = new HtmlParser().ParseDocument(MailShelf.Small().Write().Html);

        Assert.DoesNotContain(page.All, e => Loading.Contains(e.LocalName));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("a"), a => Assert.Matches("^(https://|#e-)", a.GetAttribute("href")!));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.DoesNotContain("javascript:", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Maths_is_TeX_in_both_parts()
    {
        var parts = MailShelf.Issue(MailShelf.Paper(1, @abstract: "Let $x_i < \\frac{a}{b}$ be.")).Write();

        Assert.Contains("Let $x_i &lt; \\frac{a}{b}$ be.", parts.Html, StringComparison.Ordinal);
        Assert.Contains("> Let $x_i < \\frac{a}{b}$ be.", parts.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_issue_of_links_alone_is_a_mail_too()
    {
        var parts = MailShelf.Issue(MailShelf.Paper(1, "Only a link") with { Links = [new("example.org", "https://example.org/a")] }, MailShelf.Paper(2, "Only an abstract", "It is quoted.")).Write();

        using var page = new HtmlParser().ParseDocument(parts.Html);
        Assert.Equal(2, page.QuerySelectorAll("div.p").Length);
        Assert.Empty(page.QuerySelectorAll("h3"));
        Assert.Single(page.QuerySelectorAll("blockquote"));
        Assert.Contains("1. Only a link\n--------------\n", parts.Text, StringComparison.Ordinal);
        Assert.Contains("example.org: https://example.org/a\n", parts.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_weigh_too_much_loses_abstracts_and_never_opinions()
    {
        var opinion = string.Join(' ', Enumerable.Repeat("Worth it.", 150));
        var parts = Heavy(40, string.Concat(Enumerable.Repeat("We study a thing at length. ", 100)), opinion).Write();

        Assert.Equal(AbstractCut.Short, parts.Abstracts);
        Assert.InRange(parts.Bytes, 40 * opinion.Length, IssueMail.MostBytes);
        using var page = new HtmlParser().ParseDocument(parts.Html);
        Assert.All(page.QuerySelectorAll("div.p > div"), words => Assert.Equal(opinion, words.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("blockquote"), words => Assert.Equal("We study a thing at length. We study a thing at length. The whole abstract", words.TextContent));
        Assert.Equal("https://shelf.example/issues/7/order#e-3", page.QuerySelectorAll("blockquote a")[2].GetAttribute("href"));
        Assert.Equal(40 * 100, parts.Text.Replace("\n> ", " ").Split("We study a thing at length.").Length - 1);
    }

    [Fact]
    public void Opinions_that_weigh_too_much_by_themselves_stay_whole_and_it_is_said()
    {
        var opinion = string.Join(' ', Enumerable.Repeat("Worth it.", 3_000));
        var parts = Heavy(5, "We study a thing.", opinion).Write();

        Assert.Equal(AbstractCut.Left, parts.Abstracts);
        Assert.True(parts.IsTooLarge);
        Assert.Equal(Encoding.UTF8.GetByteCount(parts.Html), parts.Bytes);
        using var page = new HtmlParser().ParseDocument(parts.Html);
        Assert.All(page.QuerySelectorAll("div.p > div"), words => Assert.Equal(opinion, words.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("blockquote"), words => Assert.Equal("The abstract", words.TextContent));
    }

    [Theory]
    [InlineData("Meng et al. Show it. They do. And more.", "Meng et al. Show it. They do.")]
    [InlineData("We use e.g. Adam, i.e. A. Thing. Twice. Thrice.", "We use e.g. Adam, i.e. A. Thing. Twice.")]
    [InlineData("At 0.5. we stop", "At 0.5. we stop")]
    [InlineData("一つ。二つ。三つ。", "一つ。二つ。")]
    [InlineData("", "")]
    public void Two_sentences_end_where_sentences_end(string text, string beginning) => Assert.Equal(beginning, Sentences.Beginning(text));

    [Fact]
    public void No_line_of_text_is_long_but_for_an_address()
    {
        var issue = MailShelf.Issue(MailShelf.Paper(1, string.Join(' ', Enumerable.Repeat("Word", 60)), string.Join(' ', Enumerable.Repeat("word", 400)), $"{string.Concat(Enumerable.Repeat("> ", 40))}{string.Join(' ', Enumerable.Repeat("deep", 300))}\n\n[a](https://example.org/{new string('a', 200)})"));

        var lines = issue.Write().Text.Split('\n');

        Assert.All(lines, line => Assert.True(line.Length <= 72 || !line.Trim('>', ' ', '[', '1', ']').Contains(' '), line));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void Whatever_a_stranger_wrote_stays_words()
    {
        var page = new HtmlParser();
        foreach (var texts in new HostileTexts().Where(t => !t.Contains('\0')).Chunk(200))
        {
            var papers = texts.Select((text, at) => MailShelf.Paper(at + 1, text, text, text, text) with { Links = [new(text, text)], Related = [new(text, $"https://example.org/{text}")] }).ToArray();
            var parts = (MailShelf.Issue(papers) with { Facts = texts[0], Day = texts[0], Beginning = texts[0] }).Write();

            using var shown = page.ParseDocument(parts.Html);
            Assert.DoesNotContain(shown.All, e => Loading.Contains(e.LocalName));
            Assert.Empty(shown.Body!.Descendants<IComment>());
            Assert.Empty(shown.Body!.QuerySelectorAll("*").SelectMany(e => e.Attributes).Where(a => a.Name is not ("href" or "class" or "id" or "dir" or "style" or "start") || (a.Name is "style" && !a.Value.StartsWith("max-width:600px", StringComparison.Ordinal))).Select(a => a.Name));
            Assert.All(shown.QuerySelectorAll("a[href]"), a => Assert.Matches("^(?i:https?://|mailto:|#e-)", a.GetAttribute("href")!));
            Assert.Equal(papers.Length, shown.QuerySelectorAll("div.p").Length);
        }
    }

    private static IssueMail Heavy(int papers, string @abstract, string opinion) =>
        MailShelf.Issue([.. Enumerable.Range(1, papers).Select(n => MailShelf.Paper(n, $"Paper {n}", @abstract, opinion))]);
}
