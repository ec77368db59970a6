using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Web.Pictures;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Crawling;

/// <summary>The pages that readers may find, in one order: the site's own, topics, issues, papers, authors.</summary>
internal sealed class SitemapPages(RoundupDb db, CurrentPublication current)
{
    private const int Piece = 1000;

    private List<SitemapPage>? _few;
    private int? _papers;
    private News? _news;

    public async Task<int> CountAsync(CancellationToken cancel) => (await FewAsync(cancel)).Count + await CountPapersAsync(cancel) + await AuthorKeys.CountAsync(cancel);

    /// <param name="skip">How many come before.</param>
    public async IAsyncEnumerable<SitemapPage> ReadAsync(int skip, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var few = await FewAsync(cancel);
        var left = most;
        foreach (var page in few.Skip(skip).Take(most))
        {
            yield return page;
            left--;
        }

        await foreach (var page in PapersAsync(Math.Max(0, skip - few.Count), left, cancel))
        {
            yield return page;
            left--;
        }

        if (left == 0) yield break;

        await foreach (var page in AuthorsAsync(Math.Max(0, skip - few.Count - await CountPapersAsync(cancel)), left, cancel)) yield return page;
    }

    /// <summary>When the latest page of each part changed; null where no date says it. A query for papers and one for authors, however many parts there are.</summary>
    public async Task<IReadOnlyList<DateTimeOffset?>> LatestOfPartsAsync(int size, CancellationToken cancel)
    {
        var latest = new List<DateTimeOffset?>();
        var at = 0;
        void Next(DateTimeOffset? changed)
        {
            var part = at++ / size;
            if (part == latest.Count) latest.Add(changed);
            else if (latest[part] is not { } before || changed > before) latest[part] = changed ?? latest[part];
        }

        foreach (var page in await FewAsync(cancel)) Next(page.Changed);
        var news = await NewsAsync(cancel);
        var published = db.PublishedEntries;
        await foreach (var paper in db.Papers.InPublished(db.Entries).OrderBy(p => p.Id).Select(p => new { p.Id, At = published.Where(e => e.PaperId == p.Id).Max(e => e.Issue.CorrectedAt ?? e.Issue.PublishedAt) })
            .AsAsyncEnumerable().WithCancellation(cancel)) Next(Later(paper.At, news.OfPapers, paper.Id));
        await foreach (var author in db.PaperAuthors.Join(published, a => a.PaperId, e => e.PaperId, (a, e) => new { a.Key, At = e.Issue.CorrectedAt ?? e.Issue.PublishedAt })
            .GroupBy(a => a.Key).OrderBy(g => g.Key).Select(g => g.Max(a => a.At)).AsAsyncEnumerable().WithCancellation(cancel)) Next(author);
        return latest;
    }

    // In pieces that are read whole: whoever takes the map slowly must not keep the database waiting.
    private async IAsyncEnumerable<SitemapPage> PapersAsync(int skip, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (published, news) = (db.PublishedEntries, await NewsAsync(cancel));
        for (var (last, before, left) = (0, skip, most); left > 0; before = 0)
        {
            var papers = await db.Papers.InPublished(db.Entries).Where(p => p.Id > last).OrderBy(p => p.Id).Skip(before).Take(Math.Min(left, Piece))
                .Select(p => new { p.Id, p.Title, At = published.Where(e => e.PaperId == p.Id).Max(e => e.Issue.CorrectedAt ?? e.Issue.PublishedAt) }).ToListAsync(cancel);
            if (papers is []) yield break;
            foreach (var paper in papers) yield return new(Paths.Paper(paper.Id, Slug.Of(paper.Title)), Later(paper.At, news.OfPapers, paper.Id), Picture.PathOfPaper(paper.Id));
            if (papers.Count < Piece) yield break;

            (last, left) = (papers[^1].Id, left - papers.Count);
        }
    }

    private async IAsyncEnumerable<SitemapPage> AuthorsAsync(int skip, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var published = db.PublishedEntries;
        for (var (last, before, left) = ("", skip, most); left > 0; before = 0)
        {
            var from = last;
            var keys = await AuthorKeys.Where(k => k.CompareTo(from) > 0).OrderBy(k => k).Skip(before).Take(Math.Min(left, Piece)).ToListAsync(cancel);
            if (keys is []) yield break;
            var rows = (await db.PaperAuthors.Where(a => EF.Parameter(keys).Contains(a.Key)).Join(published, a => a.PaperId, e => e.PaperId, (a, e) => new { a.Key, a.Name, a.PaperId, At = e.Issue.CorrectedAt ?? e.Issue.PublishedAt })
                .ToListAsync(cancel)).ToLookup(a => a.Key);
            foreach (var key in keys)
            {
                var name = AuthorReading.NameOf(rows[key].DistinctBy(a => (a.PaperId, a.Name)).OrderByDescending(a => a.PaperId).Select(a => a.Name));
                yield return new(Paths.Author(PersonName.Read(name).Slug), rows[key].Max(a => a.At));
            }

            if (keys.Count < Piece) yield break;

            (last, left) = (keys[^1], left - keys.Count);
        }
    }

    private IQueryable<string> AuthorKeys => db.PaperAuthors.Where(a => db.Entries.Any(e => e.PaperId == a.PaperId && e.Issue.PublishedAt != null)).Select(a => a.Key).Distinct();

    private async Task<int> CountPapersAsync(CancellationToken cancel) => _papers ??= await db.Papers.InPublished(db.Entries).CountAsync(cancel);

    /// <summary>When what stands on a page beside its own words changed last: comments, and what became of papers.</summary>
    /// <param name="OfIssues">By number.</param>
    /// <param name="OfPapers">By id.</param>
    private sealed record News(IReadOnlyDictionary<int, DateTimeOffset> OfIssues, IReadOnlyDictionary<int, DateTimeOffset> OfPapers);

    private static DateTimeOffset? Later(DateTimeOffset? at, IReadOnlyDictionary<int, DateTimeOffset> news, int key) => news.TryGetValue(key, out var since) && since > at ? since : at;

    private async Task<News> NewsAsync(CancellationToken cancel)
    {
        if (_news is not null) return _news;

        var said = await db.PublishedComments.GroupBy(c => new { c.Issue.Number, PaperId = (int?)c.Entry!.PaperId })
            .Select(g => new { g.Key.Number, g.Key.PaperId, At = (DateTimeOffset?)g.Max(c => c.StateAt) }).ToListAsync(cancel);
        var noticed = await db.PublishedEntries.Join(db.PaperChanges.Shown, e => e.PaperId, c => c.PaperId, (e, c) => new { e.Issue.Number, PaperId = (int?)e.PaperId, c.ShownAt })
            .GroupBy(c => new { c.Number, c.PaperId }).Select(g => new { g.Key.Number, g.Key.PaperId, At = g.Max(c => c.ShownAt) }).ToListAsync(cancel);
        var all = said.Concat(noticed).Where(n => n.At is not null).ToList();
        return _news = new(
            all.GroupBy(n => n.Number).ToDictionary(g => g.Key, g => g.Max(n => n.At!.Value)),
            all.Where(n => n.PaperId is not null).GroupBy(n => n.PaperId!.Value).ToDictionary(g => g.Key, g => g.Max(n => n.At!.Value)));
    }

    // Thousands at most.
    private async Task<List<SitemapPage>> FewAsync(CancellationToken cancel)
    {
        if (_few is not null) return _few;

        var issues = await db.Issues.Published.NewestFirst
            .Select(i => new { Name = new IssueName(i.Number, i.Title, i.Theme), At = i.CorrectedAt ?? i.PublishedAt }).ToListAsync(cancel);
        // Grouped: asked for each topic, every published paper would be looked at once a topic.
        var topics = await db.PublishedEntries.SelectMany(e => e.Paper.Topics, (e, t) => new { t.Id, t.Slug, At = e.Issue.CorrectedAt ?? e.Issue.PublishedAt })
            .GroupBy(t => new { t.Id, t.Slug }).OrderBy(g => g.Key.Id).Select(g => new { g.Key.Slug, At = g.Max(t => t.At) }).ToListAsync(cancel);
        var latest = issues.Select(i => i.At).DefaultIfEmpty(null).Max();
        var news = await NewsAsync(cancel);
        var takesSuggestions = (await current.ReadAsync())?.Discussion.IsOn is true;
        return _few =
        [
            new("/", latest), new("/issues", latest), new("/papers", latest), new("/about", null), new("/api", null),
            .. takesSuggestions ? [new("/suggest", null)] : Array.Empty<SitemapPage>(),
            .. topics is [] ? [] : new SitemapPage[] { new("/topics", latest) },
            .. topics.Select(t => new SitemapPage(Paths.Topic(t.Slug), t.At)),
            .. issues.Select(i => new SitemapPage(i.Name.Path, Later(i.At, news.OfIssues, i.Name.Number), Picture.PathOfIssue(i.Name.Number))),
        ];
    }
}
