using System.Globalization;
using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>
/// bioRxiv and medRxiv, by their DOI without version. 10.1101 is also Cold Spring Harbor's journals (<c>10.1101/gr.1</c>), so that the shape
/// of the number decides; eight digits at its end are medRxiv's, six bioRxiv's, and the host of an address knows best.
/// </summary>
public sealed partial class BioRxiv : IPaperScheme
{
    public string Name => "bioRxiv";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://www.biorxiv.org/content/10.1101/2024.04.01.587366v2.full.pdf", "10.1101/2024.04.01.587366", "https://doi.org/10.1101/674655",
        "https://www.medrxiv.org/content/10.1101/2020.03.22.20040832v1", "https://www.biorxiv.org/content/early/2018/01/01/242875",
        "biorxiv:10.1101/674655", "medrxiv:10.1101/19001834",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        foreach (var scheme in (ReadOnlySpan<string>)[PaperScheme.BioRxiv, PaperScheme.MedRxiv])
            if (Pasted.After(text, scheme) is { } bare && Of(bare.ToLowerInvariant()) is { } own) return own with { Scheme = scheme };

        var address = WebAddress.Read(text);
        var server = address is null ? null
            : address.IsUnder("medrxiv.org") || address.Segments is ["details", "medrxiv", ..] ? PaperScheme.MedRxiv
            : address.IsUnder("biorxiv.org") ? PaperScheme.BioRxiv
            : null;
        var id = Doi.Read(text) is { } doi ? OfDoi(doi) : server is null ? null : Early(address!);
        return server is null || id is null ? id : id with { Scheme = server };
    }

    internal static PaperId? OfDoi(string doi) => Of(doi);

    // /content/early/2018/01/01/242875.full.pdf, from before addresses had DOIs.
    private static PaperId? Early(WebAddress address) =>
        address.Segments is [.., "content" or "early" or "short" or "full" or "abstract", _] or ["content", ..] or ["cgi", ..]
        && Number().Match(address.Segments[^1]) is { Success: true } match ? Of($"10.1101/{match.Value}") : null;

    private static PaperId? Of(string doi)
    {
        if (Shape().Match(doi) is not { Success: true } match) return null;

        var version = match.Groups["version"];
        var scheme = match.Groups["number"].Length is 8 ? PaperScheme.MedRxiv : PaperScheme.BioRxiv;
        return new(scheme, match.Groups["doi"].Value, version.Success ? int.Parse(version.Value, CultureInfo.InvariantCulture) : null);
    }

    // openRxiv's own prefix, 10.64898, since the end of 2025.
    [GeneratedRegex(@"^(?<doi>10\.(?:1101|64898)/(?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?(?<number>[0-9]{6,8}))(?:v(?<version>[1-9][0-9]{0,2}))?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?[0-9]{6,8}(?:v[1-9][0-9]?)?(?![0-9])")]
    private static partial Regex Number();
}
