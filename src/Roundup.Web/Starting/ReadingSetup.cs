using Roundup.Web.Api;
using Roundup.Web.Crawling;
using Roundup.Web.Feeds;
using Roundup.Web.Pictures;

namespace Roundup.Web.Starting;

/// <summary>How what is published leaves the site: feeds, pictures, the map of the site, the reading interface.</summary>
public static class ReadingSetup
{
    public static void AddReading(this IServiceCollection services)
    {
        services.AddScoped<FeedShelf>().AddScoped<SitemapPages>();
        services.AddApi();
        services.AddSingleton<PictureFonts>().AddSingleton<PictureDrawing>().AddSingleton<PictureShelf>().AddScoped<LatestPicture>();
    }

    public static void MapReading(this IEndpointRouteBuilder routes)
    {
        routes.MapFeeds();
        routes.MapPictures();
        routes.MapSitemap();
        routes.MapApi();
    }
}
