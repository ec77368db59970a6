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

    [Fact]
    public void Several_addresses_become_several_links() =>
        Assert.Equal("<p><a href=\"https://a.example\">https://a.example</a> <a href=\"http://b.example\">http://b.example</a></p>", Html("https://a.example http://b.example"));

    private static string Html(string text) => PlainText.Render(text).Html.ToString().Trim();
}
