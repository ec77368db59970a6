namespace Roundup.Model.Papers;

/// <summary>The authorities that name papers, by the words that commands print.</summary>
public static class PaperScheme
{
    public const string Arxiv = "arxiv";
    public const string Doi = "doi";
    public const string OpenReview = "openreview";
    public const string Acl = "acl";
    public const string Pmlr = "pmlr";
    public const string NeurIps = "neurips";
    public const string Cvf = "cvf";
    public const string SemanticScholar = "s2";
    public const string PubMed = "pubmed";
    public const string Pmc = "pmc";
    public const string Ssrn = "ssrn";
    public const string BioRxiv = "biorxiv";
    public const string MedRxiv = "medrxiv";

    /// <summary>A page that no authority above names: the address itself is the id.</summary>
    public const string Url = "url";
}
