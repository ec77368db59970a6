namespace Roundup.Sources;

/// <summary>
/// A web address as people paste it, with or without <c>https://</c>. Not <see cref="Uri"/>: that one takes <c>arXiv:1706.03762</c> for an
/// absolute address, and refuses some that browsers open.
/// </summary>
/// <param name="Host">In lower case, without <c>www.</c> and port.</param>
/// <param name="Path">From the first slash, as written; "" where there is none.</param>
/// <param name="Query">Without its question mark.</param>
/// <param name="Text">All of it, without fragment.</param>
internal sealed record WebAddress(string Host, string Path, string Query, bool HasScheme, string Text)
{
    /// <summary>The path's parts, decoded; empty ones (<c>//</c>) left out.</summary>
    public string[] Segments => field ??=
        [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Decoded).Where(part => part is not "")];

    /// <summary>Null where the fragment is no address: no dot in the host, a name before an @, a number for a top-level domain.</summary>
    public static WebAddress? Read(string fragment)
    {
        var text = Opened(Pasted.Clean(fragment));
        if (text.IndexOfAny([' ', '\t']) is > 0 and var blank) text = text[..blank];

        var start = SchemeLength(text);
        var end = text.AsSpan(start).IndexOfAny('/', '?', '#');
        var host = HostOf(end < 0 ? text[start..] : text[start..(start + end)]);
        if (host is null) return null;

        var rest = end < 0 ? "" : text[(start + end)..];
        if (rest.IndexOf('#') is >= 0 and var fragmentAt) (rest, text) = (rest[..fragmentAt], text[..(start + end + fragmentAt)]);
        var question = rest.IndexOf('?');
        return question < 0
            ? new(host, rest, "", start > 0, text)
            : new(host, rest[..question], rest[(question + 1)..], start > 0, text);
    }

    /// <summary>The host itself, not one below it.</summary>
    public bool IsAt(params ReadOnlySpan<string> hosts) => hosts.Contains(Host);

    /// <summary>The domain or anything below it; <c>psyarxiv.com</c> is not under <c>arxiv.org</c>.</summary>
    public bool IsUnder(string domain) =>
        Host == domain || (Host.EndsWith(domain, StringComparison.Ordinal) && Host[^(domain.Length + 1)] is '.');

    /// <summary>The decoded value of a parameter, its name in either case; null where it is absent or empty.</summary>
    public string? Parameter(params ReadOnlySpan<string> names)
    {
        foreach (var pair in Parameters)
            foreach (var name in names)
                if (pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && pair.Value is not "") return pair.Value;
        return null;
    }

    public IEnumerable<(string Name, string Value)> Parameters =>
        from pair in Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let sign = pair.IndexOf('=')
        select sign < 0 ? (pair, "") : (pair[..sign], Decoded(pair[(sign + 1)..]));

    /// <summary>Percent-encoding undone, twice where a redirect encoded it again.</summary>
    public static string Decoded(string text)
    {
        for (var round = 0; round < 2 && text.Contains('%'); round++) text = Uri.UnescapeDataString(text);
        return text;
    }

    // hxxps://arxiv[.]org is how careful people write an address that nobody should open by accident; https%3A%2F%2F is one taken out of another.
    private static string Opened(string text)
    {
        if (text.StartsWith("hxxp", StringComparison.OrdinalIgnoreCase)) return $"http{text[4..].Replace("[.]", ".")}";

        var isEncoded = text.StartsWith("http%3a%2f", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https%3a%2f", StringComparison.OrdinalIgnoreCase);
        return isEncoded ? Decoded(text) : text;
    }

    private static int SchemeLength(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
        : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
        : text.StartsWith("//", StringComparison.Ordinal) ? 2
        : 0;

    private static string? HostOf(string text)
    {
        if (text.IndexOf(':') is >= 0 and var colon)
        {
            if (text.AsSpan(colon + 1).ContainsAnyExceptInRange('0', '9')) return null;
            text = text[..colon];
        }
        var host = text.TrimEnd('.').ToLowerInvariant();
        if (host.Length is 0 or > 253 || host.AsSpan().IndexOfAnyExcept(HostCharacters) >= 0) return null;
        if (host.LastIndexOf('.') is var dot && (dot <= 0 || dot > host.Length - 3 || host.AsSpan(dot + 1).ContainsAnyExceptInRange('a', 'z'))) return null;
        return host.StartsWith("www.", StringComparison.Ordinal) && host.Count(c => c is '.') > 1 ? host[4..] : host;
    }

    private static readonly System.Buffers.SearchValues<char> HostCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");
}
