namespace Roundup.Sources;

/// <summary>Where addresses and names begin and end in running text. Every function is linear in what it reads.</summary>
internal static class Prose
{
    private const int LongestHost = 253;

    /// <summary>
    /// The addresses in a text, in order and without overlap. One without <c>https://</c> is anything like <c>host.tld/…</c>.
    /// </summary>
    public static IEnumerable<(int Start, int Length, bool HasScheme)> Addresses(string text)
    {
        for (var from = 0; text.IndexOf('/', from) is >= 0 and var slash;)
        {
            var hasScheme = SchemeBefore(text, from, slash, out var start);
            var end = hasScheme || HostBefore(text, from, slash, out start) ? EndOfName(text, slash + (hasScheme ? 2 : 1)) : -1;
            if (end < 0) from = slash + 1;
            else
            {
                from = Math.Max(end, slash + 1);
                var inner = Pasted.Trim(text.AsSpan(start, end - start));
                var (offset, length) = inner.GetOffsetAndLength(end - start);
                if (length > 0) yield return (start + offset, length, hasScheme);
            }
        }
    }

    /// <summary>
    /// Where an address or a DOI that has begun ends: at a blank, a quote, a bracket that it did not open, the next address, or the first
    /// character of a script that addresses are not written in.
    /// </summary>
    public static int EndOfName(string text, int from)
    {
        var open = 0;
        for (var at = from; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '(') open++;
            else if (c is ')' && open-- is 0) return at;
            else if (c is '[' && text.AsSpan(at).StartsWith("[.]")) at += 2;
            else if (c is '<' or '[')
            {
                if (EndOfOldSerial(text, at) is not (> 0 and var end)) return at;
                at = end;
            }
            else if (Ends(c) || IsNextAddress(text, at)) return at;
        }
        return text.Length;
    }

    /// <summary>No letter, digit or joining sign directly before or after.</summary>
    public static bool StandsAlone(string text, int start, int end) =>
        (start is 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.' or '/'))
        && (end >= text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'));

    /// <summary>Whether a line holds nothing else: at most the mark of a list before it and a bracket or a full stop behind.</summary>
    public static bool FillsLine(string text, int start, int end)
    {
        for (var at = start - 1; at >= 0 && text[at] is not '\n'; at--)
            if (start - at > 8 || char.IsLetter(text[at]) || text[at] is '(' or '@' or '/' or '=' or '$') return false;
        for (var at = end; at < text.Length && text[at] is not ('\n' or '\r'); at++)
            if (at - end > 8 || char.IsLetterOrDigit(text[at]) || text[at] is '(' or '/' or '-') return false;
        return true;
    }

    private static bool Ends(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '>' or '"' or '`' or '{' or '}' or '|' or '\\' or ']' or '^' or '«' or '»'
        || c is '\u2014' or '\u2015' or (>= '\u2018' and <= '\u201F') or '\u2026' || c >= 0x2E80 && !Pasted.IsInvisible(c) && !Pasted.IsHyphen(c);

    // <0946:ASTFHH> and [2445:AB], as in the DOIs of the nineties; a tag or a link has no colon there.
    private static int EndOfOldSerial(string text, int at)
    {
        var close = text[at] is '<' ? '>' : ']';
        var hasColon = false;
        for (var end = at + 1; end < text.Length && end < at + 24; end++)
        {
            var c = text[end];
            if (c == close) return hasColon ? end : -1;
            if (c is ':') hasColon = true;
            else if (!(char.IsAsciiLetterOrDigit(c) || c is '-' or '.')) return -1;
        }
        return -1;
    }

    private static bool IsNextAddress(string text, int at) =>
        text[at] is 'h' or 'H' && text[at - 1] is not ('/' or '=' or '?' or '&' or ':' or '%')
        && (text.AsSpan(at).StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.AsSpan(at).StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    private static bool SchemeBefore(string text, int from, int slash, out int start)
    {
        var before = text.AsSpan(from, slash - from);
        var length = !text.AsSpan(slash).StartsWith("//") ? 0
            : before.EndsWith("https:", StringComparison.OrdinalIgnoreCase) ? 6
            : before.EndsWith("http:", StringComparison.OrdinalIgnoreCase) ? 5
            : before.EndsWith("hxxps:", StringComparison.OrdinalIgnoreCase) ? 6
            : before.EndsWith("hxxp:", StringComparison.OrdinalIgnoreCase) ? 5
            : 0;
        start = slash - length;
        return length > 0;
    }

    private static bool HostBefore(string text, int from, int slash, out int start)
    {
        start = slash;
        while (start > from && slash - start < LongestHost && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-')) start--;

        var host = text.AsSpan(start, slash - start);
        return host.LastIndexOf('.') is > 0 and var dot && host.Length - dot > 2 && !host[(dot + 1)..].ContainsAnyExceptInRange('A', 'z')
            && (start is 0 || text[start - 1] is not ('@' or '/' or '_'));
    }
}
