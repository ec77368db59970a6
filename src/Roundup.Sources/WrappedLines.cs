namespace Roundup.Sources;

/// <summary>Addresses that a mail program broke over two lines. Only those are joined that plainly go on and that name a paper when they do.</summary>
internal static class WrappedLines
{
    private const int LongestRest = 200;

    /// <summary>
    /// Where the rest of an address that ends at <paramref name="end"/> stands on the next line: it ends in the middle of something, and what
    /// follows has a digit and is no address itself. Null for nowhere.
    /// </summary>
    public static (int Start, int End)? Rest(string text, int end)
    {
        var at = RawEnd(text, end);
        if (text[at - 1] is not ('/' or '?' or '=' or '&' or '-' or '_' or '.' or ':' or '%')) return null;
        if (at < text.Length && text[at] is '\r') at++;
        if (at >= text.Length || text[at] is not '\n') return null;

        at++;
        for (var indent = 0; indent < 8 && at < text.Length && text[at] is ' ' or '\t' or '>'; indent++) at++;
        var from = at;
        while (at < text.Length && at - from < LongestRest && !char.IsWhiteSpace(text[at])) at++;
        var rest = text.AsSpan(from, at - from);
        return rest.ContainsAnyInRange('0', '9') && !rest.Contains("://", StringComparison.Ordinal) ? (from, at) : null;
    }

    /// <summary>A sentence's marks were taken for one: at the end of a broken line they are the address's own.</summary>
    public static int RawEnd(string text, int end)
    {
        while (end < text.Length && text[end] is '?' or '.' or ':' or '-') end++;
        return end;
    }
}
