using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources.Pages;

/// <summary>
/// Any page of the web, by what it says of itself: the pages that editors name, and the pages of every other id that leads to one, except
/// arXiv's, which has an interface for that, and those of the proceedings that are sources by themselves.
/// </summary>
public sealed class WebPage(GuardedClient client) : PageSource(client, GuardedClient.Page)
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
        var home = Mirrors.FirstOrDefault(mirror => mirror.Mirror == host).Home;
        return home is null || !address.AbsolutePath.StartsWith("/posts/", StringComparison.Ordinal) ? address : new Uri($"https://{home}{address.AbsolutePath}");
    }
}
