using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>ACL Anthology: <c>P19-1001</c> to 2019, <c>2022.acl-long.568</c> since (aclanthology.org/info/ids).</summary>
public sealed partial class AclAnthology : IPaperScheme, INamedInProse
{
    private static readonly Regex InProse = new(
        "[12][0-9]{3}\\.[a-z0-9]{1,20}(?:[-\u2010-\u2013\u2212][a-z0-9]{1,20}){1,3}\\.[0-9]{1,4}|[A-Z][0-9]{2}[-\u2010-\u2013\u2212][0-9]{4}", RegexOptions.NonBacktracking);

    public string Name => "ACL Anthology";

    public IReadOnlyList<string> Samples { get; } =
    [
        "P19-1001", "2022.acl-long.568", "https://aclanthology.org/2023.findings-acl.12/", "https://www.aclweb.org/anthology/P/P19/P19-1001.pdf",
        "https://aclweb.org/anthology/D16-1032", "https://doi.org/10.18653/v1/N19-1423", "https://aclanthology.org/2020.acl-main.35v2.pdf", "acl:N19-1423",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (text is "") return null;
        if (Of(Pasted.After(text, "acl") ?? text) is { } id) return id;
        if (Doi.Read(text) is { } doi) return OfDoi(doi);
        if (WebAddress.Read(text) is not { } address || !IsTheirs(address)) return null;

        if (address.Segments is ["attachments", .., var file]) return OfAttachment(file.Split('.'));
        return address.Segments.Reverse().Select(Of).FirstOrDefault(found => found is not null);
    }

    IEnumerable<(int Start, int Length)> INamedInProse.NamesIn(string text)
    {
        // Old ids look like part numbers, so that in running text only the new ones are believed, and the old where a line holds nothing else.
        var names = new List<(int, int)>();
        foreach (var match in InProse.EnumerateMatches(text))
            if (Prose.StandsAlone(text, match.Index, match.Index + match.Length) && (char.IsAsciiDigit(text[match.Index]) || Prose.FillsLine(text, match.Index, match.Index + match.Length))) names.Add((match.Index, match.Length));
        return names;
    }

    internal static PaperId? OfDoi(string doi) =>
        doi.StartsWith("10.18653/v1/", StringComparison.Ordinal) || doi.StartsWith("10.3115/v1/", StringComparison.Ordinal)
            ? Of(doi[(doi.LastIndexOf('/') + 1)..])
            : null;

    // 2022.acl-long.568.software.zip, P19-1001.Poster.pdf
    private static PaperId? OfAttachment(string[] parts) => Of(parts[0]) ?? (parts.Length > 2 ? Of(string.Join('.', parts[..3])) : null);

    private static bool IsTheirs(WebAddress address) =>
        address.IsUnder("aclanthology.org") || address.IsUnder("aclanthology.info") || address.IsAt("aclanthology.coli.uni-saarland.de")
        || address.IsAt("anthology.aclweb.org") || (address.IsUnder("aclweb.org") && address.Segments is ["anthology" or "anthology-new", ..]);

    private static PaperId? Of(string text) => Shape().Match(text) is { Success: true } match
        ? new(PaperScheme.Acl, match.Groups["old"].Success ? match.Groups["old"].Value.ToUpperInvariant() : match.Groups["new"].Value.ToLowerInvariant())
        : null;

    [GeneratedRegex(@"^(?:(?<old>[A-Z][0-9]{2}-[0-9]{4})|(?<new>[12][0-9]{3}\.[a-z0-9]+(?:-[a-z0-9]+)+\.[0-9]+))(?:v[0-9]+)?(?:\.(?:pdf|bib|xml|endf|html))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
