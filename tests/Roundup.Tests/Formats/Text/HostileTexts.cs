using System.Collections;

namespace Roundup.Tests.Formats.Text;

/// <summary>
/// What an attacker would type into a field: every text tries to run <c>alert(1)</c>, to load something from
/// <c>evil.example</c>, to post to it, or to take a name on the page. Made afresh and always in the same order; no two are
/// the same. Some hold U+0000, which no database keeps.
/// </summary>
public sealed partial class HostileTexts : IEnumerable<string>
{
    // Markdown around a piece of HTML: places where a renderer may forget to escape.
    private static readonly string[] Places =
    [
        "{0}", "a {0} b", "> {0}", "- {0}", "# {0}", "**{0}**", "| a |\n|---|\n| {0} |", "[{0}](https://a.example)", "![{0}](https://a.example/i.png)",
        "[a](https://a.example \"{0}\")", "[a](https://a.example/{0})", "[a](<{0}>)", "[a]: https://a.example '{0}'\n\n[a]", "[{0}]: https://a.example\n\n[{0}]",
        "<https://a.example/{0}>", "https://a.example/{0}", "`a` {0} `b", "```{0}\na\n```", "```\na\n```{0}", "    {0}\n{0}", "<!-- {0}", "<![CDATA[ {0} ]]>", "\\{0}", "&lt;{0}",
    ];

    public IEnumerator<string> GetEnumerator() => Addresses().Concat(Html()).Concat(Attributes()).Concat(Words()).Concat(Maths()).Distinct().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerable<string> Put(IEnumerable<string> pieces, IEnumerable<string> places) =>
        from piece in pieces from place in places select place.Replace("{0}", piece, StringComparison.Ordinal);

    // Markdig's generic attributes, and relatives of it in other dialects.
    private static IEnumerable<string> Attributes()
    {
        string[] attributes =
        [
            "{onclick=alert(1)}", "{onmouseover=\"alert(1)\"}", "{onfocus=alert(1) autofocus tabindex=1}", "{style=\"position:fixed;inset:0\"}",
            "{style=background:url(//evil.example/x)}", "{#body}", "{#getElementById}", "{name=attributes}", "{.admin}", "{id=forms class=modal}",
            "{href=javascript:alert(1)}", "{src=//evil.example/x}", "{srcset=//evil.example/x}", "{formaction=javascript:alert(1)}", "{target=_blank}",
            "{: onclick=alert(1)}", "{:onclick=alert(1)}", "{ onclick = alert(1) }", "{onclick='alert(1)'}", "{ping=//evil.example}",
        ];
        string[] places =
        [
            "text {0}", "# heading {0}", "{0}\n# heading", "**strong**{0}", "[a](https://a.example){0}", "![a](https://a.example/i.png){0}", "`code`{0}", "- item {0}",
            "> quote {0}", "{0}\n\ntext", "``` {0}\na\n```", "```html{0}\na\n```", "| a |\n|---|\n| b {0} |", "---{0}", "<https://a.example>{0}", "https://a.example{0}",
            "::: {0}\na\n:::", "::{0}::", "[^1]{0}\n\n[^1]: a {0}", "$a${0}", "term {0}\n:   definition {0}",
        ];
        return Put(attributes, places);
    }

    // Characters that hide, turn or break text.
    private static IEnumerable<string> Words()
    {
        string[] characters =
        [
            "\u202e", "\u202d", "\u202a", "\u2066", "\u2067", "\u2068", "\u200e", "\u200f", "\u061c", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad",
            "\u180e", "\u2028", "\u2029", "\u0085", "\u000b", "\u000c", "\u001b[31m", "\u0008", "\u007f", "\ufffe", "\uffff", "\u0000", "\ud83d\ude00", "\u0338",
            "Z\u0351\u036b\u0343\u036a\u0302A\u0334\u0335\u031c", "\ufdfd", "\u3164", "\u2800", "\U000e0041", "\ufe0f",
        ];
        string[] places =
        [
            "{0}", "a{0}b", "{0}[a](javascript:alert(1))", "[{0}](javascript:alert(1))", "[{0}](https://a.example)", "[a](https://a{0}.example)", "[a](java{0}script:alert(1))",
            "[a]({0}javascript:alert(1))", "<java{0}script:alert(1)>", "<scr{0}ipt>alert(1)</script>", "<img src=x on{0}error=alert(1)>", "<{0}img src=x onerror=alert(1)>",
            "<img{0}src=x{0}onerror=alert(1)>", "https://a.example/{0}gpj.exe", "[a{0}]: javascript:alert(1)\n\n[a{0}]", "```{0}\n</code><img src=x onerror=alert(1)>",
        ];
        return Put(characters, places);
    }
}
