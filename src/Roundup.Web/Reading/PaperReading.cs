using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>What public pages read of papers, and no column more.</summary>
public static class PaperReading
{
    /// <summary>More than an issue has.</summary>
    private const long PlacesOfIssue = 1_000_000;

    extension(RoundupDb db)
    {
        /// <summary>A paper of a published issue.</summary>
        public async Task<PaperText?> ReadPaperAsync(int id, CancellationToken cancel = default)
        {
            var read = await db.ReadTextAsync(id, cancel);
            if (read is null) return null;

            var news = read.HasNews ? (await db.ReadNewsAsync([id], cancel))[id] : [];
            return read.Text with { News = PaperNews.InOrder(news), Changes = [.. news], Covered = read.Covered, AbstractFrom = InWords.Origin(read.Origins.Find(o => o.Field is PaperField.Abstract), read.Covered) };
        }

        /// <summary>The paper that readers find by now under the id of one that was put together with it; null for none. Not for good: the two can be parted again.</summary>
        public async Task<int?> MovedToAsync(int id, CancellationToken cancel = default) =>
            await db.StandsForAsync(id, cancel) is var kept && kept != id && await db.Papers.InPublished(db.Entries).AnyAsync(p => p.Id == kept, cancel) ? kept : null;

        private Task<PaperOwnText?> ReadTextAsync(int id, CancellationToken cancel) => db.Papers.InPublished(db.Entries)
            .Where(p => p.Id == id)
            .Select(p => new PaperOwnText(new PaperText(
                p.Id, p.Title, p.TitleHtml, EF.Property<List<string>>(p, "_authors"), p.Venue, p.PublishedOn, p.Link, p.Abstract.Html, p.Abstract.Words,
                p.Identifiers.OrderBy(n => n.Id).Select(n => new PaperId(n.Scheme, n.Value, n.CoveredVersion)).ToList(), EF.Property<List<PaperLink>>(p, "_links"))
            {
                LinkHealth = p.LinkHealth,
                Kind = p.Kind,
                Imprint = new PaperImprint(p.Imprint.Volume, p.Imprint.Number, p.Imprint.Pages, p.Imprint.Publisher, p.Imprint.IssuedOn),
                Categories = EF.Property<List<string>>(p, "_categories"),
                AbstractSource = p.Abstract.Source,
                Topics = p.Topics.OrderBy(t => t.Key).Select(t => new TopicName(t.Name, t.Slug)).ToList(),
            },
                p.Covered, EF.Property<List<FieldOrigin>>(p, "_origins"), db.PaperChanges.Any(c => c.PaperId == p.Id && c.ShownAt != null)))
            .AsSplitQuery().SingleOrDefaultAsync(cancel);

        /// <summary>What published issues say about a paper, the first one first.</summary>
        public Task<List<Coverage>> ReadCoverageAsync(int paper, CancellationToken cancel = default) => db.PublishedEntries
            .Where(e => e.PaperId == paper)
            .OrderBy(e => e.Issue.Number).ThenBy(e => e.Position)
            .Select(e => new Coverage(
                e.Id, new IssueName(e.Issue.Number, e.Issue.Title, e.Issue.Theme), e.Issue.PublishedAt!.Value, e.Issue.PublishedBy, e.Text.Html,
                e.Opinions.OrderBy(o => o.Position).Select(o => new OpinionText(o.Author, o.Words.Html, o.Words.Words, o.Depth)).ToList())
            {
                Links = EF.Property<List<PaperLink>>(e, "_links"),
            })
            .AsSplitQuery().ToListAsync(cancel);

        /// <summary>A part of the papers of published issues: those of the newest issue first, each issue in its own order.</summary>
        /// <param name="papers">Some of them; null for all.</param>
        public async Task<List<PaperRow>> ReadPaperRowsAsync(IQueryable<Paper>? papers, int skip, int take, CancellationToken cancel = default) =>
            await db.ReadPaperRowsAsync(await db.PaperOrder(papers).Skip(skip).Take(take).ToListAsync(cancel), cancel);

        /// <summary>The papers of these ids that readers can see, in the order of the ids.</summary>
        public async Task<List<PaperRow>> ReadPaperRowsAsync(IReadOnlyList<int> ids, CancellationToken cancel = default)
        {
            if (ids is []) return [];

            var published = db.PublishedEntries;
            var rows = await db.Papers.Where(p => EF.Parameter(ids).Contains(p.Id)).OrderBy(p => p.Id)
                .Select(p => new PaperRow(
                    p.Id, p.Title, p.TitleHtml, EF.Property<List<string>>(p, "_authors"), p.Venue, p.PublishedOn,
                    published.Where(e => e.PaperId == p.Id).OrderBy(e => e.Issue.Number)
                        .Select(e => new PaperRow.Place(e.Id, new IssueName(e.Issue.Number, e.Issue.Title, e.Issue.Theme))).ToList()))
                .AsSplitQuery().ToDictionaryAsync(p => p.Id, cancel);
            return [.. ids.Select(id => rows.GetValueOrDefault(id)).OfType<PaperRow>().Where(p => p.Places is not [])];
        }

        // One number says both, so that a paper's places are gone through once: the newest issue, and how far in front the paper stands in it.
        private IQueryable<int> PaperOrder(IQueryable<Paper>? papers)
        {
            var published = db.PublishedEntries;
            if (papers is not null) published = published.Where(e => papers.Select(p => p.Id).Contains(e.PaperId));
            return published.Select(e => new { e.PaperId, Place = (e.Issue.Number * PlacesOfIssue) - e.Position })
                .GroupBy(e => e.PaperId).OrderByDescending(g => g.Max(e => e.Place)).ThenBy(g => g.Key).Select(g => g.Key);
        }
    }
}

/// <summary>What the paper's own page reads beyond what an issue shows.</summary>
internal sealed record PaperOwnText(PaperText Text, PaperEdition? Covered, List<FieldOrigin> Origins, bool HasNews);

/// <summary>A paper's place in an issue, and what is said about it there.</summary>
public sealed record Coverage(int EntryId, IssueName Issue, DateTimeOffset PublishedAt, string PublishedBy, SafeHtml Text, IReadOnlyList<OpinionText> Opinions)
{
    /// <summary>As <see cref="Entry.Links"/>.</summary>
    public IReadOnlyList<PaperLink> Links { get; init; } = [];

    /// <summary>To the entry itself.</summary>
    public string Path => $"{Issue.Path}#e-{EntryId}";

    public bool HasWords => !Text.IsEmpty || Opinions.Any(o => !o.Html.IsEmpty);
}

public sealed record PaperRow(int Id, string Title, SafeHtml TitleHtml, IReadOnlyList<string> Authors, string Venue, DateOnly? PublishedOn, IReadOnlyList<PaperRow.Place> Places)
{
    public sealed record Place(int EntryId, IssueName Issue)
    {
        public string Path => $"{Issue.Path}#e-{EntryId}";
    }

    public string Path => Paths.Paper(Id, Model.Text.Slug.Of(Title));

    /// <summary>Meng et al., 2022.</summary>
    public string ShortByline => Reading.Authors.Byline(Authors, $"{PublishedOn?.Year}");

    public string Byline => Reading.Authors.Byline(Authors, Venue, $"{PublishedOn?.Year}");
}
