using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>Asks the database for as many documents as are worth ranking, and never for more.</summary>
internal sealed class SearchCandidates(RoundupDb db, SearchQuery query, SearchNames names)
{
    private readonly SearchRanking _ranking = new(query);

    // bm25() would read the whole list of each word, to know how rare it is; and ts_rank() every text.
    // CROSS keeps the order on SQLite (sqlite.org/optoverview.html): once it has statistics, it asks the index for each row of the other table.
    internal const string Sqlite = """
        SELECT w.rowid, f."Facts" FROM "SearchWords" AS w CROSS JOIN "SearchFacts" AS f ON f."Number" = w.rowid
        WHERE "SearchWords" MATCH @match AND w.rowid < @below ORDER BY w.rowid DESC LIMIT @limit
        """;

    // The planner takes reading a tsvector for as cheap as comparing two numbers, but each is unpacked from a place of its own: left to itself it unpacks a
    // hundred thousand to find the thousand of a rare word, a second of work, instead of asking the index. For these two statements alone, which are one
    // transaction, an operator costs twenty times as much; and what then seems dear is not compiled.
    private const string Postgres = """
        SELECT set_config('cpu_operator_cost', '0.05', true), set_config('jit', 'off', true);
        WITH c AS MATERIALIZED (
            SELECT "Number" FROM "SearchWords" WHERE "Words" @@ @match::tsquery AND "Number" < @below ORDER BY "Number" DESC LIMIT @limit)
        SELECT c."Number", f."Facts" FROM c JOIN "SearchFacts" AS f ON f."Number" = c."Number" ORDER BY c."Number" DESC
        """;

    private const int OlderOfAKind = 100;

    private long _oldest;

    /// <summary>The best first.</summary>
    public IEnumerable<long> Best => _ranking.Best();

    /// <summary>
    /// Counts the newest that match, whatever is chosen, and ranks those of them that fit what is; where these are too many, older ones join that match
    /// where it counts.
    /// </summary>
    /// <returns>How many fit of the newest; one more than are counted where there are more.</returns>
    public async Task<int> RankAsync(SearchFilter filter, FacetCounts counts, CancellationToken cancel)
    {
        var match = new FullTextQuery(db.IsSqlite, query, names, SearchFilter.None);
        var (all, fit) = (0, 0);
        await ReadAsync(match.In(SearchScope.Anywhere), long.MaxValue, SearchReading.Counted + 1, (number, facts) =>
        {
            if (counts.Take(facts, isCounted: ++all <= SearchReading.Counted)) fit += Rank(number, facts);
        }, cancel);
        if (all <= SearchReading.Counted) return fit;

        // Of more than are counted, those that fit may be older than all of these.
        if (!filter.IsNone)
        {
            (match, fit) = (new FullTextQuery(db.IsSqlite, query, names, filter), 0);
            _ranking.Clear();
            counts.Narrow();
            await ReadAsync(match.In(SearchScope.Anywhere), long.MaxValue, SearchReading.Counted + 1, (number, facts) =>
            {
                fit += Rank(number, facts);
                counts.Take(facts, isCounted: fit <= SearchReading.Counted);
            }, cancel);
        }

        counts.Close(fit);
        if (fit > SearchReading.Counted && query.Terms.Any(t => t is { Field: SearchField.Anywhere, IsExcluded: false })) await RankOlderAsync(match, cancel);
        return fit;
    }

    private async Task RankOlderAsync(FullTextQuery match, CancellationToken cancel)
    {
        var (oldest, older) = (_oldest, new HashSet<long>());
        foreach (var scope in new[] { SearchScope.Said, SearchScope.Title })
        {
            await ReadAsync(match.In(scope), oldest, OlderOfAKind, (number, facts) =>
            {
                if (older.Add(number)) Rank(number, facts);
            }, cancel);
        }
    }

    private int Rank(long number, SearchFacts facts)
    {
        _ranking.Add(_oldest = number, facts.Title, facts.Said, facts.People);
        return 1;
    }

    // One row at a time, since a thousand texts that are kept cost more to collect than to read. The newest first.
    private async Task ReadAsync(string match, long below, int limit, Action<long, SearchFacts> take, CancellationToken cancel)
    {
        await using var command = db.Statement(db.IsSqlite ? Sqlite : Postgres, ("match", match), ("below", below), ("limit", limit));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        if (!db.IsSqlite) await rows.NextResultAsync(cancel);
        while (await rows.ReadAsync(cancel)) take(rows.GetInt64(0), new(rows.Utf8(1)));
    }
}
