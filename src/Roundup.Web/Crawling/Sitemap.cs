using System.Globalization;
using System.Text;
using System.Xml;

namespace Roundup.Web.Crawling;

/// <summary>A page that search engines are told of.</summary>
/// <param name="Changed">Null where no date says it.</param>
/// <param name="Picture">The path of its picture; null for none.</param>
public sealed record SitemapPage(string Path, DateTimeOffset? Changed, string? Picture = null);

/// <summary>Writes the Sitemaps protocol 0.9 with Google's image extension, page by page: the pages of a part are never in memory whole.</summary>
internal static class Sitemap
{
    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Images = "http://www.google.com/schemas/sitemap-image/1.1";

    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    public static async Task WritePagesAsync(Stream to, string site, IAsyncEnumerable<SitemapPage> pages, CancellationToken cancel)
    {
        await using var xml = XmlWriter.Create(to, Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", Space);
        await xml.WriteAttributeStringAsync("xmlns", "image", null, Images);
        await foreach (var page in pages.WithCancellation(cancel))
        {
            await xml.WriteStartElementAsync(null, "url", Space);
            await xml.WriteElementStringAsync(null, "loc", Space, site + page.Path);
            if (page.Changed is { } at) await xml.WriteElementStringAsync(null, "lastmod", Space, Instant(at));
            if (page.Picture is { } picture)
            {
                await xml.WriteStartElementAsync("image", "image", Images);
                await xml.WriteElementStringAsync("image", "loc", Images, site + picture);
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    /// <param name="latest">Of each part, when the latest of its pages changed; null where no date says it.</param>
    public static async Task WriteIndexAsync(Stream to, string site, IReadOnlyList<DateTimeOffset?> latest)
    {
        await using var xml = XmlWriter.Create(to, Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "sitemapindex", Space);
        for (var part = 1; part <= latest.Count; part++)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Space);
            await xml.WriteElementStringAsync(null, "loc", Space, string.Create(CultureInfo.InvariantCulture, $"{site}/sitemap-{part}.xml"));
            if (latest[part - 1] is { } at) await xml.WriteElementStringAsync(null, "lastmod", Space, Instant(at));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
