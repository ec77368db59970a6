using Microsoft.Extensions.Options;
using Roundup.Web.Starting;

namespace Roundup.Web.Crawling;

/// <summary>The map of the site for search engines; in parts once it is long.</summary>
internal static class SitemapRoutes
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/sitemap.xml", Reads, (HttpContext context, SitemapPages pages, IOptions<SiteOptions> site) => WholeAsync(context, pages, site.Value));
        routes.MapMethods("/sitemap-{part:int}.xml", Reads, (int part, HttpContext context, SitemapPages pages, IOptions<SiteOptions> site) => PartAsync(part, context, pages, site.Value));
    }

    private static async Task<IResult> WholeAsync(HttpContext context, SitemapPages pages, SiteOptions site)
    {
        var (total, size) = (await pages.CountAsync(context.RequestAborted), SizeOf(site));
        var origin = site.OriginOf(context.Request);
        if (total <= size) return Written(context, to => Sitemap.WritePagesAsync(to, origin, pages.ReadAsync(0, size, context.RequestAborted), context.RequestAborted));

        var latest = await pages.LatestOfPartsAsync(size, context.RequestAborted);
        return Written(context, to => Sitemap.WriteIndexAsync(to, origin, latest));
    }

    private static async Task<IResult> PartAsync(int part, HttpContext context, SitemapPages pages, SiteOptions site)
    {
        var (total, size) = (await pages.CountAsync(context.RequestAborted), SizeOf(site));
        if (total <= size || part < 1 || part > (total + size - 1) / size) return Results.NotFound();

        return Written(context, to => Sitemap.WritePagesAsync(to, site.OriginOf(context.Request), pages.ReadAsync((part - 1) * size, size, context.RequestAborted), context.RequestAborted));
    }

    private static int SizeOf(SiteOptions site) => Math.Clamp(site.SitemapPart, 1, 50_000);

    private static IResult Written(HttpContext context, Func<Stream, Task> write)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return HttpMethods.IsHead(context.Request.Method) ? Results.Bytes([], "application/xml; charset=utf-8") : Results.Stream(write, "application/xml; charset=utf-8");
    }
}
