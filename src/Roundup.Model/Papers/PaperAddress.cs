namespace Roundup.Model.Papers;

public static class PaperAddress
{
    /// <summary>The page where readers find the paper that an id names; null where an id alone leads nowhere.</summary>
    public static string? Of(PaperId id) => id.Scheme switch
    {
        PaperScheme.Arxiv => $"https://arxiv.org/abs/{id.Value}{(id.Version is { } version ? $"v{version}" : "")}",
        PaperScheme.Doi or PaperScheme.BioRxiv or PaperScheme.MedRxiv => $"https://doi.org/{EscapeDoi(id.Value)}",
        PaperScheme.OpenReview => $"https://openreview.net/forum?id={Uri.EscapeDataString(id.Value)}",
        PaperScheme.Acl => $"https://aclanthology.org/{id.Value}/",
        PaperScheme.Pmlr => $"https://proceedings.mlr.press/{id.Value}.html",
        PaperScheme.SemanticScholar => $"https://www.semanticscholar.org/paper/{id.Value}",
        PaperScheme.PubMed => $"https://pubmed.ncbi.nlm.nih.gov/{id.Value}/",
        PaperScheme.Pmc => $"https://pmc.ncbi.nlm.nih.gov/articles/{id.Value}/",
        PaperScheme.Ssrn => $"https://papers.ssrn.com/abstract={id.Value}",
        PaperScheme.Url => id.Value,
        _ => null,
    };

    // A DOI may hold any printable character (ISO 26324); slashes stay readable, the rest is escaped.
    private static string EscapeDoi(string doi) => string.Join('/', doi.Split('/').Select(Uri.EscapeDataString));
}
