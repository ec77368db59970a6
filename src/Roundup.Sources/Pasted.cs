using System.Net;
using System.Text;

namespace Roundup.Sources;

/// <summary>What people paste, freed of what clung to it on the way: invisible characters, brackets, the sentence's own full stop.</summary>
internal static class Pasted
{
    /// <summary>In UTF-16 code units. Nothing that names a paper is longer, and nothing longer is looked at.</summary>
    public const int MaxLength = 4000;

    private const string Openers = "<([{\"'`*“‘«„（【「『《〈";
    private const string Closers = ".,;:!?\"'`*”’»…·。，、；：！？）】」』》〉";

    /// <summary>The fragment in plain characters and without its surroundings; empty where it is too long to be one.</summary>
    public static string Clean(string fragment)
    {
        if (fragment.Length > MaxLength) return "";

        var plain = fragment.AsSpan().ContainsAnyExceptInRange('!', '~') ? Plain(fragment) : fragment;
        if (plain.Contains('&') && plain.Contains(';')) plain = WebUtility.HtmlDecode(plain);
        return plain[Trim(plain)];
    }

    /// <summary>
    /// Where the name is within its surroundings. A closing bracket stays where the text itself opened it, as in
    /// <c>10.1016/S0140-6736(20)30183-5</c>. Linear.
    /// </summary>
    public static Range Trim(ReadOnlySpan<char> text)
    {
        int start = 0, end = text.Length;
        while (start < end && (IsBlank(text[start]) || Openers.Contains(text[start]))) start++;

        var inner = text[start..end];
        int round = Surplus(inner, '(', ')'), square = Surplus(inner, '[', ']'), curly = Surplus(inner, '{', '}'), angle = Surplus(inner, '<', '>');
        for (; start < end; end--)
        {
            var last = text[end - 1];
            var isOutside = last switch
            {
                ')' => round-- > 0,
                ']' => square-- > 0,
                '}' => curly-- > 0,
                '>' => angle-- > 0,
                _ => IsBlank(last) || Closers.Contains(last),
            };
            if (!isOutside) break;
        }
        return start..end;
    }

    /// <summary>Left behind by editors and PDFs, and never part of a name.</summary>
    public static bool IsInvisible(char c) => c is
        '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or '\uFFFD';

    public static bool IsHyphen(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D';

    /// <summary>The plain letter, digit or mark of a full-width one, as Chinese and Japanese keyboards write them; any other character itself.</summary>
    public static char Narrow(char c) =>
        c is (>= '\uFF10' and <= '\uFF1A') or (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A') or '\uFF0D' or '\uFF0E' or '\uFF0F' or '\uFF3F'
            ? (char)(c - 0xFEE0)
            : c;

    /// <summary>
    /// What follows a label such as <c>PMID:</c>, <c>doi</c> or <c>arXiv </c>, upper or lower case; null where the text has none of them.
    /// </summary>
    public static string? After(string text, params ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
        {
            if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase)) continue;

            var rest = text.AsSpan(label.Length);
            if (rest is [':' or ' ' or '=', ..]) return rest.TrimStart(": =").ToString();
        }
        return null;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || IsInvisible(c);

    private static string Plain(string fragment)
    {
        var plain = new StringBuilder(fragment.Length);
        foreach (var c in fragment)
        {
            if (IsInvisible(c)) continue;
            plain.Append(IsHyphen(c) ? '-' : char.IsWhiteSpace(c) ? ' ' : Narrow(c));
        }
        return plain.ToString();
    }

    private static int Surplus(ReadOnlySpan<char> text, char open, char close) => text.Count(close) - text.Count(open);
}
