using Roundup.Web.Answers;
using Roundup.Web.Api;
using Roundup.Web.Crawling;
using Roundup.Web.Downloads;
using Roundup.Web.Feeds;
using Roundup.Web.Pictures;
using Roundup.Web.Reading;
using Roundup.Web.Security;

namespace Roundup.Web.Starting;

/// <summary>How what is published leaves the site: files, feeds, pictures, the map of the site, the reading interface.</summary>
public static class ReadingSetup
{
    public static void AddReading(this IServiceCollection services)
    {
        services.AddScoped<FeedReading>().AddScoped<SitemapPages>().AddSingleton<ArchiveFacets>();
        services.AddApi();
        services.AddCors(cors => cors.AddPolicy(ReadRoutes.AnySite, any => any.AllowAnyOrigin().WithMethods(ReadRoutes.Methods).WithHeaders("If-None-Match").WithExposedHeaders("ETag", "Link", "Retry-After")));
        services.AddSingleton<PictureFonts>().AddSingleton<PictureDrawing>().AddSingleton<PictureCache>().AddScoped<LatestPicture>();
    }

    public static void MapReading(this IEndpointRouteBuilder routes)
    {
        // Nobody needs more than some of them a second, and none is kept ready.
        var limited = routes.MapGroup("").RequireRateLimiting(RateLimits.Reading).RequireCors(ReadRoutes.AnySite);
        limited.MapDownloads();
        limited.MapFeeds();
        limited.MapPictures();
        limited.MapSitemap();
        limited.MapApi();
    }
}
