using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Tests.Formats.Reading;

/// <summary>A small stand-in for the sources, so that the reader is tested by itself.</summary>
internal static partial class Recognition
{
    public static PaperId? Of(string fragment)
    {
        if (Arxiv().Match(fragment) is { Success: true } arxiv) return new(PaperScheme.Arxiv, arxiv.Groups[1].Value, arxiv.Groups[2].Success ? int.Parse(arxiv.Groups[2].Value, null) : null);
        if (Doi().Match(fragment) is { Success: true } doi) return new(PaperScheme.Doi, doi.Groups[1].Value.ToLowerInvariant());
        if (Forum().Match(fragment) is { Success: true } forum) return new(PaperScheme.OpenReview, forum.Groups[1].Value);
        return Anthology().Match(fragment) is { Success: true } acl ? new(PaperScheme.Acl, acl.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"^(?:arxiv:\s?|https?://(?:www\.)?arxiv\.org/(?:abs|pdf|html)/)?(\d{4}\.\d{4,5})(?:v(\d+))?(?:\.pdf)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Arxiv();

    [GeneratedRegex(@"^(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Doi();

    [GeneratedRegex(@"openreview\.net/(?:forum|pdf)\?id=([\w-]+)")]
    private static partial Regex Forum();

    [GeneratedRegex(@"(?:aclanthology\.org|aclweb\.org/anthology)/([\w.-]+?)(?:\.pdf|/)?$")]
    private static partial Regex Anthology();
}
