using Microsoft.EntityFrameworkCore;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>
/// Makes the whole index anew, document by document, each batch in a transaction of its own: readers find in what is there meanwhile, editors save in
/// between, and it can be stopped at any moment.
/// </summary>
public sealed class SearchRebuild(RoundupDb db)
{
    /// <summary>Documents at once: about a tenth of a second in which nobody else writes on SQLite.</summary>
    private const int Batch = 250;

    /// <summary>Of the index, 4 KB each, merged in one go.</summary>
    private const int MergedPages = 2000;

    private SearchIndex _index = new(db);

    /// <summary>How far it is.</summary>
    public readonly record struct Progress(int Done, int All);

    /// <summary>Whether this version's documents are all there.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        return await db.NumberAsync("""SELECT "Version" FROM "SearchState" """, cancel) is not SearchIndex.Version;
    }

    /// <param name="fromNothing">Throws the old index away first: for one that is damaged.</param>
    /// <param name="breath">Between batches, for others who want to write.</param>
    public async Task RunAsync(bool fromNothing, Action<Progress> tell, TimeSpan breath = default, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        if (fromNothing) await InOneAsync(index => index.EmptyAsync(cancel), cancel);
        var isEmpty = await db.NumberAsync("""SELECT count(*) FROM (SELECT 1 FROM "SearchDocuments" LIMIT 1) AS one""", cancel) is 0;
        await PrepareAsync(isEmpty, cancel);
        var all = await db.Papers.InPublished(db.Entries).CountAsync(cancel) + await db.Issues.Published.CountAsync(cancel);
        var done = 0;
        foreach (var kind in new[] { SearchKind.Issue, SearchKind.Paper })
        {
            for (var last = 0; ;)
            {
                var ids = await NextAsync(kind, last, cancel);
                if (ids.Count == 0) break;
                // Where it was empty, what a save has put there meanwhile is replaced as well.
                await InOneAsync(index => BringAsync(index, [.. ids.Select(id => new SearchKey(kind, id))], cancel), cancel);
                last = ids[^1];
                tell(new(done += ids.Count, all));
                await Task.Delay(breath, cancel);
            }
        }

        await SweepAsync(cancel);
        await FinishAsync(breath, cancel);
    }

    private Task<List<int>> NextAsync(SearchKind kind, int last, CancellationToken cancel) => kind is SearchKind.Paper
        ? db.Papers.InPublished(db.Entries).Where(p => p.Id > last).OrderBy(p => p.Id).Select(p => p.Id).Take(Batch).ToListAsync(cancel)
        : db.Issues.Published.Where(i => i.Id > last).OrderBy(i => i.Id).Select(i => i.Id).Take(Batch).ToListAsync(cancel);

    // Documents of what is not there any more, which only an index that was out of step has.
    private async Task SweepAsync(CancellationToken cancel)
    {
        const string Stale = """
            SELECT "Kind", "Ref" FROM "SearchDocuments" AS d
            WHERE ("Kind" = 0 AND NOT EXISTS (SELECT 1 FROM "Entries" AS e JOIN "Issues" AS i ON i."Id" = e."IssueId" WHERE e."PaperId" = d."Ref" AND i."PublishedAt" IS NOT NULL))
               OR ("Kind" = 1 AND NOT EXISTS (SELECT 1 FROM "Issues" AS i WHERE i."Id" = d."Ref" AND i."PublishedAt" IS NOT NULL))
            """;
        var stale = new List<SearchKey>();
        await using (var command = db.Statement(Stale))
        await using (var rows = await command.ExecuteReaderAsync(cancel))
            while (await rows.ReadAsync(cancel)) stale.Add(new((SearchKind)rows.GetInt32(0), rows.GetInt32(1)));
        foreach (var some in stale.Chunk(Batch)) await InOneAsync(index => BringAsync(index, some, cancel), cancel);
    }

    // With more documents in memory (16 MB), and pieces merged once at the end instead of whenever there are a few, writing takes half as long.
    private async Task PrepareAsync(bool isEmpty, CancellationToken cancel)
    {
        if (!db.IsSqlite) return;
        await ConfigureAsync("hashsize", 16 << 20, cancel);
        if (!isEmpty) return;
        await ConfigureAsync("automerge", 0, cancel);
        await ConfigureAsync("crisismerge", 1999, cancel);
    }

    private async Task FinishAsync(TimeSpan breath, CancellationToken cancel)
    {
        if (db.IsSqlite)
        {
            await MergeAsync(breath, cancel);
            await ConfigureAsync("hashsize", 1 << 20, cancel);
            await ConfigureAsync("automerge", 4, cancel);
            await ConfigureAsync("crisismerge", 16, cancel);
        }

        await InOneAsync(async _ =>
        {
            await db.RunAsync("""DELETE FROM "SearchState" """, cancel);
            await db.RunAsync("""INSERT INTO "SearchState" ("Version") VALUES (@version)""", cancel, ("version", SearchIndex.Version));
        }, cancel);
    }

    // What 'optimize' does, in steps, so that nobody who wants to write waits for the whole: a negative count begins anew, and whoever
    // changed fewer than two rows has found nothing to do (sqlite.org/fts5.html, "The 'merge' Command").
    private async Task MergeAsync(TimeSpan breath, CancellationToken cancel)
    {
        for (var pages = -MergedPages; ; pages = MergedPages)
        {
            var before = await db.NumberAsync("SELECT total_changes()", cancel);
            await ConfigureAsync("merge", pages, cancel);
            if (await db.NumberAsync("SELECT total_changes()", cancel) - before < 2) return;
            await Task.Delay(breath, cancel);
        }
    }

    private Task ConfigureAsync(string option, int value, CancellationToken cancel) =>
        db.RunAsync("""INSERT INTO "SearchWords" ("SearchWords", rank) VALUES (@option, @value)""", cancel, ("option", option), ("value", value));

    private async Task BringAsync(SearchIndex index, IReadOnlyCollection<SearchKey> keys, CancellationToken cancel)
    {
        if (!await db.BringTogetherAsync(index, keys, cancel)) _index = new(db);
    }

    private async Task InOneAsync(Func<SearchIndex, Task> work, CancellationToken cancel)
    {
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        await _index.LockAsync(cancel);
        await work(_index);
        await together.CommitAsync(cancel);
    }
}
