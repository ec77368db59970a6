using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Roundup.Data;
using Roundup.Data.Search;
using Roundup.Formats;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Search;
using Roundup.Model.Topics;
using Roundup.Tests.Data;
using Roundup.Tests.House;

namespace Roundup.Tests.Search;

/// <summary>
/// 100,000 papers: those of ../shared/data where that is there, and made-up ones with the words of real ones as often as these have them. Prints figures and judges none: run it by itself with
/// <c>-explicit only -class "*Searching_at_size*"</c>.
/// </summary>
[Trait("Category", "Benchmark")]
public sealed class Searching_at_size(ITestOutputHelper output)
{
    private const int Papers = 100_000;
    private const int Topics = 200;
    private static readonly DateTimeOffset Start = new(2010, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly Random _random = new(5);
    private readonly List<string> _words = [];
    private readonly List<long> _sums = [];
    private readonly List<Described> _real = [];

    private sealed record Described(string Title, IReadOnlyList<string> Authors, string Abstract);

    [Theory(Explicit = true)]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_hundred_thousand_papers(Engine engine)
    {
        ReadFrequencies();
        ReadReal(Repository.At("../shared/data/arxiv_metadata_40k.jsonl.gz"));
        output.WriteLine($"FIGURE: papers = {Papers}, real ones among them = {_real.Count}");
        await using var database = await TestDatabase.CreateAsync(engine);
        // Nobody holds a connection meanwhile, so that all go through the one whose server's time is read.
        await using (var seeding = database.Open()) await SeedAsync(seeding);
        await using var db = database.Open();
        var meter = await Meter.OfAsync(db);
        var (cpu, wall) = (meter.Read(), Stopwatch.StartNew());
        await using (var rebuilding = database.Open()) await new SearchRebuild(rebuilding).RunAsync(true, _ => { });
        output.WriteLine($"FIGURE: {engine}, index rebuild of {Papers} papers, s of CPU = {(meter.Read() - cpu).TotalSeconds:F1}, of clock = {wall.Elapsed.TotalSeconds:F1}");
        if (engine is Engine.Postgres) await db.Database.ExecuteSqlAsync($"ANALYZE");
        await AskForComparisonAsync(db, meter);
        await db.FacetsAsync();
        cpu = meter.Read();
        await db.FacetsAsync();
        output.WriteLine($"FIGURE: {engine}, choices of the whole archive, ms of CPU = {(meter.Read() - cpu).TotalMilliseconds:F0}");
        foreach (var warming in Mix(450)) await AskAsync(database, meter, warming);
        foreach (var kind in Mix(1800).GroupBy(q => q.Kind).Append(null))
        {
            var times = new List<double>();
            foreach (var question in kind?.AsEnumerable() ?? Mix(1800)) times.Add(await AskAsync(database, meter, question));
            times.Sort();
            output.WriteLine($"FIGURE: {engine}, search, {kind?.Key ?? "all together"}, n = {times.Count}, ms of CPU p50 = {times[times.Count / 2]:F2}, p99 = {times[times.Count * 99 / 100]:F2}, max = {times[^1]:F2}");
        }
    }

    // What the index would cost if SQLite ranked all that match, in this run on this machine.
    private async Task AskForComparisonAsync(RoundupDb db, Meter meter)
    {
        var all = meter.Engine is Engine.Sqlite
            ? """SELECT rowid FROM "SearchWords" WHERE "SearchWords" MATCH {0} ORDER BY bm25("SearchWords", 8.0, 12.0, 5.0, 1.0, 0.0) LIMIT 20"""
            : """SELECT "Number" FROM "SearchWords" WHERE "Words" @@ {0}::tsquery ORDER BY ts_rank("Words", {0}::tsquery) DESC LIMIT 20""";
        var times = new List<double>();
        for (var n = 0; n < 100; n++)
        {
            var (before, word) = (meter.Read(), Word());
            _ = await db.Database.SqlQueryRaw<long>(all, meter.Engine is Engine.Sqlite ? $"\"{word}\"" : $"'{word}'").ToListAsync();
            times.Add((meter.Read() - before).TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine($"FIGURE: {meter.Engine}, for comparison, all that match ranked by the database, one word, ms of CPU p50 = {times[50]:F2}, p99 = {times[99]:F2}");
    }

    private sealed record Question(string Kind, string Text, SearchChoice Choice);

    private static async Task<double> AskAsync(TestDatabase database, Meter meter, Question question)
    {
        await using var db = database.Open();
        var before = meter.Read();
        var query = SearchQuery.Read(question.Text)!;
        var found = await db.SearchAsync(query, question.Choice, 0, 20);
        var snippets = new SnippetMaker(query);
        foreach (var document in found.Documents) _ = (snippets.Whole(document.Title), document.Texts.Select(t => snippets.Best(t.Text)).ToList());
        return (meter.Read() - before).TotalMilliseconds;
    }

    private IEnumerable<Question> Mix(int count) => Enumerable.Range(0, count).Select(n => (n % 9) switch
    {
        0 => new Question("one word", $"\"{Word()}\"", new()),
        1 => new("two words", $"{Word()} \"{Word()}\"", new()),
        2 => new("three words", $"{Word()} {Word()} \"{Word()}\"", new()),
        3 => new("phrase", $"\"{Word()} {Word()}\"", new()),
        4 => new("beginning", Word() is var w ? w[..Math.Min(w.Length, 1 + n / 9 % 7)] : "", new()),
        5 => new("filter in words", $"{Word()} year:2015..2018 has:code", new()),
        6 => new("topic and depth", $"{Word()} topic:\"Topic {1 + _random.Next(Topics)}\" depth:skimmed", new()),
        7 => new("facet chosen", Word(), new(Year: "2018")),
        _ => new("without", $"{Word()} -{Word()} \"{Word()}\"", new()),
    });

    private void ReadFrequencies()
    {
        var sum = 0L;
        foreach (var line in File.ReadLines(Repository.At("tests/Roundup.Tests/Data/Words/frequencies.txt")))
        {
            var parts = line.Split(' ');
            _words.Add(parts[0]);
            _sums.Add(sum += long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private void ReadReal(string file)
    {
        if (!File.Exists(file)) return;
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line) _real.Add(JsonSerializer.Deserialize<Described>(line, JsonSerializerOptions.Web)!);
    }

    // Real ones stand among the made-up ones, not before or after them.
    private Described Describe(int n) =>
        _real.Count > 0 && n % 5 < 2 ? _real[n / 5 * 2 % _real.Count + n % 5] : new(Text(10), [Text(2), Text(2), Text(2)], Text(190));

    private string Word()
    {
        var at = _sums.BinarySearch(_random.NextInt64(_sums[^1]));
        return _words[at < 0 ? ~at : Math.Min(at + 1, _words.Count - 1)];
    }

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    // One row of each kind goes through the model; the others are copies with other words, for which the model would take a quarter of an hour.
    private async Task SeedAsync(RoundupDb db)
    {
        var paper = new Paper("First", Start);
        Assert.Null(paper.Describe(Typeset.Line("First"), ["A"], PlainText.Render("x"), "V", "", Start));
        paper.Classify(PaperKind.Preprint, new(2018, 1, 1), PaperImprint.None, Start);
        var issue = new Issue(1, Start);
        Assert.Null(issue.Name("First", "", Start));
        Assert.Null(SafeMarkdown.Render("x", ProseKind.Editorial, out var words));
        issue.Add(paper, Start).Opine("", words, Start);
        Assert.Null(issue.Publish("I", Start));
        db.Add(issue);
        for (var n = 1; n <= Topics; n++)
        {
            Assert.Null(Topic.Open($"Topic {n}", Start, out var topic));
            db.Add(topic);
        }

        Assert.Null(await db.SaveAsync());
        await db.Database.OpenConnectionAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await using var together = await db.Database.BeginTransactionAsync();
        var (published, isSqlite) = (Start, db.Database.IsSqlite());
        for (var n = 2; n <= Papers / 10; n++)
        {
            published = Start.AddDays(n / 2);
            await CopyAsync(db, "Issues", ("Id", n), ("Number", n), ("Title", Text(4)), ("PublishedAt", isSqlite ? published.UtcTicks : published));
        }

        for (var n = 2; n <= Papers; n++)
        {
            var about = Describe(n);
            await CopyAsync(db, "Papers", ("Id", n), ("Title", about.Title), ("Authors", JsonSerializer.Serialize(about.Authors)), ("AbstractSource", about.Abstract), ("Venue", $"Venue {n % 60}"),
                ("PublishedOn", $"{2012 + n % 14}-05-01"), ("Links", n % 3 == 0 ? "[{\"kind\":\"Code\",\"url\":\"https://github.com/a/b\"}]" : "[]"));
            await CopyAsync(db, "Entries", ("Id", n), ("PaperId", n), ("IssueId", Math.Max(1, n / 10)));
            await CopyAsync(db, "Opinions", ("Id", n), ("EntryId", n), ("WordsHtml", $"<p>{Text(60)}</p>"), ("Depth", n % 4 + 1));
        }

        // Some topics have thousands of papers and most have few; a paper is of two.
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "PaperTopics" ("PaperId", "TopicId")
            SELECT "Id", 1 + ("Id" * 7919 % 1000) * ("Id" * 7919 % 1000) * {Topics} / 2000000 FROM "Papers" UNION SELECT "Id", {Topics} / 2 + 1 + "Id" % ({Topics} / 2) FROM "Papers"
            """);
        await db.Database.ExecuteSqlAsync($"DELETE FROM \"SearchDue\"");
        await together.CommitAsync();
    }

    private readonly Dictionary<string, System.Data.Common.DbCommand> _copies = [];

    private async Task CopyAsync(RoundupDb db, string table, params (string Name, object Value)[] others)
    {
        if (!_copies.TryGetValue(table, out var command))
        {
            _copies[table] = command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            var columns = db.Model.GetRelationalModel().FindTable(table, null)!.Columns;
            var values = columns.Select(c => others.Any(o => o.Name == c.Name) ? $"CAST(@{c.Name} AS {c.StoreType})" : $"\"{c.Name}\"");
            command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) SELECT {string.Join(", ", values)} FROM \"{table}\" WHERE \"Id\" = 1";
            foreach (var (name, value) in others) command.Set(name, value);
            await command.PrepareAsync();
        }

        foreach (var (name, value) in others) command.Set(name, value);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>CPU time of this process, and of the server that works for it where there is one (Linux: /proc/PID/schedstat, in ns).</summary>
    private sealed class Meter(Engine engine, string? server)
    {
        public Engine Engine => engine;

        public static async Task<Meter> OfAsync(RoundupDb db)
        {
            if (db.Database.IsSqlite()) return new(Engine.Sqlite, null);
            var server = await db.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").SingleAsync();
            return new(Engine.Postgres, $"/proc/{server}/schedstat");
        }

        public TimeSpan Read()
        {
            var here = Environment.CpuUsage.TotalTime;
            if (server is null) return here;
            var spent = File.ReadAllText(server).Split(' ')[0];
            return here + TimeSpan.FromMicroseconds(long.Parse(spent, System.Globalization.CultureInfo.InvariantCulture) / 1000);
        }
    }
}
