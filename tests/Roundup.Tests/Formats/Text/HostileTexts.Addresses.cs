namespace Roundup.Tests.Formats.Text;

// Addresses that a link must not have, in every disguise, in every kind of link.
public sealed partial class HostileTexts
{
    private static readonly string[] Evil =
    [
        "javascript:alert(1)", "javascript://a.example/%0aalert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg onload=alert(1)>", "livescript:alert(1)", "file:///etc/passwd",
        "blob:https://a.example/1", "view-source:javascript:alert(1)", "feed:javascript:alert(1)", "jar:javascript:alert(1)!/", "about:blank", "intent://a#Intent;end",
        "//evil.example/x", "/\\evil.example/x", "\\\\evil.example/x", "https:\\\\evil.example/x", "filesystem:https://a.example/x", "ms-word:ofe|u|//evil.example",
    ];

    private static readonly Func<string, string>[] Disguises =
    [
        url => url, url => url.ToUpperInvariant(), url => Alternate(url), url => Within(url, "\t"), url => Within(url, "\n"), url => Within(url, "\r"),
        url => Within(url, "\0"), url => Within(url, "&Tab;"), url => Within(url, "&NewLine;"), url => Within(url, "&#9;"), url => Within(url, "&#x0A;"),
        url => Within(url, "\u200b"), url => Within(url, "\u00ad"), url => Within(url, "\\"), url => Within(url, "<!-- -->"), url => Within(url, "/**/"),
        url => "\u0001" + url, url => " " + url, url => "&#1;" + url, url => "&nbsp;" + url, url => "\u3000" + url, url => "\u202e" + url, url => "\ufeff" + url,
        url => url.Replace(":", "&#58;"), url => url.Replace(":", "&#x3A;"), url => url.Replace(":", "&colon;"), url => url.Replace(":", "&#0000058"),
        url => url.Replace(":", "\\:"), url => url.Replace(":", "%3A"), url => url.Replace(":", "%253A"), url => url.Replace(":", "\uff1a"), url => url.Replace(":", "&amp;colon;"),
        url => url.Replace(":", " :"), url => url.Replace(":", "\t:"), url => url.Replace("/", "&sol;"), url => url.Replace("/", "\\/"), url => url.Replace("(", "&lpar;"),
        url => Each(url, "&#{0};"), url => Each(url, "&#x{0:x};"), url => Each(url, "&#{0:d7}"), url => Each(url, "%{0:x2}"), url => Each(url, "\\u{0:x4}"),
    ];

    private static readonly string[] Links =
    [
        "[a]({0})", "[a](<{0}>)", "[a]({0} \"t\")", "[a]( {0} )", "[a](\n{0}\n)", "<{0}>", "[a]: {0}\n\n[a]", "[a]: <{0}> 't'\n\n[b][a]", "[a]:\n{0}\n\n![a]", "![a]({0})",
        "![]({0})", "[![a]({0})]({0})", "{0}", "# [a]({0})", "> - **[a]({0})**", "| a |\n|---|\n| [a]({0}) |", "[a\n\nb]({0})", "[[a]({0})]({0})", "<a href=\"{0}\">a</a>",
        "<img src='{0}'>", "[a](https://a.example){0}", "*[a]({0}*)", "`[a]({0})", "[<b>]({0})",
    ];

    // The full product is 20,000; each disguise meets each address, and each address each link, but not all three.
    private static IEnumerable<string> Addresses() =>
        from url in Enumerable.Range(0, Evil.Length)
        from disguise in Enumerable.Range(0, Disguises.Length)
        from link in Enumerable.Range(0, Links.Length)
        where url is 0 || disguise is 0 || (url + disguise + link) % 6 is 0
        select Links[link].Replace("{0}", Disguises[disguise](Evil[url]), StringComparison.Ordinal);

    private static string Within(string url, string mark) => url.Length < 4 ? mark + url : url[..4] + mark + url[4..];

    private static string Alternate(string url) => string.Concat(url.Select((character, i) => i % 2 is 0 ? char.ToUpperInvariant(character) : character));

    private static string Each(string url, string format) =>
        string.Concat(url.Select(character => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, (int)character)));
}
