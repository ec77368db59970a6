using AngleSharp.Html.Parser;
using Roundup.Formats;

namespace Roundup.Tests.Formats.Text;

public sealed class Markdown_tests
{
    [Theory]
    [InlineData("One *two* **three** `four`", "<p>One <em>two</em> <strong>three</strong> <code>four</code></p>")]
    [InlineData("# A\n\n## B\n\nC\n=\n\n###### D", "<h3>A</h3>\n<h4>B</h4>\n<h3>C</h3>\n<h6>D</h6>")]
    [InlineData("one\ntwo", "<p>one\ntwo</p>")]
    [InlineData("one  \ntwo", "<p>one<br>\ntwo</p>")]
    [InlineData("~~gone~~", "<p><del>gone</del></p>")]
    [InlineData("> said\n>\n> twice", "<blockquote>\n<p>said</p>\n<p>twice</p>\n</blockquote>")]
    [InlineData("3. c\n4. d", "<ol start=\"3\">\n<li>c</li>\n<li>d</li>\n</ol>")]
    [InlineData("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>")]
    [InlineData("```python\nx < 1\n```", "<pre><code>x &lt; 1\n</code></pre>")]
    [InlineData("***", "<hr>")]
    [InlineData("| a | b |\n|---|--:|\n| 1 | 2 |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("[a](https://a.example \"t\")", "<p><a href=\"https://a.example\" title=\"t\">a</a></p>")]
    [InlineData("[a][b]\n\n[b]: https://b.example", "<p><a href=\"https://b.example\">a</a></p>")]
    [InlineData("[a](/issues/3) [b](#notes) [c](mailto:d@e.example)", "<p><a href=\"/issues/3\">a</a> <a href=\"#notes\">b</a> <a href=\"mailto:d@e.example\">c</a></p>")]
    [InlineData("See https://a.example/b_c_d, and **https://a.example/e**.",
        "<p>See <a href=\"https://a.example/b_c_d\">https://a.example/b_c_d</a>, and <strong><a href=\"https://a.example/e\">https://a.example/e</a></strong>.</p>")]
    [InlineData("<d@e.example>", "<p><a href=\"mailto:d@e.example\">d@e.example</a></p>")]
    [InlineData("\"It's\" -- from $20 to $30 ... & so on", "<p>\"It's\" -- from $20 to $30 ... &amp; so on</p>")]
    public void An_editor_writes_Markdown(string markdown, string html) => Assert.Equal(html, Editorial(markdown));

    [Theory]
    [InlineData("A $x_1 + x_2$, *so* $y_1$.", 2, "<p>A <math", "<em>so</em>")]
    [InlineData("$$\\frac{a}{b}$$", 1, "display=\"block\"")]
    [InlineData("[a $x^2$ link](https://a.example)", 1, "<a href=\"https://a.example\"")]
    [InlineData("- $x^2$\n\n> $y_1$", 2, "<li><math", "<blockquote>")]
    [InlineData("`$x^2$` and \\$x^2$", 0, "<code>$x^2$</code>", "$x^2$</p>")]
    [InlineData("[a](https://a.example \"$x^2$\")", 0, "title=\"$x^2$\"")]
    [InlineData("$\\badcommand{$ x_1*a*$", 0, "<em>a</em>")]
    [InlineData("One $x^2\n\ny$ two", 0, "$x^2")]
    [InlineData("It cost $5 and *then* $6.", 0, "<em>then</em>")]
    [InlineData("\uFDD0 $x^2$ \uFDD0", 1, "\uFFFD <math")]
    public void Maths_between_dollars_is_set_and_nothing_else_is(string markdown, int formulas, params string[] parts)
    {
        foreach (var kind in new[] { ProseKind.Editorial, ProseKind.Comment })
        {
            Assert.Null(SafeMarkdown.Render(markdown, kind, out var prose));
            var html = prose.Html.ToString();
            Assert.Equal(formulas, html.Split("<math").Length - 1);
            Assert.All(parts, part => Assert.Contains(part, html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Words_alone_keep_maths_as_it_is_written() => Assert.Equal("A $x_1 + x_2$ b", SafeMarkdown.ToPlainText("A $x_1 + x_2$ *b*"));

    [Theory]
    [InlineData("![A chart](https://a.example/c.png)", "<p><a href=\"https://a.example/c.png\">A chart</a></p>")]
    [InlineData("![](https://a.example/c.png)", "<p><a href=\"https://a.example/c.png\">https://a.example/c.png</a></p>")]
    [InlineData("[![A chart](https://a.example/c.png)](https://b.example)", "<p><a href=\"https://b.example\">A chart</a></p>")]
    [InlineData("[![](https://a.example/c.png)](https://b.example)", "<p><a href=\"https://b.example\">https://b.example</a></p>")]
    [InlineData("[see https://a.example](https://b.example)", "<p><a href=\"https://b.example\">see https://a.example</a></p>")]
    public void An_image_becomes_a_link_and_no_link_holds_another(string markdown, string html) => Assert.Equal(html, Editorial(markdown));

    [Theory]
    [InlineData("[a](javascript:alert(1))", "<p>a</p>")]
    [InlineData("[a](//evil.example) [b](relative) [c](ftp://d.example)", "<p>a b c</p>")]
    [InlineData("<b onclick=x>a</b>", "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>")]
    [InlineData("a {onclick=alert(1)}", "<p>a {onclick=alert(1)}</p>")]
    public void What_may_not_stand_is_shown_as_text(string markdown, string html) => Assert.Equal(html, Editorial(markdown));

    [Theory]
    [InlineData("one\ntwo", "<p>one<br>\ntwo</p>")]
    [InlineData("# Not a heading", "<p># Not a heading</p>")]
    [InlineData("Not one\n===", "<p>Not one<br>\n===</p>")]
    [InlineData("| a |\n|---|", "<p>| a |<br>\n|---|</p>")]
    [InlineData("*a* [b](https://c.example)", "<p><em>a</em> <a href=\"https://c.example\" rel=\"ugc nofollow noopener\">b</a></p>")]
    [InlineData("https://c.example", "<p><a href=\"https://c.example\" rel=\"ugc nofollow noopener\">https://c.example</a></p>")]
    public void A_comment_may_hold_less_and_vouches_for_no_link(string markdown, string html)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Comment, out var prose));
        Assert.Equal(html, prose.Html.ToString().Trim());
    }

    [Fact]
    public void The_source_is_kept_exactly_as_it_is_written()
    {
        string[] texts = ["", " ", "\r\n a \t\r\n\r\n", "\ufeffa\u2028b", "\u202e<b>&amp;", new string('[', 5_000), .. new HostileTexts().Where(text => !text.Contains('\0'))];
        Assert.All(texts, text =>
        {
            Assert.Null(SafeMarkdown.Render(text, ProseKind.Comment, out var prose));
            Assert.Equal(text, prose.Source);
            Assert.Equal(text, PlainText.Render(text).Source);
        });
    }

    [Fact]
    public void Rendered_text_says_which_renderer_made_it_and_blank_text_needs_none()
    {
        Assert.Null(SafeMarkdown.Render("a", ProseKind.Editorial, out var prose));
        Assert.Equal(SafeMarkdown.Renderer, prose.Renderer);
        Assert.Null(SafeMarkdown.Render(" \n", ProseKind.Editorial, out prose));
        Assert.True(prose.Html.IsEmpty);
        Assert.Equal(0, prose.Renderer);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_with_what_to_do()
    {
        var refusal = SafeMarkdown.Render(new string('a', SafeMarkdown.MaxCommentLength + 1), ProseKind.Comment, out var prose);
        Assert.Equal("This text has 10,001 characters; 10,000 is the most. Shorten it or split it in two.", refusal?.Sentence);
        Assert.True(prose.IsEmpty);
    }

    [Fact]
    public void A_character_that_no_database_keeps_is_refused_with_its_line()
    {
        foreach (var (text, line) in new[] { ("a\n\0b", 2), ("a\ud83d", 1), ("\r\n\n\ude00a", 3) })
        {
            Assert.Equal($"Line {line} has a broken character that can't be kept. Delete it or type it again.",
                SafeMarkdown.Render(text, ProseKind.Editorial, out _)?.Sentence);
        }
    }

    [Fact]
    public void A_tangled_paragraph_is_shown_as_written_and_the_others_are_rendered()
    {
        var tangle = string.Concat(Enumerable.Repeat("[a](b", 600));
        Assert.Equal($"<p><em>one</em></p>\n<p>{tangle}</p>\n<p><em>two</em></p>", Editorial($"*one*\n\n{tangle}\n\n*two*"));
    }

    [Theory]
    [InlineData(">", 500)]
    [InlineData("- ", 500)]
    [InlineData("a\n=\n", 5_000)]
    [InlineData("[a]: b\n", 5_000)]
    [InlineData("a\n\n", 50_000)]
    public void A_text_too_tangled_to_parse_loses_nothing(string unit, int times)
    {
        var text = string.Concat(Enumerable.Repeat(unit, times)) + "*last*";
        var html = Editorial(text);
        Assert.Equal(text.Where(IsInk), Shown(html).Where(IsInk));
    }

    [Theory]
    [InlineData("## A *b*\n\nc\nd [e](https://f.example)\n\n- g `h`\n- i &amp; j\n\n```\nk\n```", "A b\nc d e\ng h\ni & j\nk")]
    [InlineData("![A chart](c.png) and https://a.example", "A chart and https://a.example")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "a\nb\n1\n2")]
    [InlineData("<b>a</b>", "<b>a</b>")]
    [InlineData("", "")]
    public void The_words_of_a_text_are_left_without_its_marks(string markdown, string words) => Assert.Equal(words, SafeMarkdown.ToPlainText(markdown));

    private static string Shown(string html) => new HtmlParser().ParseDocument(html).Body!.TextContent;

    private static bool IsInk(char character) => !char.IsWhiteSpace(character);

    private static string Editorial(string markdown)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose.Html.ToString().Trim();
    }
}
