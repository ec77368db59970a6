using System.Text.RegularExpressions;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources.Pages;

/// <summary>
/// Any page of the web, by what it says of itself: the pages that editors name, and the pages of every other id that leads to one, except
/// arXiv's, which has an interface for that, and those of the proceedings that are sources by themselves.
/// </summary>
public sealed partial class WebPage(GuardedClient client) : PageSource(client, GuardedClient.Page)
{
    /// <summary>GreaterWrong shows the forums' posts without what they say of themselves.</summary>
    private static readonly (string Mirror, string Home)[] Mirrors =
    [
        ("greaterwrong.com", "www.lesswrong.com"), ("lw2.greaterwrong.com", "www.lesswrong.com"), ("lw2.issarice.com", "www.lesswrong.com"),
        ("ea.greaterwrong.com", "forum.effectivealtruism.org"), ("ea.issarice.com", "forum.effectivealtruism.org"),
        ("af.greaterwrong.com", "www.alignmentforum.org"),
    ];

    protected override bool KnowsAll => false;

    protected override Uri? AddressOf(PaperId id)
    {
        if (id.Scheme is PaperScheme.Arxiv or PaperScheme.Acl or PaperScheme.Pmlr || JmlrPage.Has(id)) return null;
        if (id.Scheme is PaperScheme.Doi or PaperScheme.BioRxiv or PaperScheme.MedRxiv && RegisteredDoi.Of(id) is null) return null;
        if (PaperAddress.Of(id) is not { } text || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return null;

        var host = address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
        if (OfFile(host, address.AbsolutePath) is { } page) return new Uri($"https://{address.Host}{page}");

        var home = Mirrors.FirstOrDefault(mirror => mirror.Mirror == host).Home;
        return home is null || !address.AbsolutePath.StartsWith("/posts/", StringComparison.Ordinal) ? address : new Uri($"https://{home}{address.AbsolutePath}");
    }

    /// <summary>
    /// The page of a paper whose PDF was linked, where the one follows from the other: <c>…/2021/file/HASH-Paper.pdf</c> and
    /// <c>…/2021/hash/HASH-Abstract.html</c> at NeurIPS, <c>papers</c> and <c>html</c> at CVF.
    /// </summary>
    private static string? OfFile(string host, string path)
    {
        if (host is "papers.nips.cc" or "papers.neurips.cc" or "proceedings.neurips.cc" && NeurIpsFile().Match(path) is { Success: true } file)
            return $"{file.Groups["folder"].Value}/hash/{file.Groups["hash"].Value}-Abstract{file.Groups["track"].Value}.html";

        return host is "openaccess.thecvf.com" && CvfFile().Match(path) is { Success: true } paper ? $"{paper.Groups["folder"].Value}/html/{paper.Groups["rest"].Value}.html" : null;
    }

    [GeneratedRegex("^(?<folder>/(?:paper_files/)?paper/[0-9]{4})/file/(?<hash>[0-9a-f]{32})-Paper(?<track>-[A-Za-z_]{1,40})?\\.pdf$")]
    private static partial Regex NeurIpsFile();

    [GeneratedRegex("^(?<folder>/.{1,100})/papers/(?<rest>.{1,300}_paper)\\.pdf$")]
    private static partial Regex CvfFile();
}
