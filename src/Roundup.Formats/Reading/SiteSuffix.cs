using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Takes the site's name off a page's title: "Roundup 3 - LessWrong", "Roundup 3 | Substack".</summary>
internal static partial class SiteSuffix
{
    public static string? Cut(string? title)
    {
        var plain = Blanks().Replace(title ?? "", " ").Trim();
        plain = KnownSite().Replace(plain, "");
        var bar = plain.LastIndexOf(" | ", StringComparison.Ordinal);
        if (bar < 0) bar = plain.LastIndexOf(" · ", StringComparison.Ordinal);
        if (bar < 0 && SitePattern().Match(plain) is { Success: true } site) bar = site.Index;
        if (bar > 8) plain = plain[..bar].TrimEnd();
        return plain.Length is 0 or > 300 || NoTitle().IsMatch(plain) ? null : plain;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s+[-–—|·]\s+(lesswrong( 2\.0)?|ai alignment forum|alignment forum|ea forum|effective altruism forum|substack|medium|google docs|notion|by [^-–—|·]{2,40}( [-–—|·] substack)?|wordpress(\.com)?|github|ghost|beehiiv|buttondown|blogger|the gradient)$", RegexOptions.IgnoreCase)]
    private static partial Regex KnownSite();

    /// <summary>A dash and one or two capitalised words, the last a host's: "- example.org".</summary>
    [GeneratedRegex(@"\s+[-–—]\s+[\w-]+\.(com|org|net|io|ai|dev|blog)$", RegexOptions.IgnoreCase)]
    private static partial Regex SitePattern();

    [GeneratedRegex(@"^(untitled( document)?|document\d*|new tab|home|index|gmail|inbox.*|readme(\.md)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();
}
