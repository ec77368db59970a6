namespace Roundup.Model.Papers;

/// <summary>Tells from an address, and from the words that were linked, what stands behind a link of a paper.</summary>
public static class LinkKinds
{
    private static readonly string[] CodeHosts =
    [
        "github.com", "gist.github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sr.ht", "git.sr.ht", "gitee.com", "codeocean.com",
        "colab.research.google.com", "anonymous.4open.science", "sourceforge.net", "pypi.org",
    ];

    private static readonly string[] DataHosts =
    [
        "zenodo.org", "osf.io", "figshare.com", "datadryad.org", "dataverse.harvard.edu", "data.mendeley.com", "openml.org", "physionet.org",
    ];

    private static readonly string[] VideoHosts =
        ["youtube.com", "youtu.be", "vimeo.com", "slideslive.com", "bilibili.com", "videolectures.net"];

    private static readonly string[] DiscussionHosts =
    [
        "twitter.com", "x.com", "reddit.com", "news.ycombinator.com", "bsky.app", "alphaxiv.org", "lesswrong.com", "alignmentforum.org",
        "forum.effectivealtruism.org", "scirate.com", "lobste.rs",
    ];

    private static readonly string[] ProjectDomains = [".github.io", ".gitlab.io", ".pages.dev", ".netlify.app", ".vercel.app"];

    private static readonly (LinkKind Kind, string[] Words)[] Labels =
    [
        (LinkKind.Data, ["data", "dataset", "datasets", "benchmark"]),
        (LinkKind.Code, ["code", "repo", "repository", "implementation", "github", "gitlab", "notebook", "colab", "weights", "model", "models"]),
        (LinkKind.Project, ["project", "website", "homepage", "site", "demo"]),
        (LinkKind.Video, ["video", "talk", "recording", "youtube"]),
        (LinkKind.Discussion, ["discussion", "thread", "tweet", "reviews", "twitter", "reddit"]),
        (LinkKind.Pdf, ["pdf"]),
    ];

    /// <summary>
    /// A file ending in .pdf is a PDF wherever it stands; then a label of at most three words decides ("Code", "project page"), since
    /// the writer knew; then the host. <see cref="LinkKind.Related"/> when nothing says more. Pure; any string is taken.
    /// </summary>
    /// <param name="url">An http or https address; anything else is Related.</param>
    /// <param name="label">The words that were linked.</param>
    public static LinkKind Of(string url, string? label = null)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return LinkKind.Related;

        return IsPdf(address) ? LinkKind.Pdf : OfLabel(label) ?? OfHost(address);
    }

    private static bool IsPdf(Uri address) =>
        address.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
        || (IsAt(address, "arxiv.org") && address.AbsolutePath.StartsWith("/pdf/", StringComparison.Ordinal))
        || (IsAt(address, "openreview.net") && address.AbsolutePath is "/pdf");

    private static LinkKind? OfLabel(string? label)
    {
        // Longer labels are titles or sentences, and those name code and data in passing.
        var words = label?.ToLowerInvariant().Split([' ', '\t', '\n', '[', ']', '(', ')', ':', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words is not { Length: > 0 and <= 3 }) return null;

        foreach (var (kind, names) in Labels)
            if (words.Any(names.Contains)) return kind;
        return null;
    }

    private static LinkKind OfHost(Uri address)
    {
        if (IsAt(address, "huggingface.co", "hf.co")) return OfHuggingFace(address.AbsolutePath);
        if (IsAt(address, "kaggle.com")) return address.AbsolutePath.StartsWith("/datasets", StringComparison.Ordinal) ? LinkKind.Data : LinkKind.Code;
        if (IsAt(address, CodeHosts)) return LinkKind.Code;
        if (IsAt(address, DataHosts)) return LinkKind.Data;
        if (IsAt(address, VideoHosts)) return LinkKind.Video;
        if (IsAt(address, DiscussionHosts)) return LinkKind.Discussion;
        if (IsAt(address, "openreview.net") && address.AbsolutePath.StartsWith("/forum", StringComparison.Ordinal)) return LinkKind.Discussion;
        if (IsAt(address, "sites.google.com")) return LinkKind.Project;
        return ProjectDomains.Any(domain => address.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
            ? LinkKind.Project
            : LinkKind.Related;
    }

    private static LinkKind OfHuggingFace(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["datasets", ..] => LinkKind.Data,
        ["spaces", ..] => LinkKind.Project,
        ["papers", ..] => LinkKind.Discussion,
        ["blog" or "docs" or "learn" or "collections", ..] => LinkKind.Related,
        [_, _, ..] => LinkKind.Code,
        _ => LinkKind.Related,
    };

    private static bool IsAt(Uri address, params string[] hosts) =>
        hosts.Any(host => address.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
            || address.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));
}
