using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Web.Reading;

namespace Roundup.Web.Seen;

/// <summary>
/// Says of papers that somebody names where they were covered before: by id, whatever the version, mirror or spelling; by an id that a source
/// linked, or of a paper that was put together with another; by title; by much of a title and the first author. However many are asked for at
/// once, each table is asked once.
/// </summary>
public sealed class SeenBefore(RoundupDb db)
{
    /// <summary>In characters of Markdown: enough for the first words.</summary>
    private const int Beginning = 400;

    public async Task<Sighting?> FindAsync(Mention mention, CancellationToken cancel = default) => (await FindAsync([mention], cancel))[0];

    /// <returns>One answer a mention, in their order; null for a paper that is new. Ask <see cref="Sighting.IsSeen"/> whether it stands anywhere.</returns>
    public async Task<IReadOnlyList<Sighting?>> FindAsync(IReadOnlyList<Mention> mentions, CancellationToken cancel = default) =>
        [.. (await LookUpAsync(mentions, cancel)).Select(found => found.Itself ?? found.Like)];

    /// <summary>
    /// Where the papers of an issue stand elsewhere, or a second time in it, by the id of their entry. A paper that stands nowhere else may look
    /// like one that does; those that an editor told apart don't.
    /// </summary>
    public async Task<IReadOnlyDictionary<int, Sighting>> ElsewhereAsync(Issue issue, CancellationToken cancel = default)
    {
        var entries = issue.Entries.ToList();
        var found = await LookUpAsync([.. entries.Select(e => Mention.Of(e.Paper))], cancel);
        return entries.Zip(found, (e, f) => (e.Id, Seen: f.Itself?.Without(e.Key) is { IsSeen: true } itself ? itself : f.Like))
            .Where(s => s.Seen is { IsSeen: true }).ToDictionary(s => s.Id, s => s.Seen!);
    }

    private async Task<List<(Sighting? Itself, Sighting? Like)>> LookUpAsync(IReadOnlyList<Mention> mentions, CancellationToken cancel)
    {
        var named = await NamedAsync(mentions, cancel);
        var known = await KnownPapers.ReadAsync(db, mentions, named.Values, cancel);
        var found = mentions.Select(m => (Itself: known.Itself(m, named), Like: known.Like(m))).ToList();
        var ids = found.SelectMany(f => new[] { f.Itself, f.Like }).OfType<KnownPapers.Match>().Select(f => f.PaperId).Distinct().ToList();
        var places = (await PlacesAsync(ids, cancel)).ToLookup(p => p.PaperId);
        var waiting = ids is [] ? [] : await db.Inbox.Where(i => EF.Parameter(ids).Contains(i.PaperId) && i.PlacedAt == null && i.DeclinedAt == null)
            .ToDictionaryAsync(i => i.PaperId, i => i.AddedAt, cancel);

        Sighting? Seen(KnownPapers.Match? match) => match is null ? null
            : new(match.PaperId, match.Title, match.Sureness, [.. places[match.PaperId]], waiting.TryGetValue(match.PaperId, out var since) ? since : null);
        return [.. found.Select(f => (Seen(f.Itself), Seen(f.Like)))];
    }

    private async Task<Dictionary<string, int>> NamedAsync(IReadOnlyList<Mention> mentions, CancellationToken cancel)
    {
        var ids = mentions.SelectMany(m => m.Ids).ToList();
        if (ids is []) return [];

        var (schemes, values) = (ids.Select(i => i.Scheme).Distinct().ToList(), ids.Select(i => i.Value).Distinct().ToList());
        var rows = await db.Set<PaperIdentifier>()
            .Where(i => EF.Parameter(schemes).Contains(i.Scheme) && EF.Parameter(values).Contains(i.Value))
            .Select(i => new { i.Scheme, i.Value, i.PaperId }).ToListAsync(cancel);
        return rows.ToDictionary(r => $"{r.Scheme}:{r.Value}", r => r.PaperId);
    }

    private async Task<List<SeenPlace>> PlacesAsync(List<int> papers, CancellationToken cancel) => papers is [] ? [] : await db.Entries
        // A working copy repeats what its published issue says; only what is new in it stands nowhere else.
        .Where(e => EF.Parameter(papers).Contains(e.PaperId) && e.OriginId == null)
        .OrderBy(e => e.Issue.Number).ThenBy(e => e.Position)
        .Select(e => new SeenPlace(
            e.PaperId, e.Id, new IssueName(e.Issue.Number, e.Issue.Title, e.Issue.Theme), e.Position, e.Issue.PublishedAt,
            e.Opinions.Where(o => o.Words.Words > 0).OrderBy(o => o.Position).Select(o => o.Words.Source.Substring(0, Beginning)).FirstOrDefault()
                ?? e.Text.Source.Substring(0, Beginning)))
        .ToListAsync(cancel);
}
