using System.Text.Json;
using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>
/// Which words there are, on SQLite: FTS5 keeps lists for beginnings of <see cref="Listed"/> letters, and for any other would first join the whole lists of
/// every word that begins so. Asked for these words, one or the other, it reads no further than for the newest documents. A word that is in no document
/// any more stays until the index is made anew, and finds nothing. PostgreSQL joins lists quickly, and keeps no vocabulary.
/// </summary>
internal sealed class SearchVocabulary(RoundupDb db)
{
    /// <summary>Of more than these (some four beginnings of four letters, among a hundred thousand papers) the lists are joined after all.</summary>
    private const int MostWords = 256;

    /// <summary>Shorter ones are no beginning's continuation that is asked here.</summary>
    private const int Shortest = 5;

    private const string Put = """INSERT OR IGNORE INTO "SearchVocabulary" ("Word") SELECT "value" FROM json_each(@words)""";
    private const string Beginning = """SELECT "Word" FROM "SearchVocabulary" WHERE "Word" > @from AND "Word" < @to LIMIT @limit""";

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _new = [];

    private static bool Listed(int letters) => letters is 3 or 5;

    /// <summary>Notes what words a document has.</summary>
    public void Take(SearchColumns columns)
    {
        if (!db.IsSqlite) return;

        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in new[] { columns.Title, columns.Said, columns.People, columns.Rest })
        {
            foreach (var range in text.AsSpan().Split(' '))
            {
                var word = text.AsSpan(range);
                if (word.Length < Shortest || !known.Add(word)) continue;
                _new.Add(word.ToString());
            }
        }
    }

    /// <summary>Writes down what was noted and is new.</summary>
    public async Task PutAsync(CancellationToken cancel)
    {
        if (_new.Count > 0) await db.RunAsync(Put, cancel, ("words", JsonSerializer.Serialize(_new, SearchIndex.Json)));
        _new.Clear();
    }

    public async Task EmptyAsync(CancellationToken cancel)
    {
        if (db.IsSqlite) await db.RunAsync("""DELETE FROM "SearchVocabulary" """, cancel);
        _known.Clear();
    }

    /// <summary>The words that begin so, itself among them; none where the database had better see to it.</summary>
    public async Task<IReadOnlyList<string>> BeginningAsync(string word, CancellationToken cancel)
    {
        if (!db.IsSqlite || Listed(word.EnumerateRunes().Count()) || word.Length < Shortest - 1) return [];

        var words = new List<string> { word };
        await using var command = db.Statement(Beginning, ("from", word), ("to", word + "\U0010FFFF"), ("limit", MostWords + 1));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) words.Add(rows.GetString(0));
        // Without any, it may be that they are not written down yet: an index of an earlier version.
        return words.Count is > 1 and <= MostWords ? words : [];
    }
}
