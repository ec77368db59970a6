using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Model.Text;
using Roundup.Web.Feeds;
using Roundup.Web.Pictures;
using Roundup.Web.Site;

namespace Roundup.Web.Crawling;

/// <summary>All pages that readers may find, in one order: the site's own, topics, issues, papers.</summary>
internal sealed class SitemapPages(RoundupDb db)
{
    private List<SitemapPage>? _few;

    public async Task<int> CountAsync(CancellationToken cancel) => (await FewAsync(cancel)).Count + await db.Papers.InPublished(db.Entries).CountAsync(cancel);

    /// <param name="skip">How many come before.</param>
    public async IAsyncEnumerable<SitemapPage> ReadAsync(int skip, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var few = await FewAsync(cancel);
        foreach (var page in few.Skip(skip).Take(most)) yield return page;

        var left = most - Math.Max(0, Math.Min(few.Count - skip, most));
        if (left == 0) yield break;

        var published = db.PublishedEntries;
        var papers = db.Papers.InPublished(db.Entries).OrderBy(p => p.Id).Skip(Math.Max(0, skip - few.Count)).Take(left)
            .Select(p => new { p.Id, p.Title, At = published.Where(e => e.PaperId == p.Id).Max(e => e.Issue.CorrectedAt ?? e.Issue.PublishedAt) });
        await foreach (var paper in papers.AsAsyncEnumerable().WithCancellation(cancel))
            yield return new(Paths.Paper(paper.Id, Slug.Of(paper.Title)), paper.At, Picture.PathOfPaper(paper.Id));
    }

    // Thousands at most.
    private async Task<List<SitemapPage>> FewAsync(CancellationToken cancel)
    {
        if (_few is not null) return _few;

        var issues = await db.Issues.Published.NewestFirst
            .Select(i => new { Name = new IssueName(i.Number, i.Title, i.Theme), At = i.CorrectedAt ?? i.PublishedAt }).ToListAsync(cancel);
        var topics = await db.Topics.Where(t => t.Papers.Any(p => db.Entries.Any(e => e.PaperId == p.Id && e.Issue.PublishedAt != null))).OrderBy(t => t.Id).Select(t => t.Slug).ToListAsync(cancel);
        var latest = issues.Select(i => i.At).DefaultIfEmpty(null).Max();
        return _few =
        [
            new("/", latest), new("/issues", latest), new("/papers", latest), new("/about", null),
            .. topics.Select(slug => new SitemapPage($"/topics/{slug}", null)),
            .. issues.Select(i => new SitemapPage(i.Name.Path, i.At, Picture.PathOfIssue(i.Name.Number))),
        ];
    }
}
