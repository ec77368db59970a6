namespace Roundup.Model.Text;

/// <summary>Maths in a plain text, with its delimiters.</summary>
/// <param name="Start">Where the first delimiter stands.</param>
/// <param name="Length">With both delimiters.</param>
/// <param name="Delimiter">How long each delimiter is: 1 or 2.</param>
/// <param name="IsDisplay">Meant for a line of its own: <c>$$…$$</c>, <c>\[…\]</c>.</param>
public readonly record struct MathsSpan(int Start, int Length, int Delimiter, bool IsDisplay)
{
    public int End => Start + Length;

    /// <summary>The TeX between the delimiters.</summary>
    public string Tex(string text) => text.Substring(Start + Delimiter, Length - 2 * Delimiter);
}

/// <summary>
/// Where maths stands in a text: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c>, <c>\[…\]</c>. Dollars are read by pandoc's rule
/// (https://pandoc.org/MANUAL.html#math), and what looks like money, prose or code between two of them is not taken for maths: a formula that
/// stays as written is a smaller harm than a sentence set as one. Linear in the text.
/// </summary>
public static partial class MathsInText
{
    /// <summary>In characters. A dollar further away than this closes nothing.</summary>
    public const int LongestInline = 1_000;

    private const int LongestDisplay = 4_000;

    /// <summary>In order and without overlap; none in an address.</summary>
    public static IEnumerable<MathsSpan> Find(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny('$', '\\', ':');
            if (next < 0) yield break;
            at += next;
            if (text[at] is ':')
            {
                at = string.CompareOrdinal(text, at, "://", 0, 3) is 0 ? NextBlank(text, at) : at + 1;
                continue;
            }

            var span = At(text, at);
            if (span is { } found) yield return found;
            at = span?.End ?? at + Skipped(text, at);
        }
    }

    /// <summary>The maths whose first delimiter stands there, which is not escaped; null where there is none.</summary>
    public static MathsSpan? At(string text, int at) => text[at] switch
    {
        '$' when Run(text, at) is 2 => Dollars(text, at),
        '$' when Run(text, at) is 1 => Dollar(text, at),
        '\\' when at + 1 < text.Length && text[at + 1] is '(' => Delimited(text, at, ')'),
        '\\' when at + 1 < text.Length && text[at + 1] is '[' => Delimited(text, at, ']'),
        _ => null,
    };

    // Three dollars and more are somebody's opinion of a price. An escaped sign opens nothing.
    private static int Skipped(string text, int at) => text[at] is '\\' ? 2 : Math.Max(1, Run(text, at));

    /// <summary>How many dollars stand there beside one another.</summary>
    public static int Run(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is '$') end++;
        return end - at;
    }

    private static int NextBlank(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    // The very next dollar closes it or nothing does: maths holds none, and so no text is read twice.
    private static MathsSpan? Dollar(string text, int at)
    {
        if (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1])) return null;
        var close = NextDollar(text, at + 1, LongestInline);
        if (close < 0 || char.IsWhiteSpace(text[close - 1])) return null;
        // Pandoc's guard against prices; with a command between them they are none ("$\le$13").
        if (close + 1 < text.Length && char.IsAsciiDigit(text[close + 1]) && !text.AsSpan(at, close - at).Contains('\\')) return null;
        return IsMaths(text, at, close) ? new(at, close + 1 - at, 1, false) : null;
    }

    private static MathsSpan? Dollars(string text, int at)
    {
        var close = NextDollar(text, at + 2, LongestDisplay);
        if (close < 0 || Run(text, close) < 2) return null;
        var tex = text.AsSpan(at + 2, close - at - 2).Trim();
        return !tex.IsEmpty && IsFormula(tex) ? new(at, close + 2 - at, 2, true) : null;
    }

    // Markdown escapes brackets in the same way, so a note's number or a remark in brackets is none.
    private static MathsSpan? Delimited(string text, int at, char bracket)
    {
        var last = Math.Min(text.Length - 1, at + LongestDisplay);
        for (var i = at + 2; i < last; i++)
        {
            if (text[i] is not '\\') continue;
            if (text[i + 1] is '(' or '[') return null;
            if (text[i + 1] == bracket)
            {
                var tex = text.AsSpan(at + 2, i - at - 2).Trim();
                var isOne = HasSign(tex) || (bracket is ')' && tex.ContainsAnyExcept("0123456789 ,.;-–"));
                return isOne && IsFormula(tex) ? new(at, i + 2 - at, 2, bracket is ']') : null;
            }
            i++;
        }
        return null;
    }

    // Within a paragraph, and not one that is escaped.
    private static int NextDollar(string text, int from, int most)
    {
        var last = Math.Min(text.Length, from + most);
        var isBlankLine = false;
        for (var i = from; i < last; i++)
        {
            if (text[i] is '$') return i;
            if (text[i] is '\\') i++;
            else if (text[i] is '\n' && isBlankLine) return -1;
            else if (text[i] is '\n') isBlankLine = true;
            else if (!char.IsWhiteSpace(text[i])) isBlankLine = false;
        }
        return -1;
    }
}
