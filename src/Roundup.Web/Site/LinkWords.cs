using Roundup.Model.Papers;

namespace Roundup.Web.Site;

/// <summary>What the links of a paper are called.</summary>
public static class LinkWords
{
    /// <summary>arXiv:2202.05262; of an address its host.</summary>
    public static string Of(PaperId id) => id.Scheme switch
    {
        PaperScheme.Arxiv => $"arXiv:{id.Value}{(id.Version is { } version ? $"v{version}" : "")}",
        PaperScheme.Doi or PaperScheme.BioRxiv or PaperScheme.MedRxiv => $"doi:{id.Value}",
        PaperScheme.OpenReview => $"OpenReview {id.Value}",
        PaperScheme.Acl => $"ACL {id.Value}",
        PaperScheme.Pmlr => $"PMLR {id.Value}",
        PaperScheme.NeurIps => "NeurIPS proceedings",
        PaperScheme.Cvf => "CVF open access",
        PaperScheme.SemanticScholar => "Semantic Scholar",
        PaperScheme.PubMed => $"PubMed {id.Value}",
        PaperScheme.Pmc => id.Value,
        PaperScheme.Ssrn => $"SSRN {id.Value}",
        _ => Host(id.Value),
    };

    /// <summary>For a repository its owner and name, for the rest what it is.</summary>
    public static string Of(PaperLink link) => link.Kind switch
    {
        LinkKind.Code => Repository(link.Url) ?? Named(link, "Code"),
        LinkKind.Data => Named(link, "Data"),
        LinkKind.Project => Named(link, "Project page"),
        LinkKind.Pdf => "PDF",
        LinkKind.Video => Named(link, "Video"),
        LinkKind.Discussion => Named(link, "Discussion"),
        _ => string.IsNullOrWhiteSpace(link.Label) ? Host(link.Url) : link.Label,
    };

    private static string Named(PaperLink link, string kind) => string.IsNullOrWhiteSpace(link.Label) ? $"{kind}, {Host(link.Url)}" : link.Label;

    private static string? Repository(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host is not ("github.com" or "gitlab.com" or "huggingface.co" or "codeberg.org" or "bitbucket.org")) return null;

        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? null : $"{parts[0]}/{(parts[1].EndsWith(".git", StringComparison.Ordinal) ? parts[1][..^4] : parts[1])}";
    }

    private static string Host(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var uri) ? url : uri.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? uri.IdnHost[4..] : uri.IdnHost;
}
