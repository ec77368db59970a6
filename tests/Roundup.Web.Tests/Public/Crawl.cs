using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;

namespace Roundup.Web.Tests.Public;

/// <summary>Goes wherever a page, a feed or a sitemap leads inside the site: pages, downloads, pictures, sheets, scripts.</summary>
internal static partial class Crawl
{
    /// <summary>Fails at the first address that does not answer, and at a place of a page that it has not.</summary>
    /// <returns>What was asked for, by path and query.</returns>
    public static async Task<IReadOnlyCollection<string>> WholeAsync(Site site)
    {
        using var visitor = site.Visitor();
        var (seen, waiting) = (new HashSet<string>(["/", "/sitemap.xml"]), new Queue<string>(["/", "/sitemap.xml"]));
        while (waiting.TryDequeue(out var path))
        {
            using var reply = await visitor.GetAsync(path);
            // Whoever is not signed in is asked to.
            if (path.StartsWith("/admin", StringComparison.Ordinal) || path is "/account") continue;
            Assert.True(reply.StatusCode is HttpStatusCode.OK, $"{path}: {reply.StatusCode}");
            foreach (var link in (await LinksAsync(reply)).Select(l => new Uri(new Uri($"http://localhost{path}"), l)))
            {
                if (link is { Scheme: "http" or "https", Host: "localhost" } && seen.Add(link.PathAndQuery)) waiting.Enqueue(link.PathAndQuery);
            }
        }

        return seen;
    }

    private static async Task<IEnumerable<string>> LinksAsync(HttpResponseMessage reply)
    {
        switch (reply.Content.Headers.ContentType?.MediaType)
        {
            case "text/html":
                var page = await Site.ParseAsync(reply);
                Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
                return page.QuerySelectorAll("a[href], link[href], img[src], script[src], meta[property='og:image'], meta[property='og:url']").Select(AddressOf);
            case { } xml when xml.EndsWith("xml", StringComparison.Ordinal):
                // Sitemaps, Atom and RSS; prose within them is a page's, which is seen by itself.
                var tree = XDocument.Parse(await reply.Content.ReadAsStringAsync());
                return tree.Descendants().Where(e => e.Name.LocalName is "loc" or "link" or "comments").Select(e => e.Attribute("href")?.Value ?? e.Value).Where(l => l is not "");
            case "application/feed+json":
                return Urls().Matches(await reply.Content.ReadAsStringAsync()).Select(m => m.Groups["url"].Value);
            default:
                return [];
        }
    }

    private static string AddressOf(IElement element) => element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("content")!;

    [GeneratedRegex(""""
        "(url|home_page_url|feed_url|next_url|image)":\s*"(?<url>[^"\\]+)"
        """", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Urls();
}
