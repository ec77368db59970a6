using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>
/// Semantic Scholar: the 40 hex digits of a paper's page, or its corpus number. The addresses of its PDF copies are the same digits with a
/// slash after the fourth.
/// </summary>
public sealed partial class SemanticScholar : IPaperScheme, INamedInProse
{
    private static readonly Regex InProse = new("corpus ?id:? ?[0-9]{4,10}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    public string Name => "Semantic Scholar";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://www.semanticscholar.org/paper/RDF2Vec%3A-RDF-Graph-Embeddings/844d502387a3996f167b04e2e83117c30c22e752",
        "https://www.semanticscholar.org/reader/909790dca9eba273a8380e31a00ab017e6607242", "https://api.semanticscholar.org/CorpusID:13756489",
        "https://pdfs.semanticscholar.org/e33d/8103bb5c1811fe19cc76bb1259b0ed137961.pdf", "s2:844d502387a3996f167b04e2e83117c30c22e752",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        // Forty hex digits alone are a commit as well.
        if (Pasted.After(text, "s2", "s2paperid") is { } bare) return Of(bare) ?? OfCorpus(bare);
        if (OfCorpus(text) is { } corpus) return corpus;
        if (WebAddress.Read(text) is not { } address) return null;
        if (address.IsAt("connectedpapers.com") && address.Segments is ["main", var graph, ..]) return Of(graph);
        if (!address.IsUnder("semanticscholar.org")) return null;

        return address.Segments switch
        {
            ["paper" or "reader", .., var hash] when Of(hash) is { } id => id,
            ["paper", _, var hash, ..] => Of(hash),
            [.., "paper", var hash] => Of(hash) ?? OfCorpus(hash),
            [var head, var tail] when address.IsAt("pdfs.semanticscholar.org") => Of(head + tail.Replace(".pdf", "")),
            [var only] => OfCorpus(only),
            _ => null,
        };
    }

    IEnumerable<(int Start, int Length)> INamedInProse.NamesIn(string text)
    {
        var names = new List<(int, int)>();
        foreach (var match in InProse.EnumerateMatches(text))
            if (Prose.StandsAlone(text, match.Index, match.Index + match.Length)) names.Add((match.Index, match.Length));
        return names;
    }

    private static PaperId? Of(string hash) => Hash().IsMatch(hash) ? new(PaperScheme.SemanticScholar, hash.ToLowerInvariant()) : null;

    private static PaperId? OfCorpus(string text) => Corpus().Match(text) is { Success: true } match
        ? new(PaperScheme.SemanticScholar, $"CorpusID:{match.Groups["number"].Value}")
        : null;

    [GeneratedRegex("^[0-9a-f]{40}$", RegexOptions.IgnoreCase)]
    private static partial Regex Hash();

    [GeneratedRegex("^corpus ?id:? ?(?<number>[0-9]{1,12})$", RegexOptions.IgnoreCase)]
    private static partial Regex Corpus();
}
