using Microsoft.EntityFrameworkCore;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Search;
using Roundup.Model.Text;

namespace Roundup.Data.Search;

/// <summary>Reads what readers may see, and makes the index's documents of it: published issues, and papers of published issues with what these say of them.</summary>
internal static class SearchSource
{
    private sealed record PaperText(
        int Id, string Title, SafeHtml TitleHtml, List<string> Authors, List<PaperLink> Links, string Abstract, string Venue, DateOnly? PublishedOn, List<string> Ids, List<int> Topics);

    private sealed record EntryText(int Id, int PaperId, int Issue, string Title, string Theme, DateTimeOffset PublishedAt, SafeHtml Text, List<PaperLink> Links, List<OpinionText> Opinions);

    private sealed record OpinionText(string Author, SafeHtml Html, ReadDepth? Depth);

    extension(RoundupDb db)
    {
        /// <summary>The documents of these papers; a paper of no published issue has none.</summary>
        public async Task<List<SearchDocument>> PaperDocumentsAsync(IReadOnlyCollection<int> ids, CancellationToken cancel)
        {
            if (ids.Count == 0) return [];

            var papers = await db.Papers.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).OrderBy(p => p.Id).Select(p => new PaperText(
                p.Id, p.Title, p.TitleHtml, EF.Property<List<string>>(p, "_authors"), EF.Property<List<PaperLink>>(p, "_links"), p.Abstract.Source, p.Venue, p.PublishedOn,
                p.Identifiers.OrderBy(i => i.Id).Select(i => i.Value).ToList(), p.Topics.OrderBy(t => t.Id).Select(t => t.Id).ToList())).AsSplitQuery().ToListAsync(cancel);
            var entries = await db.Entries.AsNoTracking().Where(e => EF.Parameter(ids).Contains(e.PaperId) && e.Issue.PublishedAt != null)
                .OrderBy(e => e.Issue.Number).ThenBy(e => e.Position).ThenBy(e => e.Id)
                .Select(e => new EntryText(
                    e.Id, e.PaperId, e.Issue.Number, e.Issue.Title, e.Issue.Theme, e.Issue.PublishedAt!.Value, e.Text.Html, EF.Property<List<PaperLink>>(e, "_links"),
                    e.Opinions.OrderBy(o => o.Position).ThenBy(o => o.Id).Select(o => new OpinionText(o.Author, o.Words.Html, o.Depth)).ToList())).AsSplitQuery().ToListAsync(cancel);
            var places = entries.ToLookup(e => e.PaperId);
            return [.. papers.Where(p => places.Contains(p.Id)).Select(p => Document(p, [.. places[p.Id]]))];
        }

        public async Task<List<SearchDocument>> IssueDocumentsAsync(IReadOnlyCollection<int> ids, CancellationToken cancel)
        {
            if (ids.Count == 0) return [];

            var issues = await db.Issues.AsNoTracking().Published.Where(i => EF.Parameter(ids).Contains(i.Id)).OrderBy(i => i.Id)
                .Select(i => new { i.Id, i.Number, i.Title, i.Theme, i.PublishedAt, Introduction = i.Introduction.Html, Closing = i.Closing.Html }).ToListAsync(cancel);
            return issues.ConvertAll(i => new SearchDocument(new(SearchKind.Issue, i.Id), DayOf(i.PublishedAt!.Value), i.Theme is "" ? i.Title : i.Theme)
            {
                Places = [new(i.Number, Issue.HeadingOf(i.Number, i.Title, i.Theme), 0)],
                // A title beside a theme is no heading, and is found all the same.
                Ids = i.Theme is not "" && i.Title is not "" ? [i.Title] : [],
                Texts = [.. Texts((SearchTextKind.Introduction, i.Introduction), (SearchTextKind.Closing, i.Closing)).Select(t => t with { Issue = i.Number })],
            });
        }
    }

    private static SearchDocument Document(PaperText paper, IReadOnlyList<EntryText> entries) =>
        new(new(SearchKind.Paper, paper.Id), DayOf(entries.Max(e => e.PublishedAt)), PlainWords.Line(paper.Title))
        {
            ShownTitle = paper.TitleHtml,
            Authors = paper.Authors,
            Ids = [.. paper.Ids.Where(i => !i.Contains("://", StringComparison.Ordinal))],
            Venue = paper.Venue,
            Year = paper.PublishedOn?.Year,
            HasCode = paper.Links.Exists(l => l is { Kind: LinkKind.Code, IsDead: false }),
            Topics = paper.Topics,
            Depth = entries.SelectMany(e => e.Opinions).Max(o => o.Depth),
            LinksTo = [.. entries.SelectMany(e => e.Opinions.Select(o => o.Html).Append(e.Text)).SelectMany(SearchLinks.Of), .. entries.SelectMany(e => e.Links).SelectMany(l => SearchLinks.Of(l.Url))],
            Places = [.. entries.Select(e => new SearchPlace(e.Issue, Issue.HeadingOf(e.Issue, e.Title, e.Theme), e.Id))],
            Texts = [.. entries.SelectMany(Said), .. paper.Abstract is "" ? [] : new[] { new SearchText(SearchTextKind.Abstract, PlainWords.Line(paper.Abstract)) }],
        };

    private static IEnumerable<SearchText> Said(EntryText entry) => entry.Opinions.Select(o => new SearchText(SearchTextKind.Opinion, PlainWords.Of(o.Html), o.Author, entry.Issue, entry.Id))
        .Append(new(SearchTextKind.Entry, PlainWords.Of(entry.Text), "", entry.Issue, entry.Id)).Where(t => t.Text is not "");

    private static IEnumerable<SearchText> Texts(params IEnumerable<(SearchTextKind Kind, SafeHtml Html)> texts) =>
        texts.Select(t => new SearchText(t.Kind, PlainWords.Of(t.Html))).Where(t => t.Text is not "");

    // Of what time zone hardly matters: it orders.
    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
