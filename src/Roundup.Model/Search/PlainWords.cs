using System.Net;
using System.Text;
using Roundup.Model.Text;

namespace Roundup.Model.Search;

/// <summary>The words of stored HTML, on one line. It was written by us, so that an angle bracket is a tag.</summary>
public static class PlainWords
{
    public static string Of(SafeHtml safe)
    {
        var html = safe.ToString();
        var words = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at) is var found && found < 0 ? html.Length : found;
            words.Append(WebUtility.HtmlDecode(html[at..open]));
            if (open == html.Length) break;

            var close = html.IndexOf('>', open);
            if (close < 0) break;
            at = close + 1;
            var tag = html.AsSpan(open + 1, close - open - 1).TrimStart('/');
            if (!IsWithinLine(tag)) words.Append(' ');
            if (tag.StartsWith("math") && html[open + 1] != '/') at = Formula(html, tag, at, words);
        }

        return Line(words.ToString());
    }

    /// <summary>Any text on one line.</summary>
    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A formula is its TeX, which stands beside its drawing.
    private static int Formula(string html, ReadOnlySpan<char> tag, int at, StringBuilder words)
    {
        const string Name = "alttext=\"";
        var start = tag.IndexOf(Name, StringComparison.Ordinal);
        var end = html.IndexOf("</math>", at, StringComparison.Ordinal);
        if (start < 0 || end < 0) return at;

        var value = tag[(start + Name.Length)..];
        words.Append(WebUtility.HtmlDecode(value[..(value.IndexOf('"') is var quote && quote < 0 ? value.Length : quote)].ToString())).Append(' ');
        return end + "</math>".Length;
    }

    private static bool IsWithinLine(ReadOnlySpan<char> tag) =>
        (tag.IndexOfAny(' ', '/') is var end && end < 0 ? tag : tag[..end]) is "a" or "em" or "strong" or "code" or "del" or "b" or "i" or "sub" or "sup";
}
