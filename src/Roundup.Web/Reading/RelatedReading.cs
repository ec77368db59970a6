using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Data.Search;
using Roundup.Data.Topics;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>Papers of published issues that have to do with a paper: at most eight queries, however many there are.</summary>
public static class RelatedReading
{
    private const int ShownAtMost = 6;

    /// <summary>Of each kind: the newest.</summary>
    private const int CandidatesAtMost = 60;

    /// <summary>In names: who shares a collaboration's list says nothing of a paper.</summary>
    private const int AuthorsAtMost = 20;

    extension(RoundupDb db)
    {
        /// <param name="origin">Where this site is: https://example.org.</param>
        public async Task<IReadOnlyList<RelatedPaper>> ReadRelatedAsync(PaperText paper, IReadOnlyList<Coverage> places, PaperFinder finder, string origin, CancellationToken cancel = default)
        {
            var ties = new RelatedTies(paper.Id);
            await db.LinkAsync(ties, OwnLinks.Of(places, finder, origin), cancel);
            var id = paper.Id;
            var former = await db.Papers.Where(p => p.MergedIntoId == id).Select(p => p.Id).ToListAsync(cancel);
            foreach (var other in await db.PapersLinkingToAsync(origin, [id, .. former], places.Select(p => p.EntryId), CandidatesAtMost, cancel)) ties.LinkedFrom(other);
            await db.NameAsync(ties, paper, cancel);
            await db.FileAsync(ties, paper, cancel);
            // Twice as many: some of them may be nobody's to see.
            var best = ties.Best(ShownAtMost * 2);
            if (best is []) return [];

            return [.. (await db.ReadPaperRowsAsync(best, cancel)).Take(ShownAtMost).Select(r => new RelatedPaper(r, ties.Why(r.Id)))];
        }

        private async Task LinkAsync(RelatedTies ties, OwnLinks links, CancellationToken cancel)
        {
            if (links.IsEmpty) return;

            var (papers, entries, schemes, values) = (links.Papers, links.Entries, links.Schemes, links.Values);
            // Those that nobody may see would take the places of others.
            var published = db.PublishedEntries;
            var own = await db.Papers.Where(p => papers.Contains(p.Id) && published.Any(e => e.PaperId == (p.MergedIntoId ?? p.Id))).Select(p => new { Paper = p.MergedIntoId ?? p.Id, Number = p.Id, Entry = 0 })
                .Concat(published.Where(e => entries.Contains(e.Id)).Select(e => new { Paper = e.PaperId, Number = 0, Entry = e.Id })).ToListAsync(cancel);
            foreach (var one in own)
                if (links.IssueOf(one.Number, one.Entry, "", "") is { } issue) ties.Linked(one.Paper, issue);
            if (schemes is []) return;

            var named = await db.Papers.InPublished(db.Entries).SelectMany(p => p.Identifiers).Where(i => schemes.Contains(i.Scheme) && values.Contains(i.Value)).Select(i => new { i.PaperId, i.Scheme, i.Value }).ToListAsync(cancel);
            foreach (var one in named)
                if (links.IssueOf(0, 0, one.Scheme, one.Value) is { } issue) ties.Linked(one.PaperId, issue);
        }

        private async Task NameAsync(RelatedTies ties, PaperText paper, CancellationToken cancel)
        {
            var names = new Dictionary<string, string>();
            foreach (var name in paper.Authors.Take(AuthorsAtMost).Concat(paper.Authors.TakeLast(1))) names.TryAdd(PersonName.Read(name).Key, name);
            names.Remove("");
            if (names.Count == 0) return;

            var (keys, id) = (names.Keys.ToList(), paper.Id);
            var same = await db.PaperAuthors.Where(a => keys.Contains(a.Key) && a.PaperId != id && db.Entries.Any(e => e.PaperId == a.PaperId && e.Issue.PublishedAt != null))
                .OrderByDescending(a => a.PaperId).Take(CandidatesAtMost).Select(a => new { a.PaperId, a.Key }).ToListAsync(cancel);
            foreach (var one in same) ties.Written(one.PaperId, names[one.Key]);
        }

        private async Task FileAsync(RelatedTies ties, PaperText paper, CancellationToken cancel)
        {
            if (paper.Topics is []) return;

            var (slugs, id) = (paper.Topics.Select(t => t.Slug).ToList(), paper.Id);
            var topics = await db.Topics.Where(t => slugs.Contains(t.Slug)).Select(t => new { t.Id, t.Name, t.Key }).ToDictionaryAsync(t => t.Id, cancel);
            // It is among them itself. A topic may have thousands of papers: the tables would be sorted by all of them.
            var newest = await db.PapersOnTopicsAsync(topics.Keys, CandidatesAtMost + 1, cancel);
            var filed = await db.FiledUnder(newest, [.. topics.Keys]).ToListAsync(cancel);
            foreach (var one in filed.Where(f => f.Paper != id).OrderByDescending(f => f.Paper).ThenBy(f => topics[f.Topic].Key, StringComparer.Ordinal)) ties.About(one.Paper, topics[one.Topic].Name);
        }
    }
}

/// <param name="Why">In words: same author: Kevin Meng.</param>
public sealed record RelatedPaper(PaperRow Paper, string Why);
