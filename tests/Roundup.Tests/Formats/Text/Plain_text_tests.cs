using Roundup.Formats;

namespace Roundup.Tests.Formats.Text;

public sealed class Plain_text_tests
{
    [Theory]
    [InlineData("We pay $5 < \\alpha & *more*.", "<p>We pay $5 &lt; \\alpha &amp; *more*.</p>")]
    [InlineData("one\ntwo\n \t\nthree\r\n\r\n\r\nfour", "<p>one\ntwo</p>\n<p>three</p>\n<p>four</p>")]
    [InlineData("  one\n  two ", "<p>one\ntwo</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("naïve 😀 \u202e", "<p>naïve 😀 \u202e</p>")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    public void Text_is_shown_as_it_is_in_paragraphs(string text, string html) => Assert.Equal(html, Html(text));

    [Theory]
    [InlineData("https://a.example", "https://a.example")]
    [InlineData("See https://a.example/b.", "https://a.example/b")]
    [InlineData("Code: https://a.example/b?c=d&e=f#g, and more", "https://a.example/b?c=d&e=f#g")]
    [InlineData("(https://a.example/b)", "https://a.example/b")]
    [InlineData("(see https://a.example/b_(c)).", "https://a.example/b_(c)")]
    [InlineData("HTTP://A.EXAMPLE/B!?", "HTTP://A.EXAMPLE/B")]
    [InlineData("\"https://a.example/b\"", "https://a.example/b")]
    [InlineData("<https://a.example/b>", "https://a.example/b")]
    [InlineData("$https://a.example/b$", "https://a.example/b")]
    [InlineData("\\url{https://a.example/b}", "https://a.example/b")]
    [InlineData("https://a.example/b\u202egpj.exe", "https://a.example/b")]
    public void A_bare_address_becomes_a_link_without_the_sentence_around_it(string text, string address)
    {
        var escaped = address.Replace("&", "&amp;");
        Assert.Contains($"<a href=\"{escaped}\">{escaped}</a>", Html(text));
    }

    [Theory]
    [InlineData("javascript://a.example")]
    [InlineData("xhttps://a.example")]
    [InlineData("https://")]
    [InlineData("https:///")]
    [InlineData("http://[::1]/")]
    [InlineData("ftp://a.example www.a.example")]
    public void Nothing_else_becomes_a_link(string text) => Assert.DoesNotContain("<a", Html(text));

    [Theory]
    [InlineData("grounding---that is, 1--5 of them", "grounding—that is, 1–5 of them")]
    [InlineData("one --- two -- three", "one — two – three")]
    [InlineData("the word ``left'' (``right\", too)", "the word “left” (“right”, too)")]
    [InlineData("(see (a)--``b''---it", "(see (a)–“b”—it")]
    // A flag, a ruler, a table, an address, code, and what only looks like a quotation.
    [InlineData("git --foo, (--bar), `a--b`, i--; ---x", "git --foo, (--bar), `a--b`, i--; ---x")]
    [InlineData("one\n---\ntwo", "one\n---\ntwo")]
    [InlineData("| --- | --- |\n----", "| --- | --- |\n----")]
    [InlineData("f''(x) and ``` and `` and ``open", "f''(x) and ``` and `` and ``open")]
    [InlineData("`x' and ``y''", "`x' and “y”")]
    [InlineData("a-b---c----d", "a-b—c----d")]
    public void Dashes_and_quotation_marks_of_TeX_are_set(string text, string shown)
    {
        Assert.Equal(shown, System.Net.WebUtility.HtmlDecode(Html(text))[3..^4]);
        Assert.Equal(text, PlainText.Render(text).Source);
    }

    [Fact]
    public void An_address_and_a_formula_keep_their_hyphens()
    {
        Assert.Contains("<a href=\"https://a.example/b--c---d\">https://a.example/b--c---d</a>", Html("https://a.example/b--c---d"));
        var formula = Html("for $a--b$---or more");
        Assert.Contains("a--b", formula);
        Assert.EndsWith("—or more</p>", formula);
    }

    [Fact]
    public void Several_addresses_become_several_links() =>
        Assert.Equal("<p><a href=\"https://a.example\">https://a.example</a> <a href=\"http://b.example\">http://b.example</a></p>", Html("https://a.example http://b.example"));

    private static string Html(string text) => PlainText.Render(text).Html.ToString().Trim();
}
