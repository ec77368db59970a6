using Microsoft.Extensions.Options;
using Roundup.Web.Answers;
using Roundup.Web.Starting;

namespace Roundup.Web.Crawling;

/// <summary>The map of the site for search engines; in parts once it is long.</summary>
internal static class SitemapRoutes
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/sitemap.xml", (HttpContext context, SitemapPages pages, IOptions<SiteOptions> site) => WholeAsync(context, pages, site.Value));
        // Named for any method: routing takes every name at the root for this one until it looks closer, and would say of nothing that it takes GET and HEAD.
        routes.Map("/sitemap-{part:int}.xml", (int part, HttpContext context, SitemapPages pages, IOptions<SiteOptions> site) =>
            ReadRoutes.Methods.Contains(context.Request.Method) ? PartAsync(part, context, pages, site.Value) : Task.FromResult(Results.NotFound()));
    }

    private static async Task<IResult> WholeAsync(HttpContext context, SitemapPages pages, SiteOptions site)
    {
        var (total, size) = (await pages.CountAsync(context.RequestAborted), SizeOf(site));
        var origin = site.OriginOf(context.Request);
        if (total <= size) return await WrittenAsync(context, to => Sitemap.WritePagesAsync(to, origin, pages.ReadAsync(0, size, context.RequestAborted), context.RequestAborted));

        var latest = await pages.LatestOfPartsAsync(size, context.RequestAborted);
        return await WrittenAsync(context, to => Sitemap.WriteIndexAsync(to, origin, latest));
    }

    private static async Task<IResult> PartAsync(int part, HttpContext context, SitemapPages pages, SiteOptions site)
    {
        var (total, size) = (await pages.CountAsync(context.RequestAborted), SizeOf(site));
        if (total <= size || part < 1 || part > (total + size - 1) / size) return Results.NotFound();

        return await WrittenAsync(context, to => Sitemap.WritePagesAsync(to, site.OriginOf(context.Request), pages.ReadAsync((part - 1) * size, size, context.RequestAborted), context.RequestAborted));
    }

    private static int SizeOf(SiteOptions site) => Math.Clamp(site.SitemapPart, 1, 50_000);

    // A part is some megabytes at most, and its tag is of all of them.
    private static async Task<IResult> WrittenAsync(HttpContext context, Func<Stream, Task> write)
    {
        using var map = new MemoryStream();
        await write(map);
        return CacheableResult.Of(context, map.ToArray(), "application/xml; charset=utf-8", Fresh);
    }
}
