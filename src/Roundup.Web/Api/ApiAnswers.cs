using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Web.Answers;
using Roundup.Web.Feeds;
using Roundup.Web.Reading;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Api;

/// <summary>What the reading interface answers: published words alone, the same for everyone.</summary>
internal sealed class ApiAnswers(
    RoundupDb db, CurrentPublication current, IOptions<SiteOptions> site, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, IHttpContextAccessor http)
{
    public const int Issues = 20;
    public const int Papers = 50;
    public const int Comments = 100;
    public const int Topics = 200;

    private HttpContext Context => http.HttpContext!;

    private CancellationToken Cancel => Context.RequestAborted;

    public async Task<IResult> IssuesAsync()
    {
        var made = await MakingAsync();
        return await ListAsync(Issues, await db.Issues.Published.CountAsync(Cancel), async paging =>
            (await db.Issues.Published.NewestFirst.Skip(paging.Skipped).Take(Issues).AsLines(db).ToListAsync(Cancel)).ConvertAll(made.Issue));
    }

    public async Task<IResult> IssueAsync(int number)
    {
        var made = await MakingAsync();
        if (await db.ReadWholeAsync(db.Issues.Where(i => i.Number == number), Cancel) is not [var issue]) return NotThere($"There is no issue {number}.");

        var news = await db.ReadNewsAsync(issue.Entries.Select(e => e.Paper.Id), Cancel);
        return Answer(made.Issue(issue with { Entries = [.. issue.Entries.Select(e => e with { Paper = e.Paper.With(news) })] }));
    }

    public async Task<IResult> CommentsAsync(int number)
    {
        if (!await db.Issues.Published.AnyAsync(i => i.Number == number, Cancel)) return NotThere($"There is no issue {number}.");

        var made = await MakingAsync();
        var said = db.PublishedComments.Where(c => c.Issue.Number == number);
        return await ListAsync(Comments, await said.CountAsync(Cancel), async paging =>
            (await said.OrderBy(c => c.WrittenAt).ThenBy(c => c.Id).Skip(paging.Skipped).Take(Comments).AsHeard().ToListAsync(Cancel)).ConvertAll(made.Comment));
    }

    public async Task<IResult> PapersAsync()
    {
        var made = await MakingAsync();
        var papers = db.Papers.InPublished(db.Entries);
        return await ListAsync(Papers, await papers.CountAsync(Cancel), async paging =>
        {
            // Which ones first: parts of a page that are cut from the list one after the other would not fit when an issue comes out between.
            var ids = await papers.OrderByDescending(p => p.Id).Skip(paging.Skipped).Take(Papers).Select(p => p.Id).ToListAsync(Cancel);
            var read = await db.Papers.Where(p => EF.Parameter(ids).Contains(p.Id)).OrderByDescending(p => p.Id).AsPublished().ToListAsync(Cancel);
            var news = await db.ReadNewsAsync(ids, Cancel);
            return read.ConvertAll(p => made.Paper(p with { Paper = p.Paper.With(news) }));
        });
    }

    public async Task<IResult> PaperAsync(int id)
    {
        var made = await MakingAsync();
        var coverage = await db.PublishedEntries.Where(e => e.PaperId == id).OrderBy(e => e.Issue.Number).ThenBy(e => e.Position).ThenBy(e => e.Id).AsPublished().ToListAsync(Cancel);
        if (coverage is []) return await db.MovedToAsync(id, Cancel) is { } kept ? Results.Redirect($"/api/v1/papers/{kept}") : NotThere($"There is no paper {id}.");

        var news = await db.ReadNewsAsync([id], Cancel);
        return Answer(made.Paper(coverage.ConvertAll(c => c with { Paper = c.Paper.With(news) })));
    }

    public async Task<IResult> TopicsAsync()
    {
        var made = await MakingAsync();
        var topics = db.Topics.AsLines(db.PublishedEntries);
        return await ListAsync(Topics, await topics.CountAsync(Cancel), async paging =>
            (await topics.Skip(paging.Skipped).Take(Topics).ToListAsync(Cancel)).ConvertAll(made.Topic));
    }

    public IResult NotThere(string sentence) => Refused(sentence, StatusCodes.Status404NotFound);

    // It may be there the next time.
    private IResult Refused(string sentence, int status)
    {
        Context.Response.Headers.CacheControl = "no-cache";
        return Results.Problem(sentence, statusCode: status);
    }

    private async Task<ShapeMaking> MakingAsync() => new(await current.ShownAsync(), site.Value.OriginOf(Context.Request));

    private async Task<IResult> ListAsync<T>(int size, int total, Func<Paging, Task<List<T>>> read)
    {
        if (Paging.NumberAsked(Context.Request) is not (> 0 and var page)) return Refused("A page is a number, counted from 1.", StatusCodes.Status400BadRequest);

        var paging = new Paging($"{site.Value.OriginOf(Context.Request)}{Context.Request.Path}", page, size, total);
        if (!paging.IsThere) return NotThere(paging.Last == 1 ? "There is only one page." : $"There are {paging.Last} pages.");

        // RFC 8288: a program follows these and counts nothing itself.
        (string Rel, string? Address)[] links = [("first", paging.At(1)), ("prev", paging.Newer), ("next", paging.Older), ("last", paging.At(paging.Last))];
        Context.Response.Headers.Link = string.Join(", ", links.Where(l => l.Address is not null).Select(l => $"<{l.Address}>; rel=\"{l.Rel}\""));
        return Answer(new ListShape<T>(await read(paging), page, paging.Last, total));
    }

    private IResult Answer<T>(T shape) =>
        CacheableResult.Of(Context, JsonSerializer.SerializeToUtf8Bytes(shape, json.Value.SerializerOptions), "application/json; charset=utf-8", CacheableResult.Briefly);
}
