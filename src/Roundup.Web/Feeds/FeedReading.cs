using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Formats.Feeds;
using Roundup.Formats.Writing;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Topics;
using Roundup.Web.Reading;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Feeds;

/// <summary>The feeds that there are, page by page; null where there is no such page.</summary>
public sealed class FeedReading(RoundupDb db, CurrentPublication current, IOptions<SiteOptions> site, IHttpContextAccessor http)
{
    /// <summary>Whole issues an answer.</summary>
    public const int Issues = 10;

    public const int Papers = 30;

    /// <summary>So many of the newest issue's papers stand on the first page, however many <see cref="Papers"/> are: who asks once a week misses none.</summary>
    public const int PapersOfIssue = 200;

    public const int Comments = 50;

    private string Origin => site.Value.OriginOf(http.HttpContext!.Request);

    private CancellationToken Cancel => http.HttpContext!.RequestAborted;

    public async Task<Feed?> IssuesAsync(IFeedFormat format, int page)
    {
        if (await current.ReadAsync() is not { } publication) return null;
        if (PagesOf("/feed", format, page, Issues, await db.Issues.Published.CountAsync(Cancel)) is not { } pages) return null;

        var read = await db.ReadWholeAsync(db.Issues.Published.NewestFirst.Skip((page - 1) * Issues).Take(Issues), Cancel);
        var made = new FeedItems(publication, Origin);
        return Begin(publication, "/feed", publication.Title, "/", pages, [.. read.Select(made.Issue)]);
    }

    public async Task<Feed?> PapersAsync(IFeedFormat format, int page)
    {
        if (await current.ReadAsync() is not { } publication) return null;

        return await OfEntriesAsync(publication, format, page, new("/papers/feed", $"Papers in {publication.Title}", "/papers"), db.PublishedEntries);
    }

    public async Task<Feed?> TopicAsync(IFeedFormat format, int page, Topic topic)
    {
        if (await current.ReadAsync() is not { } publication) return null;

        // Its id has to outlive its name.
        var about = new Subject($"/topics/{topic.Slug}/feed", $"{topic.Name} in {publication.Title}", $"/topics/{topic.Slug}") { Key = $"topic {topic.Id}", Words = topic.About };
        return await OfEntriesAsync(publication, format, page, about, db.PublishedEntries.Where(e => e.Paper.Topics.Any(t => t.Id == topic.Id)));
    }

    /// <param name="number">Of an issue; null for what is said about any.</param>
    public async Task<Feed?> CommentsAsync(int? number, int page)
    {
        if (await current.ReadAsync() is not { } publication) return null;

        var issue = number is null ? null : await db.Issues.Published.Where(i => i.Number == number).Select(i => new IssueName(i.Number, i.Title, i.Theme)).SingleOrDefaultAsync(Cancel);
        if (number is not null && issue is null) return null;

        var said = number is null ? db.PublishedComments : db.PublishedComments.Where(c => c.Issue.Number == number);
        var path = number is null ? "/comments/feed" : string.Create(CultureInfo.InvariantCulture, $"/issues/{number}/comments");
        if (PagesOf(path, FeedFormats.Atom, page, Comments, await said.CountAsync(Cancel)) is not { } pages) return null;

        // By the instant at which they became public: readers' programs look for what is new at the top.
        var read = await said.OrderByDescending(c => c.StateAt).ThenByDescending(c => c.Id).Skip((page - 1) * Comments).Take(Comments).AsHeard().ToListAsync(Cancel);
        var made = new FeedItems(publication, Origin);
        var title = issue is null ? $"Comments on {publication.Title}" : $"Comments on issue {issue.Number}: {issue.Heading}";
        return Begin(publication, path, title, issue?.Path ?? "/", pages, [.. read.Select(made.Comment)]) with { Subtitle = "" };
    }

    /// <summary>What a feed of papers is of.</summary>
    private sealed record Subject(string Path, string Title, string Home)
    {
        public string Key { get; init; } = Path;

        public string Words { get; init; } = "";
    }

    private async Task<Feed?> OfEntriesAsync(Publication publication, IFeedFormat format, int page, Subject about, IQueryable<Entry> entries)
    {
        var first = Math.Clamp(await entries.CountAsync(e => e.Issue.Number == entries.Max(newest => newest.Issue.Number), Cancel), Papers, PapersOfIssue);
        // Counted as though the first page were no longer than the others.
        var counted = await entries.CountAsync(Cancel) - (first - Papers);
        if (PagesOf(about.Path, format, page, Papers, counted) is not { } pages) return null;

        var (skip, take) = page == 1 ? (0, first) : (first + ((page - 2) * Papers), Papers);
        // Which ones first: parts of a page that are cut from the list one after the other would not fit when an issue comes out between.
        var ids = await entries.OrderByDescending(e => e.Issue.Number).ThenBy(e => e.Position).ThenBy(e => e.Id).Skip(skip).Take(take).Select(e => e.Id).ToListAsync(Cancel);
        var read = (await db.Entries.Where(e => EF.Parameter(ids).Contains(e.Id)).OrderBy(e => e.Id).AsPublished().ToListAsync(Cancel)).OrderBy(e => ids.IndexOf(e.Id));
        var made = new FeedItems(publication, Origin);
        var feed = Begin(publication, about.Key, about.Title, about.Home, pages, [.. read.Select(made.Entry)]);
        return about.Words is "" ? feed : feed with { Subtitle = about.Words };
    }

    private FeedPages? PagesOf(string path, IFormat format, int page, int size, int total)
    {
        var paging = new Paging($"{Origin}{path}.{format.Extension}", page, size, total);
        return paging.IsThere ? new(paging.Here, paging.Path, paging.At(paging.Last), paging.Newer, paging.Older) : null;
    }

    private Feed Begin(Publication publication, string key, string title, string home, FeedPages pages, IReadOnlyList<FeedItem> items) =>
        new(new FeedIds(publication).OfFeed(key), title, Origin + home, pages, items.Select(i => i.Updated).DefaultIfEmpty(publication.CreatedAt).Max(), items)
        {
            Subtitle = publication.Tagline,
            Author = publication.EditedBy,
            Rights = publication.Licence,
        };
}
