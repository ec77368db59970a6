using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Formats.Feeds;
using Roundup.Web.Answers;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Feeds;

/// <summary>An address for each feed in each format that the scan finds. Only what is published is in them.</summary>
internal static class FeedRoutes
{
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        foreach (var format in FeedFormats.All)
        {
            routes.MapRead($"/feed.{format.Extension}", async (HttpContext context, FeedReading feeds) => Answer(context, format, await feeds.IssuesAsync(format, Paging.NumberAsked(context.Request))));
            routes.MapRead($"/papers/feed.{format.Extension}", async (HttpContext context, FeedReading feeds) => Answer(context, format, await feeds.PapersAsync(format, Paging.NumberAsked(context.Request))));
            routes.MapRead($"/topics/{{slug}}/feed.{format.Extension}", (string slug, HttpContext context, FeedReading feeds, RoundupDb db) => TopicAsync(slug, context, feeds, db, format));
        }

        var atom = FeedFormats.Atom;
        routes.MapRead("/comments/feed.atom", async (HttpContext context, FeedReading feeds) => Answer(context, atom, await feeds.CommentsAsync(null, Paging.NumberAsked(context.Request))));
        routes.MapRead("/issues/{number:int}/comments.atom", async (int number, HttpContext context, FeedReading feeds) => Answer(context, atom, await feeds.CommentsAsync(number, Paging.NumberAsked(context.Request))));
    }

    private static async Task<IResult> TopicAsync(string slug, HttpContext context, FeedReading feeds, RoundupDb db, IFeedFormat format)
    {
        if (await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Slugs.Any(s => s.Slug == slug), context.RequestAborted) is not { } topic) return Results.NotFound();
        if (!await db.PapersOn(topic.Id).AnyAsync(context.RequestAborted)) return Results.NotFound();
        if (topic.Slug == slug) return Answer(context, format, await feeds.TopicAsync(format, Paging.NumberAsked(context.Request), topic));

        context.Response.Headers.CacheControl = Paths.Renamed;
        return Results.Redirect($"/topics/{topic.Slug}/feed.{format.Extension}{context.Request.QueryString}", permanent: true);
    }

    private static IResult Answer(HttpContext context, IFeedFormat format, Feed? feed) => feed is null
        ? Results.NotFound()
        : CacheableResult.Of(context, format.Write(feed), $"{format.MediaType}; charset=utf-8", CacheableResult.Briefly, feed.Updated);
}
