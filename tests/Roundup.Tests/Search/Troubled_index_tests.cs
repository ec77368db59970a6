using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Roundup.Data;
using Roundup.Data.Search;
using Roundup.Formats;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Search;
using Roundup.Tests.Data;

namespace Roundup.Tests.Search;

/// <summary>Documents that the database refuses, and an index that is not there.</summary>
public sealed class Troubled_index_tests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_document_that_cannot_be_made_stops_no_other_and_is_said_once(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        using var log = new Heard();
        await SeedAsync(database);
        await using var db = database.Open(log.Factory);
        await RefuseAsync(db, engine, "Beta");
        for (var round = 1; round <= 2; round++)
        {
            var venue = $"Place {round}";
            await db.Papers.ExecuteUpdateAsync(p => p.SetProperty(x => x.Venue, venue));

            Assert.Equal(3, await db.CatchUpSearchAloneAsync());
            Assert.Equal(0, await db.CatchUpSearchAloneAsync());
            Assert.Equal(["Alpha", "Gamma"], await FindAsync(db, $"venue:\"{venue}\""));
            Assert.Empty(await FindAsync(db, "beta"));
        }

        Assert.Equal($"Paper {await IdAsync(db, "Beta")} can't be put into the search's index", Assert.Single(log.Lines).Split(" and is not found")[0]);
        Assert.NotNull(Assert.Single(log.Troubles));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_save_is_kept_and_its_paper_is_found_once_it_can_be(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        using var log = new Heard();
        await SeedAsync(database);
        await using var db = database.Open(log.Factory);
        await RefuseAsync(db, engine, "Beta");
        await NameAsync(db, "Beta", "Beta, renamed");

        Assert.Equal("Beta, renamed", (await db.Papers.AsNoTracking().SingleAsync(p => p.Title.StartsWith("Beta"))).Title);
        // Found by nobody rather than as it was.
        Assert.Empty(await FindAsync(db, "beta"));
        Assert.Equal(["Alpha"], await FindAsync(db, "alpha"));
        Assert.Single(log.Lines);

        await db.Database.ExecuteSqlRawAsync(engine is Engine.Sqlite ? "DROP TRIGGER refuse" : "DROP TRIGGER refuse ON \"SearchFacts\"");
        await NameAsync(db, "Beta, renamed", "Beta again");

        Assert.Equal(["Beta again"], await FindAsync(db, "beta"));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task The_index_is_made_anew_without_it(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        using var log = new Heard();
        await SeedAsync(database);
        await using var db = database.Open(log.Factory);
        await RefuseAsync(db, engine, "Beta");
        foreach (var fromNothing in new[] { true, false })
        {
            await new SearchRebuild(db).RunAsync(fromNothing, _ => { });

            Assert.False(await new SearchRebuild(db).IsNeededAsync());
            Assert.Equal(["Alpha", "Gamma"], await FindAsync(db, "study"));
            // Typed words are found by a vocabulary, which a batch that was taken back has not taken along.
            Assert.Equal(["Gamma"], await FindAsync(db, "gamm"));
        }

        Assert.Single(log.Lines);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Without_its_table_nothing_is_lost_and_nothing_is_silent(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        using var log = new Heard();
        await SeedAsync(database);
        await using var db = database.Open(log.Factory);
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"SearchFacts\" RENAME TO \"Away\"");
        await NameAsync(db, "Beta", "Beta, renamed");
        Assert.StartsWith("The search's index could not follow a save", Assert.Single(log.Lines));
        for (var times = 0; times < 3; times++)
        {
            Assert.Empty(await db.PapersLinkingToAsync("", [1], [1], 5));
            Assert.Empty((await db.FacetsAsync()).Years);
        }

        Assert.StartsWith("The search's index can't be read", Assert.Single(log.Lines.Skip(1)));
        Assert.Equal(2, log.Troubles.Count(t => t is System.Data.Common.DbException));

        await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Away\" RENAME TO \"SearchFacts\"");
        Assert.NotEqual(0, await db.CatchUpSearchAloneAsync());
        Assert.Equal(["Beta, renamed"], await FindAsync(db, "renamed"));
    }

    private static async Task NameAsync(RoundupDb db, string from, string to)
    {
        Assert.Null((await db.Papers.SingleAsync(p => p.Title == from)).Describe(Typeset.Line(to), ["A"], PlainText.Render("We study it."), "", "", Now));
        Assert.Null(await db.SaveAsync());
    }

    private static async Task<string[]> FindAsync(RoundupDb db, string asked) =>
        [.. (await db.SearchAsync(SearchQuery.Read(asked)!, new(), 0, 20)).Documents.Where(d => d.Key.Kind is SearchKind.Paper).Select(d => d.Title).Order()];

    private static Task<int> IdAsync(RoundupDb db, string title) => db.Papers.Where(p => p.Title == title).Select(p => p.Id).SingleAsync();

    private static async Task RefuseAsync(RoundupDb db, Engine engine, string title)
    {
        var id = await IdAsync(db, title);
        var number = await db.Database.SqlQuery<long>($"SELECT \"Number\" AS \"Value\" FROM \"SearchDocuments\" WHERE \"Kind\" = 0 AND \"Ref\" = {id}").SingleAsync();
        await db.Database.ExecuteSqlRawAsync(engine is Engine.Sqlite
            ? $"CREATE TRIGGER refuse BEFORE INSERT ON \"SearchFacts\" WHEN new.\"Number\" = {number} BEGIN SELECT RAISE(ABORT, 'refused'); END"
            : $"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$; CREATE TRIGGER refuse BEFORE INSERT ON \"SearchFacts\" FOR EACH ROW WHEN (new.\"Number\" = {number}) EXECUTE FUNCTION refuse()");
    }

    private static async Task SeedAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var issue = new Issue(1, Now);
        Assert.Null(issue.Name("Shelf", "First things", Now));
        foreach (var title in new[] { "Alpha", "Beta", "Gamma" })
        {
            var paper = new Paper(title, Now);
            Assert.Null(paper.Describe(Typeset.Line(title), ["A"], PlainText.Render("We study it."), "", "", Now));
            issue.Add(paper, Now);
        }

        Assert.Null(issue.Publish("Ines", Now));
        db.Add(issue);
        Assert.Null(await db.SaveAsync());
    }

    /// <summary>What a log was told of the search.</summary>
    private sealed class Heard : ILoggerProvider
    {
        private readonly ConcurrentQueue<(string Line, Exception? Trouble)> _all = new();

        public Heard() => Factory = LoggerFactory.Create(log => log.AddProvider(this));

        public ILoggerFactory Factory { get; }

        public IReadOnlyList<string> Lines => [.. _all.Select(a => a.Line)];

        public IReadOnlyList<Exception?> Troubles => [.. _all.Select(a => a.Trouble)];

        public ILogger CreateLogger(string categoryName) => new Ear(categoryName is "Roundup.Data.Search" ? _all : new());

        public void Dispose()
        {
        }
    }

    private sealed class Ear(ConcurrentQueue<(string Line, Exception? Trouble)> all) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => all.Enqueue((formatter(state, exception), exception));
    }
}
