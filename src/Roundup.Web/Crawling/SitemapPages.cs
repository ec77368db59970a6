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

/// <summary>The pages that readers may find, in one order: the site's own, topics, issues, papers. Authors are found from their papers.</summary>
internal sealed class SitemapPages(RoundupDb db)
{
    private const int Piece = 1000;

    private List<SitemapPage>? _few;

    public async Task<int> CountAsync(CancellationToken cancel) => (await FewAsync(cancel)).Count + await db.Papers.InPublished(db.Entries).CountAsync(cancel);

    /// <param name="skip">How many come before.</param>
    public async IAsyncEnumerable<SitemapPage> ReadAsync(int skip, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var few = await FewAsync(cancel);
        foreach (var page in few.Skip(skip).Take(most)) yield return page;

        var left = most - Math.Max(0, Math.Min(few.Count - skip, most));
        if (left == 0) yield break;

        // In pieces that are read whole: whoever takes the map slowly must not keep the database waiting.
        var published = db.PublishedEntries;
        for (var (last, before) = (0, Math.Max(0, skip - few.Count)); left > 0; before = 0)
        {
            var papers = await db.Papers.InPublished(db.Entries).Where(p => p.Id > last).OrderBy(p => p.Id).Skip(before).Take(Math.Min(left, Piece))
                .Select(p => new { p.Id, p.Title, At = published.Where(e => e.PaperId == p.Id).Max(e => e.Issue.CorrectedAt ?? e.Issue.PublishedAt) }).ToListAsync(cancel);
            if (papers is []) yield break;
            foreach (var paper in papers) yield return new(Paths.Paper(paper.Id, Slug.Of(paper.Title)), paper.At, Picture.PathOfPaper(paper.Id));
            (last, left) = (papers[^1].Id, left - papers.Count);
        }
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
            new("/", latest), new("/issues", latest), new("/papers", latest), new("/about", null), new("/api", null),
            .. topics is [] ? [] : new SitemapPage[] { new("/topics", latest) },
            .. topics.Select(slug => new SitemapPage($"/topics/{slug}", null)),
            .. issues.Select(i => new SitemapPage(i.Name.Path, i.At, Picture.PathOfIssue(i.Name.Number))),
        ];
    }
}
