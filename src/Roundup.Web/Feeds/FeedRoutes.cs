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
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        foreach (var format in FeedFormats.All)
        {
            routes.MapMethods($"/feed.{format.Extension}", Reads, async (HttpContext context, FeedReading shelf) => Answer(context, format, await shelf.IssuesAsync(format, PageOf(context))));
            routes.MapMethods($"/papers/feed.{format.Extension}", Reads, async (HttpContext context, FeedReading shelf) => Answer(context, format, await shelf.PapersAsync(format, PageOf(context))));
            routes.MapMethods($"/topics/{{slug}}/feed.{format.Extension}", Reads, (string slug, HttpContext context, FeedReading shelf, RoundupDb db) => TopicAsync(slug, context, shelf, db, format));
        }

        var atom = FeedFormats.Atom;
        routes.MapMethods("/comments/feed.atom", Reads, async (HttpContext context, FeedReading shelf) => Answer(context, atom, await shelf.CommentsAsync(null, PageOf(context))));
        routes.MapMethods("/issues/{number:int}/comments.atom", Reads, async (int number, HttpContext context, FeedReading shelf) => Answer(context, atom, await shelf.CommentsAsync(number, PageOf(context))));
    }

    private static async Task<IResult> TopicAsync(string slug, HttpContext context, FeedReading shelf, RoundupDb db, IFeedFormat format)
    {
        if (await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Slugs.Any(s => s.Slug == slug), context.RequestAborted) is not { } topic) return Results.NotFound();
        if (!await db.PapersOn(topic.Id).AnyAsync(context.RequestAborted)) return Results.NotFound();
        if (topic.Slug == slug) return Answer(context, format, await shelf.TopicAsync(format, PageOf(context), topic));

        context.Response.Headers.CacheControl = Paths.Renamed;
        return Results.Redirect($"/topics/{topic.Slug}/feed.{format.Extension}{context.Request.QueryString}", permanent: true);
    }

    private static IResult Answer(HttpContext context, IFeedFormat format, Feed? feed) => feed is null
        ? Results.NotFound()
        : CacheableResult.Of(context, format.Write(feed), $"{format.MediaType}; charset=utf-8", feed.IsDated ? feed.Updated : null, CacheableResult.Briefly);

    /// <returns>0, which no list has, for what is no number.</returns>
    public static int PageOf(HttpContext context) => context.Request.Query["page"] is not [{ } typed, ..] ? 1 : int.TryParse(typed, out var page) ? page : 0;
}
