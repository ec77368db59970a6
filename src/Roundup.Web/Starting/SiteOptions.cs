namespace Roundup.Web.Starting;

/// <summary>The section Site of the settings.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>The address that readers use, https://papers.example: for links that leave the site. Empty to take each request's own.</summary>
    public string Url { get; set; } = "";

    /// <summary>An e-mail address for the people whose servers are asked about papers.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Networks (CIDR) of proxies whose X-Forwarded-* headers are believed.</summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>How many pages one file of the map for search engines names. The protocol allows 50,000; tests, which have no such site, set less.</summary>
    public int SitemapPart { get; internal set; } = 50_000;

    /// <summary>Where the site is, for links that leave it; without a slash at the end.</summary>
    public string OriginOf(HttpRequest request) => Url is not "" ? Url.TrimEnd('/') : $"{request.Scheme}://{request.Host.ToUriComponent()}";

    public bool IsSecure => Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
