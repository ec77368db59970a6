namespace Roundup.Formats.Writing;

/// <summary>Parts of a text: words, and maths with its dollars.</summary>
internal readonly record struct TextPart(string Text, bool IsMaths);

/// <summary>
/// Finds maths between dollars as pandoc does: nothing blank inside the dollars, no digit behind the last, so that $5 and $6 stay money. What TeX
/// could not set (braces that don't match, a bare % or #) is no maths.
/// </summary>
internal static class MathsInText
{
    /// <summary>In characters; what is longer is a dollar that was forgotten.</summary>
    private const int Longest = 2000;

    public static IEnumerable<TextPart> Parts(string text)
    {
        var (from, at) = (0, 0);
        while (at < text.Length)
        {
            if (text[at] is '\\') at += 2;
            else if (text[at] is '$' && End(text, at) is var end and > 0)
            {
                if (at > from) yield return new(text[from..at], false);
                yield return new(text[at..end], true);
                (from, at) = (end, end);
            }
            else at++;
        }

        if (from < text.Length) yield return new(text[from..], false);
    }

    // One past the maths that begins at a dollar; 0 for none.
    private static int End(string text, int start)
    {
        var dollars = start + 1 < text.Length && text[start + 1] is '$' ? 2 : 1;
        var inside = start + dollars;
        if (inside >= text.Length || char.IsWhiteSpace(text[inside])) return 0;

        var depth = 0;
        for (var at = inside; at < text.Length && at - inside < Longest; at++)
        {
            if (text[at] is '\\') at++;
            else if (text[at] is '%' or '#' || (text[at] is '}' && --depth < 0)) return 0;
            else if (text[at] is '{') depth++;
            else if (text[at] is '$') return depth == 0 && at > inside && Closes(text, at, dollars) ? at + dollars : 0;
        }

        return 0;
    }

    private static bool Closes(string text, int at, int dollars)
    {
        if (char.IsWhiteSpace(text[at - 1]) || (dollars == 2 && (at + 1 >= text.Length || text[at + 1] is not '$'))) return false;
        var behind = at + dollars;
        return behind >= text.Length || !char.IsAsciiDigit(text[behind]);
    }
}
