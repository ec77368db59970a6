using System.Net;
using Roundup.Model.Text;

namespace Roundup.Formats.Reading;

/// <summary>Addresses as they stand in text.</summary>
internal static class Address
{
    private const int Longest = 2000;
    private const int DeepestParentheses = 6;

    /// <summary>Where the address that starts here ends, without the full stop or bracket of the sentence around it; null for none.</summary>
    public static int? Bare(string text, int start)
    {
        var rest = text.AsSpan(start);
        var scheme = rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        if (scheme == 0) return null;
        var end = start + scheme;
        var open = 0;
        while (end < text.Length && end - start < Longest && !IsEnd(text[end]))
        {
            if (text[end] == '(') open++;
            if (text[end] == ')' && --open < 0) break;
            end++;
        }

        while (end > start + scheme && ".,;:!?'*_\"”’".Contains(text[end - 1])) end--;
        return end > start + scheme ? end : null;
    }

    /// <summary>The end of an address between angle brackets that open here; null for none.</summary>
    public static int? InAngles(string text, int open)
    {
        if (Bare(text, open + 1) is null) return null;
        var close = text.IndexOf('>', open, Math.Min(Longest, text.Length - open));
        return close > 0 && text.AsSpan(open, close - open).IndexOfAny(" \n") < 0 ? close : null;
    }

    /// <summary>The target of a Markdown link, its parentheses opening here; null where they do not hold one.</summary>
    public static (int End, string Url)? InParentheses(string text, int open)
    {
        var limit = Math.Min(text.Length, open + Longest);
        var depth = 0;
        for (var at = open; at < limit; at++)
        {
            if (text[at] == '(' && ++depth > DeepestParentheses) return null;
            if (text[at] == '\n' && at + 1 < limit && text[at + 1] == '\n') return null;
            if (text[at] != ')' || --depth > 0) continue;
            return (at + 1, Clean(Target(text[(open + 1)..at])));
        }

        return null;
    }

    /// <summary>Entities decoded, angle brackets and blanks around it taken off.</summary>
    public static string Clean(string address) => WebUtility.HtmlDecode(address.Trim().Trim('<', '>'));

    /// <summary>Absolute, and of the web: the one kind that is kept as a link.</summary>
    public static bool IsWeb(string? url) =>
        url is not null && WebAddress.IsOne(url);

    private static string Target(string inside)
    {
        var target = inside.Trim();
        var title = target.IndexOf(" \"", StringComparison.Ordinal);
        if (title < 0) title = target.IndexOf(" '", StringComparison.Ordinal);
        return title < 0 ? target : target[..title];
    }

    private static bool IsEnd(char character) => char.IsWhiteSpace(character) || character is '<' or '>' or ']' or '"' or '|' or '`' or '}' or '\\' or '（' or '）' or '，' or '。' or '、';
}
