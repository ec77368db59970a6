using System.Data.Common;
using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>A document that may be shown, with what facets are counted of.</summary>
/// <param name="Score">The higher, the better.</param>
internal readonly record struct SearchCandidate(long Number, double Score, int Year, string Venue, bool HasCode, string Topics);

/// <param name="Newest">How many of the rows are simply the newest that match; the others are older and match well.</param>
internal sealed record SearchCandidateList(IReadOnlyList<SearchCandidate> Rows, int Newest);

/// <summary>Asks the database for as many documents as are worth ranking, and never for more.</summary>
internal sealed class SearchCandidates(RoundupDb db, SearchQuery query, IReadOnlyDictionary<string, int[]> topics)
{
    // What an occurrence weighs: title, opinions, people, the rest, marks. Of opinions we have few, and they are why people come.
    private const string Sqlite = """
        WITH c AS MATERIALIZED (
            SELECT rowid AS number, -bm25("SearchWords", 8.0, 12.0, 5.0, 1.0, 0.0) AS score FROM "SearchWords"
            WHERE "SearchWords" MATCH @match AND rowid < @below ORDER BY rowid DESC LIMIT @limit)
        SELECT c.number, c.score, f."Year", f."Venue", f."Code", f."Topics" FROM c JOIN "SearchFacts" AS f ON f."Number" = c.number
        """;

    private const string Postgres = """
        WITH c AS MATERIALIZED (
            SELECT "Number", "Words" FROM "SearchWords" WHERE "Words" @@ @match::tsquery AND "Number" < @below ORDER BY "Number" DESC LIMIT @limit)
        SELECT c."Number", ts_rank('{0.08, 0.4, 0.65, 1.0}', c."Words", @match::tsquery)::float8, f."Year", f."Venue", f."Code", f."Topics"
        FROM c JOIN "SearchFacts" AS f ON f."Number" = c."Number"
        """;

    private const int OlderOfAKind = 100;

    public async Task<SearchCandidateList> ReadAsync(SearchFilter filter, CancellationToken cancel)
    {
        var match = new MatchText(db.IsSqlite, query, topics, filter);
        var newest = await ReadAsync(match.In(SearchScope.Anywhere), long.MaxValue, SearchReading.Counted + 1, cancel);
        if (newest.Count <= SearchReading.Counted || !query.Terms.Any(t => t is { Field: SearchField.Anywhere, IsExcluded: false })) return new(newest, newest.Count);

        // Everything but a few is older than what is ranked: those that match where it counts come up beside the good ones among the newest.
        var (oldest, good) = (newest.Min(c => c.Number), newest.Select(c => c.Score).Order().ElementAt(newest.Count * 19 / 20));
        var titled = await ReadAsync(match.In(SearchScope.Title), oldest, OlderOfAKind, cancel);
        var said = await ReadAsync(match.In(SearchScope.Said), oldest, OlderOfAKind, cancel);
        var older = said.Concat(titled).DistinctBy(c => c.Number).Select(c => c with { Score = good });
        return new([.. newest, .. older], newest.Count);
    }

    /// <summary>The best first; of two that are as good, the newer.</summary>
    public static IEnumerable<SearchCandidate> Ranked(SearchCandidateList list) => list.Rows.OrderByDescending(c => Math.Round(c.Score, 4)).ThenByDescending(c => c.Number);

    private async Task<List<SearchCandidate>> ReadAsync(string match, long below, int limit, CancellationToken cancel)
    {
        await using var command = db.Statement(db.IsSqlite ? Sqlite : Postgres, ("match", match), ("below", below), ("limit", limit));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var candidates = new List<SearchCandidate>();
        while (await rows.ReadAsync(cancel)) candidates.Add(Read(rows));
        return candidates;
    }

    private static SearchCandidate Read(DbDataReader row) =>
        new(row.GetInt64(0), row.GetDouble(1), row.GetInt32(2), row.GetString(3), row.GetInt32(4) == 1, row.GetString(5));
}
