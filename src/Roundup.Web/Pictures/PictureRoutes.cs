using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Web.Answers;
using Roundup.Web.Drawings;
using Roundup.Web.Reading;

namespace Roundup.Web.Pictures;

/// <summary>The pictures of shared links. With the version in its address one is kept for good.</summary>
internal static class PictureRoutes
{
    public static void MapPictures(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/issues/{number:int}/picture.png", async (int number, RoundupDb db, CurrentPublication current, PictureCache pictures, HttpContext context) =>
            await db.Issues.Published.Where(i => i.Number == number).AsCovers().SingleOrDefaultAsync(context.RequestAborted) is { } cover
                ? await AnswerAsync(context, pictures, Picture.Of(CoverView.Of(cover, await current.ShownAsync()), await current.ShownAsync()))
                : Results.NotFound());
        routes.MapRead("/papers/{id:int}/picture.png", async (int id, RoundupDb db, CurrentPublication current, PictureCache pictures, HttpContext context) =>
            await db.ReadPaperAsync(id, context.RequestAborted) is { } paper && await db.ReadCoverageAsync(id, context.RequestAborted) is [_, ..] coverage
                ? await AnswerAsync(context, pictures, Picture.Of(paper, coverage, await current.ShownAsync()))
                : await db.MovedToAsync(id, context.RequestAborted) is { } kept ? Results.Redirect(Picture.PathOfPaper(kept)) : Results.NotFound());
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, PictureCache pictures, Picture picture)
    {
        // An address that names another version is an old one: it shows what there is now, and is not kept for good.
        var fresh = context.Request.Query["v"] == picture.Version ? CacheableResult.ForGood : CacheableResult.Briefly;
        if (await pictures.OfAsync(picture, context.RequestAborted) is { } drawn) return CacheableResult.Of(context, drawn, "image/png", fresh);

        context.Response.Headers.RetryAfter = "10";
        return Results.Problem("Too many pictures are being drawn. Try again in some seconds.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
