using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>The addresses that carry an arXiv id: arXiv's own, its mirrors, and the readers built on top of it.</summary>
internal static partial class ArxivAddress
{
    private static readonly string[] OwnPages =
        ["abs", "pdf", "html", "ps", "src", "e-print", "format", "tb", "cits", "pdf2", "abs-new", "latexml", "bibtex"];

    /// <summary>Host and the first part of the path; "" where the id follows at once.</summary>
    private static readonly (string Host, string[] Pages)[] Readers =
    [
        ("ar5iv.org", ["abs", "html", "pdf", "papers"]),
        ("ar5iv.labs.arxiv.org", ["abs", "html", "pdf", "papers"]),
        ("alphaxiv.org", ["abs", "pdf", "overview", "html", "replicate", "audio", "resources", "paper", "blog", "zh"]),
        ("huggingface.co", ["papers"]),
        ("hf.co", ["papers"]),
        ("scirate.com", ["arxiv"]),
        ("arxiv-vanity.com", ["papers"]),
        ("papers.cool", ["arxiv"]),
        ("semanticscholar.org", ["arxiv"]),
        ("inspirehep.net", ["arxiv"]),
        ("emergentmind.com", ["papers"]),
        ("arxiv-sanity.com", [""]),
        ("talk2arxiv.org", ["abs", "pdf"]),
        ("ui.adsabs.harvard.edu", ["abs"]),
        ("xxx.lanl.gov", OwnPages),
        ("arxiv.org", OwnPages),
    ];

    public static PaperId? Read(WebAddress address)
    {
        if (address.IsUnder("arxiv.org") || address.IsAt("xxx.lanl.gov"))
        {
            if (address.Segments is ["api", "query"]) return FromQuery(address);
            if (address.Segments is ["ftp" or "PS_cache" or "ps_cache", var archive, .., var file]) return FromFile(archive, file);
            if (address.Segments is ["show-email", _, .. var named]) return ArxivId.Read(string.Join('/', named), isInAddress: true);
            if (address.Parameter("identifier") is { } harvested) return ArxivId.Read(Arxiv.WithoutLabel(harvested), isInAddress: true);
        }
        if (address.IsAt("huggingface.co") && address.Segments is ["api", "papers", var paper, ..]) return ArxivId.Read(paper, isInAddress: true);
        if (address.IsUnder("adsabs.harvard.edu") && address.Segments.Select(FromBibcode).FirstOrDefault(found => found is not null) is { } coded) return coded;
        // Semantic Scholar's own addresses take ARXIV:1706.03762 in a paper's place.
        if (address.IsAt("api.semanticscholar.org") && Array.Find(address.Segments, IsLabelled) is { } labelled) return ArxivId.Read(labelled[6..], isInAddress: true);
        // DBLP keeps arXiv's papers under a name made from the id.
        if (address.IsUnder("dblp.org") || address.IsUnder("dblp.uni-trier.de")) return FromDblp(address.Segments);

        foreach (var (host, pages) in Readers)
        {
            var isHere = host is "arxiv.org" ? address.IsUnder(host) : address.IsAt(host);
            if (isHere && FromPath(address.Segments, pages) is { } id) return id;
        }
        return null;
    }

    private static PaperId? FromPath(string[] segments, string[] pages)
    {
        var start = pages is [""] ? 0 : 1;
        if (segments.Length <= start || (start is 1 && !pages.Contains(segments[0], StringComparer.OrdinalIgnoreCase))) return null;

        // Trackers are sometimes hung on with & where ? was meant.
        var first = Arxiv.WithoutLabel(segments[start].Split('&')[0]);
        return ArxivId.Read(first, isInAddress: true)
            ?? (segments.Length > start + 1 ? ArxivId.Read($"{first}/{segments[start + 1]}", isInAddress: true) : null);
    }

    // /ftp/cond-mat/papers/0408/0408502.pdf and /ftp/arxiv/papers/1110/1110.2832.pdf
    private static PaperId? FromFile(string archive, string file) =>
        ArxivId.Read(file, isInAddress: true) ?? ArxivId.Read($"{archive}/{file}", isInAddress: true);

    private static bool IsLabelled(string segment) => segment.StartsWith("arxiv:", StringComparison.OrdinalIgnoreCase);

    private static PaperId? FromBibcode(string bibcode) =>
        Bibcode().Match(bibcode) is { Success: true } match ? ArxivId.Read($"{match.Groups[1].Value}.{match.Groups[2].Value}", isInAddress: true) : null;

    private static PaperId? FromQuery(WebAddress address) =>
        address.Parameter("id_list") is { } ids && !ids.Contains(',') ? ArxivId.Read(ids, isInAddress: true) : null;

    private static PaperId? FromDblp(string[] segments)
    {
        if (segments is not [.., "corr", var name] || !name.StartsWith("abs-", StringComparison.Ordinal)) return null;

        var stem = name[4..];
        if (stem.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot) stem = stem[..dot];
        return ArxivId.Read(stem.Replace('-', '.'), isInAddress: true);
    }

    // 2017arXiv170603762V and 2007arXiv0706.0001A (ui.adsabs.harvard.edu/help/actions/bibcode).
    [GeneratedRegex(@"^[12][0-9]{3}arXiv([0-9]{4})\.?([0-9]{4,5})[A-Z]$")]
    private static partial Regex Bibcode();
}
