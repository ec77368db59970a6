using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Formats.Writing;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Web.Answers;
using Roundup.Web.Reading;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Downloads;

/// <summary>Issues and papers as files: an address for each format that the scan finds. Only what is published is there.</summary>
internal static class DownloadRoutes
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        foreach (var format in WrittenFormats.OfPapers)
        {
            routes.MapRead($"/issues/{{number:int}}.{format.Extension}", (int number, RoundupDb db, CurrentPublication current, HttpContext context) => PapersOfAsync(number, db, current, context, format));
            routes.MapRead($"/papers/{{id:int}}.{format.Extension}", (int id, RoundupDb db, HttpContext context) => PaperAsync(id, db, context, format));
        }

        foreach (var format in WrittenFormats.OfIssues)
        {
            routes.MapRead($"/issues/{{number:int}}.{format.Extension}", (int number, RoundupDb db, CurrentPublication current, IOptions<SiteOptions> site, HttpContext context) =>
                IssueAsync(number, db, current, site.Value.OriginOf(context.Request), context, format));
        }
    }

    private static async Task<IResult> PapersOfAsync(int number, RoundupDb db, CurrentPublication current, HttpContext context, IPaperFormat format)
    {
        if (await db.Issues.Published.Whole.AsNoTracking().SingleOrDefaultAsync(i => i.Number == number, context.RequestAborted) is not { } issue) return Results.NotFound();

        return File(context, format, format.Write([.. issue.Entries.Select(e => Reference.Of(e.Paper))]), NameOf(issue, await current.ShownAsync()), issue.Entries.Select(e => ChangedAt(e.Paper)).Append(issue.CorrectedAt ?? issue.PublishedAt!.Value).Max());
    }

    private static async Task<IResult> IssueAsync(int number, RoundupDb db, CurrentPublication current, string site, HttpContext context, IIssueFormat format)
    {
        var whole = db.Issues.Published.Whole.Include(i => i.Corrections.OrderBy(c => c.At).ThenBy(c => c.Id)).Include(i => i.Entries).ThenInclude(e => e.Paper).ThenInclude(p => p.Topics);
        if (await whole.AsNoTracking().SingleOrDefaultAsync(i => i.Number == number, context.RequestAborted) is not { } issue) return Results.NotFound();

        var publication = await current.ShownAsync();
        var details = new IssueDetails(number, publication.Title, $"{site}{Paths.Issue(number, issue.Slug)}")
        {
            PublishedOn = publication.DayOf(issue.PublishedAt!.Value),
            EditedBy = publication.EditorOf(issue.PublishedBy),
            Licence = publication.Licence,
            LicenceAddress = Licence.Address(publication.Licence),
            Corrections = [.. issue.Corrections.Select(c => (publication.DayOf(c.At), c.Note))],
        };
        return File(context, format, format.Write(issue, publication, details), NameOf(issue, publication), issue.CorrectedAt ?? issue.PublishedAt.Value);
    }

    private static string NameOf(Issue issue, Publication publication) => Slug.Of(publication.Title) is { Length: > 0 } slug ? $"{slug}-{issue.Number}" : $"issue-{issue.Number}";

    private static async Task<IResult> PaperAsync(int id, RoundupDb db, HttpContext context, IPaperFormat format)
    {
        if (await db.Papers.InPublished(db.Entries).Include(p => p.Identifiers).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, context.RequestAborted) is not { } paper)
            return await db.MovedToAsync(id, context.RequestAborted) is { } kept ? Results.Redirect($"/papers/{kept}.{format.Extension}") : Results.NotFound();

        var reference = Reference.Of(paper);
        return File(context, format, format.Write([reference]), CitationKeys.Of(reference), ChangedAt(paper));
    }

    private static IResult File(HttpContext context, IFormat format, string text, string name, DateTimeOffset changed)
    {
        context.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.{format.Extension}\"";
        return CacheableResult.Of(context, Encoding.UTF8.GetBytes(text), $"{format.MediaType}; charset=utf-8", CacheableResult.Briefly, changed);
    }

    private static DateTimeOffset ChangedAt(Paper paper) => paper.Origins.Select(o => o.At).Append(paper.CreatedAt).Append(paper.FilledAt ?? paper.CreatedAt).Max();
}
