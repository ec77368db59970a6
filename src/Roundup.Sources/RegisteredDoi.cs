using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>The DOI under which a registry keeps what another authority named.</summary>
internal static class RegisteredDoi
{
    /// <summary>
    /// In lower case; null for what has none. Short DOIs (<c>10/gfvk</c>) are known to doi.org only; most volumes of the ACL Anthology have one.
    /// </summary>
    public static string? Of(PaperId id) => id.Scheme switch
    {
        PaperScheme.Doi or PaperScheme.BioRxiv or PaperScheme.MedRxiv when IsWhole(id.Value) => id.Value.ToLowerInvariant(),
        PaperScheme.Ssrn => $"10.2139/ssrn.{id.Value}",
        PaperScheme.Acl => $"10.18653/v1/{id.Value.ToLowerInvariant()}",
        PaperScheme.Arxiv when ArxivId.Read(id.Value, isInAddress: true)?.Value == id.Value => $"10.48550/arxiv.{id.Value}",
        _ => null,
    };

    /// <summary>For one segment of a path or one value of a query: a DOI may hold <c>/ ; # % ? &lt; &gt; ( )</c>.</summary>
    public static string Escaped(string doi) => Uri.EscapeDataString(doi);

    /// <summary>For a path in which the slashes stand as they are.</summary>
    public static string EscapedPath(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Where readers find it.</summary>
    public static string Address(string doi) => PaperAddress.Of(new PaperId(PaperScheme.Doi, doi))!;

    // A segment of dots alone would be taken for a step up the path by whatever stands between here and the registry.
    private static bool IsWhole(string doi) =>
        doi.Length is > 7 and <= 500 && doi.StartsWith("10.", StringComparison.Ordinal) && doi.IndexOf('/') is > 0 and var slash && slash < doi.Length - 1
        && !doi.AsSpan().ContainsAnyExceptInRange('!', '~') && !doi.Split('/').Any(segment => segment is "." or "..");
}
