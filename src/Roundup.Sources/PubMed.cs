using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>PubMed by number, PubMed Central by <c>PMC</c> and number, on their own pages and Europe PMC's.</summary>
public sealed partial class PubMed : IPaperScheme, INamedInProse
{
    private static readonly Regex InProse = new("PMID:? {0,2}[0-9]{4,9}|PMC[0-9]{4,9}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    public string Name => "PubMed";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://pubmed.ncbi.nlm.nih.gov/32015508/", "PMID: 32015508", "https://www.ncbi.nlm.nih.gov/pubmed/32015508", "PMC2652875", "pmc:PMC2652875",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2652875/", "https://pmc.ncbi.nlm.nih.gov/articles/PMC2652875", "pubmed:32015508",
        "https://europepmc.org/article/MED/32015508",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (Pasted.After(text, "pmid", "pubmed") is { } number) return OfPubMed(number);
        if (text.StartsWith("pmid", StringComparison.OrdinalIgnoreCase)) return OfPubMed(text[4..]);
        if (OfCentral(Pasted.After(text, "pmcid", "pmc") ?? text) is { } central) return central;
        if (WebAddress.Read(text) is not { } address) return null;

        var segments = address.Segments;
        if (address.IsUnder("pubmed.ncbi.nlm.nih.gov")) return (segments is [var id, ..] ? id : address.Parameter("term")) is { } named ? OfPubMed(named) : null;
        if (address.IsUnder("ncbi.nlm.nih.gov") || address.IsUnder("europepmc.org"))
            return segments switch
            {
                [.., "articles" or "PMC" or "pmc", var article, "pdf" or "epub"] => OfCentral(article),
                [.., "articles" or "PMC" or "pmc", var article] => OfCentral(article),
                [.., "articles", var article, "pdf", _] => OfCentral(article),
                [.., "articles", "pmid" or "PMID", var article] => OfPubMed(article),
                [.., "pubmed" or "MED" or "med", var article] => OfPubMed(article),
                _ => null,
            };
        return null;
    }

    IEnumerable<(int Start, int Length)> INamedInProse.NamesIn(string text)
    {
        var names = new List<(int, int)>();
        foreach (var match in InProse.EnumerateMatches(text))
            if (Prose.StandsAlone(text, match.Index, match.Index + match.Length)) names.Add((match.Index, match.Length));
        return names;
    }

    private static PaperId? OfPubMed(string text) =>
        Number().IsMatch(text) ? new(PaperScheme.PubMed, text.TrimStart('0')) : null;

    private static PaperId? OfCentral(string text) =>
        Central().IsMatch(text) ? new(PaperScheme.Pmc, text.ToUpperInvariant()) : null;

    [GeneratedRegex("^0*[1-9][0-9]{0,8}$")]
    private static partial Regex Number();

    [GeneratedRegex("^PMC[1-9][0-9]{3,9}$", RegexOptions.IgnoreCase)]
    private static partial Regex Central();
}
