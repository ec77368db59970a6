using Microsoft.Extensions.Options;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>
/// Asks Semantic Scholar (api.semanticscholar.org/api-docs/graph): the source that best knows what else a paper is called. Only with a key of
/// one's own, once a second; its batches want POST.
/// </summary>
public sealed class SemanticScholarApi : IPaperSource
{
    private const string Fields = "title,abstract,authors,year,venue,publicationVenue,journal,externalIds,openAccessPdf,publicationDate,publicationTypes";

    private readonly Inquiry _inquiry;

    public SemanticScholarApi(GuardedClient client, IOptions<SourcesOptions> options)
    {
        var key = options.Value.SemanticScholarKey?.Trim() ?? "";
        IsOn = key is not "";
        _inquiry = new(client, Terms, IsOn ? new SourceKey("x-api-key", key) : null)
        {
            WhyOff = IsOn ? null : "Semantic Scholar answers only to who has a key, and none is set. Paste the details instead.",
        };
    }

    public SourceTerms Terms { get; } = new("Semantic Scholar", SourceTrust.Index, TimeSpan.FromSeconds(1));

    public bool IsOn { get; }

    public bool Covers(PaperId id) => Named(id) is not null;

    public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) => Inquiry.EachAsync(ids.Where(Covers), async id =>
        await _inquiry.AskAsync($"https://api.semanticscholar.org/graph/v1/paper/{Named(id)}?fields={Fields}", cancel) is { } paper && IsAnswerTo(id, paper)
            ? SemanticScholarPaper.Read(paper, id, Terms.Name)
            : null);

    /// <summary>The name under which it takes an id. It finds arXiv's papers under their own, and not always under their DOI.</summary>
    private static string? Named(PaperId id) => (id.Scheme, RegisteredDoi.Of(id)) switch
    {
        (PaperScheme.Arxiv, not null) => $"ARXIV:{id.Value}",
        (PaperScheme.Acl, _) => $"ACL:{Uri.EscapeDataString(id.Value)}",
        (PaperScheme.PubMed, _) => $"PMID:{Uri.EscapeDataString(id.Value)}",
        (PaperScheme.Pmc, _) => $"PMCID:{Uri.EscapeDataString(id.Value.Replace("PMC", "", StringComparison.Ordinal))}",
        (PaperScheme.SemanticScholar, _) => RegisteredDoi.EscapedPath(id.Value).Replace("%3A", ":", StringComparison.Ordinal),
        (_, { } doi) => $"DOI:{RegisteredDoi.EscapedPath(doi)}",
        _ => null,
    };

    // Asked for one paper it has no reason to answer with another, and has been seen to.
    private static bool IsAnswerTo(PaperId asked, JsonAnswer paper)
    {
        var answered = asked.Scheme switch
        {
            PaperScheme.Arxiv => paper["externalIds"]["ArXiv"].Text,
            PaperScheme.Acl => paper["externalIds"]["ACL"].Text,
            PaperScheme.PubMed => paper["externalIds"]["PubMed"].Text,
            PaperScheme.Pmc => paper["externalIds"]["PubMedCentral"].Text is { Length: > 0 } number ? $"PMC{number}" : "",
            PaperScheme.SemanticScholar when asked.Value.StartsWith("CorpusID:", StringComparison.Ordinal) => $"CorpusID:{paper["externalIds"]["CorpusId"].Text}",
            PaperScheme.SemanticScholar => paper["paperId"].Text,
            _ => paper["externalIds"]["DOI"].Text,
        };
        var expected = RegisteredDoi.Of(asked) is { } doi && asked.Scheme is not (PaperScheme.Arxiv or PaperScheme.Acl) ? doi : asked.Value;
        return answered is "" || answered.Equals(expected, StringComparison.OrdinalIgnoreCase);
    }
}
