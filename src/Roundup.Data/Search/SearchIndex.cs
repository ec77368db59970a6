using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Roundup.Model.Search;
using Roundup.Model.Text;

namespace Roundup.Data.Search;

/// <summary>
/// Writes documents of the index, each one whole, in the transaction that the context is in. The connection has to be open. Of no use any more once a
/// transaction was taken back.
/// </summary>
internal sealed class SearchIndex(RoundupDb db)
{
    /// <summary>Raise it when documents or words are made otherwise: every site then makes its index anew by itself, and finds in the old one meanwhile.</summary>
    public const int Version = 3;

    private readonly SearchVocabulary _vocabulary = new(db);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = SearchJson.Default,
        Converters = { new SafeHtmlText() },
    };

    // One writer at a time on PostgreSQL, so that whoever comes second reads what the first one saved; SQLite has one anyway.
    private const string OneAtATime = "SELECT pg_advisory_xact_lock(7311206)";

    private const string PutDocument = """INSERT INTO "SearchDocuments" ("Number", "Kind", "Ref", "Shown") VALUES (@number, @kind, @ref, @shown)""";
    private const string PutFacts = """INSERT INTO "SearchFacts" ("Number", "Facts") VALUES (@number, @facts)""";
    private const string PutSqliteWords = """INSERT INTO "SearchWords" (rowid, title, said, people, rest, marks) VALUES (@number, @title, @said, @people, @rest, @marks)""";
    private const string PutPostgresWords = """INSERT INTO "SearchWords" ("Number", "Words") VALUES (@number, @words::tsvector)""";

    // It was sanitised before it was saved, and goes from one column to another.
    private sealed class SafeHtmlText : JsonConverter<SafeHtml>
    {
        public override SafeHtml Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, SafeHtml value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    public Task LockAsync(CancellationToken cancel) => db.IsSqlite ? Task.CompletedTask : db.RunAsync(OneAtATime, cancel);

    /// <summary>Brings the documents of these papers and issues to what readers may see now.</summary>
    public async Task BringUpToDateAsync(IReadOnlyCollection<SearchKey> keys, CancellationToken cancel)
    {
        int[] papers = [.. keys.Where(k => k.Kind is SearchKind.Paper).Select(k => k.Id).Distinct()], issues = [.. keys.Where(k => k.Kind is SearchKind.Issue).Select(k => k.Id).Distinct()];
        foreach (var id in papers) await DropAsync(new(SearchKind.Paper, id), cancel);
        foreach (var id in issues) await DropAsync(new(SearchKind.Issue, id), cancel);
        await PutAsync(await db.PaperDocumentsAsync(papers, cancel), cancel);
        await PutAsync(await db.IssueDocumentsAsync(issues, cancel), cancel);
    }

    /// <summary>Without any document, and said to be so: whoever is stopped now leaves an index that is made anew.</summary>
    public async Task EmptyAsync(CancellationToken cancel)
    {
        await db.RunAsync("""DELETE FROM "SearchState"; DELETE FROM "SearchDocuments"; DELETE FROM "SearchFacts" """, cancel);
        await db.RunAsync(db.IsSqlite ? """INSERT INTO "SearchWords" ("SearchWords") VALUES ('delete-all')""" : """DELETE FROM "SearchWords" """, cancel);
        await _vocabulary.EmptyAsync(cancel);
    }

    internal async Task DropAsync(SearchKey key, CancellationToken cancel)
    {
        var number = await db.NumberAsync("""SELECT "Number" FROM "SearchDocuments" WHERE "Kind" = @kind AND "Ref" = @ref""", cancel, ("kind", (int)key.Kind), ("ref", key.Id));
        if (number is not { } known) return;

        await db.RunAsync(db.IsSqlite ? """DELETE FROM "SearchWords" WHERE rowid = @number""" : """DELETE FROM "SearchWords" WHERE "Number" = @number""", cancel, ("number", known));
        await db.RunAsync("""DELETE FROM "SearchFacts" WHERE "Number" = @number""", cancel, ("number", known));
        await db.RunAsync("""DELETE FROM "SearchDocuments" WHERE "Number" = @number""", cancel, ("number", known));
    }

    private async Task PutAsync(IReadOnlyCollection<SearchDocument> documents, CancellationToken cancel)
    {
        if (documents.Count == 0) return;

        await using var document = db.Statement(PutDocument);
        await using var facts = db.Statement(PutFacts);
        await using var words = db.Statement(db.IsSqlite ? PutSqliteWords : PutPostgresWords);
        foreach (var found in documents)
        {
            await ExecuteAsync(document, cancel, ("number", found.Number), ("kind", (int)found.Key.Kind), ("ref", found.Key.Id), ("shown", JsonSerializer.Serialize(found, Json)));
            var columns = found.ToColumns();
            _vocabulary.Take(columns);
            await ExecuteAsync(facts, cancel, ("number", found.Number), ("facts", SearchFacts.Of(found, columns)));
            await (db.IsSqlite
                ? ExecuteAsync(words, cancel, ("number", found.Number), ("title", columns.Title), ("said", columns.Said), ("people", columns.People), ("rest", columns.Rest), ("marks", columns.Marks))
                : ExecuteAsync(words, cancel, ("number", found.Number), ("words", PostgresWords.Vector(columns))));
        }

        await _vocabulary.PutAsync(cancel);
    }

    private static Task<int> ExecuteAsync(DbCommand command, CancellationToken cancel, params ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var (name, value) in values) command.Set(name, value);
        return command.ExecuteNonQueryAsync(cancel);
    }
}

[JsonSerializable(typeof(SearchDocument)), JsonSerializable(typeof(List<string>))]
internal sealed partial class SearchJson : JsonSerializerContext;
