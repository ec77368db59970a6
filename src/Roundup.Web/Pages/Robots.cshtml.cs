using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Roundup.Web.Starting;

namespace Roundup.Web.Pages;

/// <summary>RFC 9309: what crawlers are asked to leave alone. The longest rule counts, so that feeds below /comments stay open.</summary>
public sealed class RobotsModel(IOptions<SiteOptions> site) : PageModel
{
    private static readonly string[] Closed =
    [
        "/admin", "/account", "/set-up", "/preview/", "/capture", "/search", "/api/", "/comments/", "/suggestions/", "/issues/*/comment$", "/issues/*/comment?",
    ];

    public IActionResult OnGet() =>
        Content($"User-agent: *\n{string.Concat(Closed.Select(path => $"Disallow: {path}\n"))}Allow: /comments/feed.atom\n\nSitemap: {site.Value.OriginOf(Request)}/sitemap.xml\n", "text/plain; charset=utf-8");
}
