namespace Roundup.Web.Seen;

/// <summary>
/// The ways in which people write the address of one page that no authority names. An address is kept as it was pasted, so that it leads where
/// the editor meant; two papers are told apart by what is left when its spelling does not count.
/// </summary>
internal static class Spellings
{
    // The same post under the same path on several sites (ForumMagnum; greaterwrong.com is a viewer of them).
    private static readonly string[] Forums = ["www.lesswrong.com", "lesswrong.com", "www.alignmentforum.org", "alignmentforum.org", "www.greaterwrong.com", "greaterwrong.com"];

    private static readonly string[] Trackers = ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "ref=", "ref_src=", "source="];

    /// <summary>The address itself first; never empty, at most some thirty.</summary>
    public static IReadOnlyList<string> Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return [url];

        var query = string.Join('&', address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !Array.Exists(Trackers, t => p.StartsWith(t, StringComparison.OrdinalIgnoreCase))));
        var path = address.AbsolutePath.TrimEnd('/');
        var spelled =
            from host in Hosts(address.Authority.ToLowerInvariant())
            from scheme in new[] { "https", "http" }
            from end in query is "" ? new[] { "", "/" } : [$"?{query}", $"/?{query}"]
            select $"{scheme}://{host}{path}{end}";
        return [.. new[] { url, url.Split('#')[0] }.Concat(spelled).Distinct()];
    }

    private static IEnumerable<string> Hosts(string host) =>
        Forums.Contains(host) ? Forums
        : host.StartsWith("www.", StringComparison.Ordinal) ? [host, host[4..]]
        : [host, $"www.{host}"];
}
