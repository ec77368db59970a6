using System.Globalization;

namespace Roundup.Formats;

/// <summary>The addresses that a text of ours may link to, and the bare ones that stand in it.</summary>
internal static class Address
{
    private static readonly string[] Schemes = ["http://", "https://", "mailto:"];

    /// <summary>
    /// Whether a link may point there: <c>http</c>, <c>https</c>, <c>mailto</c>, a path of this site or a place on this page.
    /// Judged as written: what a browser would have to repair first (white space or control characters, a backslash that it
    /// reads as a slash, a scheme in other words) is not accepted, so that nothing depends on how it repairs.
    /// </summary>
    internal static bool IsAcceptable(string address)
    {
        if (address is "" || address.AsSpan().ContainsAnyInRange('\0', ' ') || address.Contains('\u007F')) return false;
        if (address[0] is '#') return true;
        if (address[0] is '/') return address.Length is 1 || address[1] is not ('/' or '\\');
        return Schemes.Any(scheme => address.Length > scheme.Length
            && address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && address[scheme.Length] is not ('/' or '\\'));
    }

    /// <summary>The first bare web address in a text; a length of 0 when there is none.</summary>
    internal static (int Start, int Length) Find(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (text[start..].IndexOf("://", StringComparison.Ordinal) is var at and >= 0)
        {
            var colon = start + at;
            var first = text[..colon].EndsWith("https", StringComparison.OrdinalIgnoreCase) ? colon - 5
                : text[..colon].EndsWith("http", StringComparison.OrdinalIgnoreCase) ? colon - 4 : -1;
            var length = first < start || (first > 0 && char.IsLetterOrDigit(text[first - 1])) ? 0 : Length(text[first..]);
            if (length > 0) return (first, length);
            start = colon + 3;
        }

        return (0, 0);
    }

    /// <summary>
    /// How many characters of a text belong to the address it begins with: up to white space or a mark that no address holds as
    /// it is, without the punctuation of the sentence around it and without a bracket that it did not open. 0 for no address.
    /// </summary>
    internal static int Length(ReadOnlySpan<char> text)
    {
        var scheme = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        if (scheme is 0) return 0;
        var end = scheme;
        while (end < text.Length && Belongs(text[end])) end++;

        var brackets = text[..end].Count('(') - text[..end].Count(')');
        while (end > scheme)
        {
            if (text[end - 1] is ')' && brackets < 0) brackets++;
            else if (!".,;:!?'_~&$".Contains(text[end - 1])) break;
            end--;
        }

        return end > scheme && char.IsLetterOrDigit(text[scheme]) ? end : 0;
    }

    // Invisible and direction-changing characters (category Cf) would let an address look like another.
    private static bool Belongs(char character) =>
        character > ' ' && !"<>\"`*[]{}|\\^\u007F".Contains(character)
        && !char.IsWhiteSpace(character) && !char.IsSurrogate(character)
        && char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Control);
}
