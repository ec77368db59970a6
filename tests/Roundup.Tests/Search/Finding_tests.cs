using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Search;
using Roundup.Data.Starting;
using Roundup.Data.Topics;
using Roundup.Formats;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Search;
using Roundup.Model.Topics;
using Roundup.Sources;
using Roundup.Tests.Data;
using Prose = Roundup.Model.Text.Prose;

namespace Roundup.Tests.Search;

public sealed class Finding_tests
{
    private static readonly PaperFinder Finder = new();
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task What_is_published_is_found_by_every_field_and_nothing_else(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database);
        await using var db = database.Open();

        foreach (var (asked, found) in new (string, string[])[]
        {
            ("locating", ["Locating and Editing"]), ("\"editing facts\"", ["Locating and Editing"]), ("\"facts editing\"", []), ("loc", ["Locating and Editing"]),
            ("author:meng", ["Locating and Editing"]), ("author:\"kevin meng\"", ["Locating and Editing"]), ("author:\"meng kevin\"", []),
            ("author:\"Meng, Kevin\"", ["Locating and Editing"]), ("author: meng", ["Locating and Editing"]), ("https://doi.org/10.48550/arXiv.2202.05262", ["Locating and Editing"]),
            ("year:..2021", ["Société d’été"]), ("year:2021..", ["Locating and Editing"]), ("year:2022..2022", ["Locating and Editing"]), ("year:..", ["Société d’été", "Locating and Editing"]), ("year:820", []),
            ("arXiv:2202.05262v3", ["Locating and Editing"]), ("topic:\"model editing\"", ["Locating and Editing"]), ("-topic:model-editing societe", ["Société d’été"]),
            ("year:2022", ["Locating and Editing"]), ("year:2020..2021", ["Société d’été"]), ("venue:neurips has:code", ["Locating and Editing"]), ("has:code -author:meng", []),
            ("depth:skimmed", ["Locating and Editing"]), ("depth:ran", []), ("wonderful", ["Locating and Editing"]), ("introducing", ["First things"]), ("ete", ["Société d’été"]),
            ("知識", ["Société d’été"]), ("識知", []), ("secret", []), ("draftopinion", []), ("topic:nosuch", []), ("') OR 1=1 --", []), ("\"\" NEAR AND", []),
        })
        {
            var reply = await db.SearchAsync(SearchQuery.Read(asked, fragment => Finder.Recognise(fragment))!, new(), 0, 20);
            Assert.True(found.SequenceEqual(reply.Documents.Select(d => d.Title)), $"{asked}: {string.Join(" | ", reply.Documents.Select(d => d.Title))}");
        }

        var narrowed = await db.SearchAsync(SearchQuery.Empty, new(Year: "2022"), 0, 20);
        Assert.Equal(["2022 1", "2020 1"], narrowed.Facets.Years.Select(y => $"{y.Value} {y.Count}"));
        Assert.Equal(1, narrowed.Facets.WithCode);
        Assert.Equal(["model-editing 1"], narrowed.Facets.Topics.Select(t => $"{t.Value} {t.Count}"));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task The_index_is_in_step_with_every_kind_of_change(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database);
        await InStepAsync(database, "published");
        await ChangeAsync(database, "opinion", async db => (await db.Set<Opinion>().SingleAsync(o => o.Words.Source.Contains("wonderful"))).Rewrite(Words("Dreadful."), Now));
        await ChangeAsync(database, "title", async db => Assert.Null((await db.Papers.SingleAsync(p => p.Venue == "NeurIPS")).Describe(Typeset.Line("Renamed"), ["A B"], PlainText.Render("other words"), "ICLR", "", Now)));
        await ChangeAsync(database, "identifier", async db => (await db.Papers.Include(p => p.Identifiers).SingleAsync(p => p.Venue == "ICLR")).Identify(new(PaperScheme.Doi, "10.1/x")));
        await ChangeAsync(database, "theme", CorrectAsync);
        await ChangeAsync(database, "topic taken", async db => db.Remove(await db.Topics.SingleAsync()));
        await ChangeAsync(database, "draft out", async db => Assert.Null((await db.Issues.Include(i => i.Entries).ThenInclude(e => e.Paper).SingleAsync(i => i.Number == 2)).Publish("I", Now.AddDays(7))));
        await ChangeAsync(database, "entry gone", async db => db.Remove(await db.Entries.FirstAsync(e => e.Issue.Number == 1 && e.Position == 0)));
        await ChangeAsync(database, "code gone", db => db.Papers.ExecuteUpdateAsync(p => p.SetProperty(x => EF.Property<List<PaperLink>>(x, "_links"), [Dead])), "has:code", 0);
        await ChangeAsync(database, "past the context", db => db.Issues.ExecuteUpdateAsync(i => i.SetProperty(x => x.Title, "Straight")));
        await ChangeAsync(database, "issue withdrawn", db => db.Issues.Where(i => i.Number == 2).ExecuteDeleteAsync());
    }

    private static readonly PaperLink Dead = new(LinkKind.Code, "https://github.com/kmeng01/rome") { Health = new(2, new(2026, 10, 1)) };

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Years_of_every_age_and_names_with_marks_are_found(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var seeding = database.Open())
        {
            var issue = new Issue(1, Now);
            foreach (var (title, year) in new[] { ("Algebra", 820), ("Logic in C", 1854), ("Machines in C++", 1936), ("Far in C#", 2350) })
            {
                var paper = new Paper(title, Now);
                paper.Classify(PaperKind.Article, new(year, 1, 1), PaperImprint.None, Now);
                issue.Add(paper, Now);
            }

            Assert.Null(issue.Name("All", "", Now));
            Assert.Null(issue.Publish("I", Now));
            seeding.Add(issue);
            Assert.Null(await seeding.SaveAsync());
        }

        await using var db = database.Open();
        foreach (var (asked, found) in new[]
        {
            ("year:820", "Algebra"), ("year:0820", "Algebra"), ("year:..1899", "Logic in C, Algebra"), ("year:..819", ""), ("year:821..1936", "Machines in C++, Logic in C"), ("year:1937..", "Far in C#"),
            ("year:..", "Far in C#, Machines in C++, Logic in C, Algebra"), ("year:800..829", "Algebra"), ("year:1854-1854", "Logic in C"),
            ("c", "Logic in C"), ("c++", "Machines in C++"), ("in c#", "Far in C#"), ("\"in C++\"", "Machines in C++"), ("title:C#", "Far in C#"), ("f*", ""),
        })
            Assert.Equal(found, string.Join(", ", (await db.SearchAsync(SearchQuery.Read(asked)!, new(), 0, 20)).Documents.Where(d => d.Key.Kind is SearchKind.Paper).Select(d => d.Title)));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_choice_by_a_former_name_is_one_of_the_present(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database);
        await using var db = database.Open();
        Assert.Null((await db.Topics.Include(t => t.Slugs).SingleAsync()).Rename("Changing models", Now));
        Assert.Null(await db.SaveAsync());

        foreach (var slug in new[] { "model-editing", "Model-EDITING", "changing-models", "CHANGING-models" })
        {
            var found = await db.SearchAsync(SearchQuery.Empty, new(Topic: slug, Year: "02022"), 0, 20);
            Assert.Equal((new SearchChoice("changing-models", "2022"), 1), (found.Choice, found.Total));
            Assert.Equal("changing-models", Assert.Single(found.Facets.Topics).Value);
        }
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Beyond_a_thousand_older_ones_that_match_where_it_counts_join_and_a_choice_reaches_all(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var seeding = database.Open())
        {
            var issue = new Issue(1, Now);
            for (var n = 0; n < SearchReading.Counted + 20; n++)
            {
                var paper = new Paper("P", Now);
                Assert.Null(paper.Describe(Typeset.Line(n is 1 ? "Common ground" : $"Paper {n}"), ["A"], PlainText.Render("What is common."), "", "", Now));
                paper.Classify(PaperKind.Preprint, new(n < 5 ? 2019 : 2020, 1, 1), PaperImprint.None, Now);
                var entry = issue.Add(paper, Now);
                if (n is 2) entry.Opine("", Words("Uncommonly good, and common sense."), Now);
            }

            Assert.Null(issue.Name("All", "", Now));
            Assert.Null(issue.Publish("I", Now));
            seeding.Add(issue);
            Assert.Null(await seeding.SaveAsync());
            while (await seeding.CatchUpSearchAloneAsync() > 0) { }
        }

        await using var db = database.Open();
        var all = await db.SearchAsync(SearchQuery.Read("common")!, new(), 0, 3);
        var old = await db.SearchAsync(SearchQuery.Read("common")!, new(Year: "2019"), 0, 20);

        Assert.Equal((SearchReading.Counted, true), (all.Total, all.IsMore));
        Assert.Equal(["Paper 2", "Common ground", $"Paper {SearchReading.Counted + 19}"], all.Documents.Select(d => d.Title));
        Assert.Equal((5, false), (old.Total, old.IsMore));
        Assert.Equal(["Paper 2", "Common ground", "Paper 4", "Paper 3", "Paper 0"], old.Documents.Select(d => d.Title));
        Assert.Equal([$"2020 {SearchReading.Counted + 15}", "2019 5"], (await db.FacetsAsync()).Years.Select(y => $"{y.Value} {y.Count}"));
        // What is chosen has its own number, and what can be exchanged for it none, for that was not counted.
        Assert.Equal(["2020 ", "2019 5"], old.Facets.Years.Select(y => $"{y.Value} {y.Count}"));
        Assert.Equal(["2020 "], all.Facets.Years.Select(y => $"{y.Value} {y.Count}"));
        var offered = await db.SearchAsync(SearchQuery.Read("common")!, new(), 0, 3, () => db.FacetsAsync());
        Assert.Equal(["2020 ", "2019 "], offered.Facets.Years.Select(y => $"{y.Value} {y.Count}"));
        Assert.Null(offered.Facets.WithCode);
        Assert.Equal(0, old.Facets.WithCode);
        Assert.Equal(5, (await db.SearchAsync(SearchQuery.Read("common -ground")!, new(Year: "2019"), 0, 20)).Total + 1);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_beginning_of_any_length_finds_every_word_that_goes_on_so_whether_the_vocabulary_is_there_or_not(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database);
        await ChangeAsync(database, "opinion", async db => (await db.Set<Opinion>().SingleAsync(o => o.Words.Source.Contains("wonderful"))).Rewrite(Words("Wonderfully wonderland, wander."), Now));
        foreach (var isThere in new[] { true, false })
        {
            await using var db = database.Open();
            if (!isThere && engine is Engine.Sqlite) Assert.True(await db.Database.ExecuteSqlRawAsync("DELETE FROM \"SearchVocabulary\"") > 5);
            foreach (var (asked, isFound) in new[]
            {
                ("won", true), ("wond", true), ("wonde", true), ("wonder", true), ("wonderf", true), ("wonderful", true), ("wonderfully", true), ("wonderl", true), ("wonderfullyx", false), ("wands", false),
                ("\"wonderfully wond\"", false), ("author:meng", true), ("author:lauren", false), ("author:kevi", true), ("title:editi", true), ("title:locat", true), ("title:wonder", false), ("year:2022 wonder", true),
                ("edit wonderl", false), ("editing wonderl", true), ("-wander wonder", false),
            })
                Assert.True(isFound == (await db.SearchAsync(SearchQuery.Read(asked)!, new(), 0, 20)).Documents.Count > 0, $"{asked}, {isThere}");
        }
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Papers_whose_opinions_link_to_a_paper_are_known_until_the_link_goes(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database);
        await using var db = database.Open();
        var entries = await db.Entries.Where(e => e.Issue.PublishedAt != null).OrderBy(e => e.Position).ToListAsync();
        var (from, to) = (entries[0], entries[1]);
        foreach (var (link, isKnown) in new[]
        {
            ($"/papers/{to.PaperId}", true), ($"/papers/{to.PaperId}/summer?x=1#y", true), ($"/issues/1/first-things#e-{to.Id}", true), ($"/papers/{to.PaperId}0", false),
            ($"/issues/1#e-{to.Id}9", false), ($"https://elsewhere.example/papers/{to.PaperId}", false), ("/papers", false),
            ($"https://Roundup.example/papers/{to.PaperId}/summer", true), ($"https://roundup.example/issues/1/first-things#e-{to.Id}", true), ($"http://roundup.example/papers/{to.PaperId}", false),
        })
        {
            (await db.Set<Opinion>().SingleAsync(o => o.EntryId == from.Id)).Rewrite(Words($"See [it]({link})."), Now);
            Assert.Null(await db.SaveAsync());

            Assert.True(isKnown == (await db.PapersLinkingToAsync("https://roundup.example", [to.PaperId], [to.Id], 10)).SequenceEqual([from.PaperId]), link);
        }
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_link_beside_an_entry_is_known_as_one_in_an_opinion_is(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database);
        await using var db = database.Open();
        var entries = await db.Entries.Where(e => e.Issue.PublishedAt != null).OrderBy(e => e.Position).ToListAsync();
        var (from, to) = (entries[0], entries[1]);
        Task<IReadOnlyList<int>> KnownAsync(string origin) => db.PapersLinkingToAsync(origin, [to.PaperId], [to.Id], 10);

        // As the desk makes it.
        var link = new PaperLink(LinkKind.Related, $"https://roundup.example/issues/1/first-things#e-{to.Id}", "Earlier: issue 1");
        await db.Entries.Where(e => e.Id == from.Id).ExecuteUpdateAsync(e => e.SetProperty(x => EF.Property<List<PaperLink>>(x, "_links"), [link]));
        await db.CatchUpSearchAloneAsync();
        Assert.Equal([from.PaperId], await KnownAsync("https://roundup.example"));
        Assert.Empty(await KnownAsync("https://elsewhere.example"));

        await db.Entries.Where(e => e.Id == from.Id).ExecuteUpdateAsync(e => e.SetProperty(x => EF.Property<List<PaperLink>>(x, "_links"), new List<PaperLink>()));
        await db.CatchUpSearchAloneAsync();
        Assert.Empty(await KnownAsync("https://roundup.example"));
    }

    /// <summary>Also where several instances start at once.</summary>
    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Triggers_of_another_version_are_replaced_at_the_start_and_what_is_found_stays(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(engine is Engine.Sqlite
            ? """
                DROP TRIGGER "Search_Entry_Changed";
                CREATE TRIGGER "Search_Entry_Changed" AFTER UPDATE OF "Position" ON "Entries" BEGIN INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (0, NEW."PaperId"); END;
                CREATE TRIGGER "Search_Former" AFTER UPDATE ON "Entries" BEGIN INSERT INTO "SearchDue" ("Kind", "Ref") VALUES (1, NEW."IssueId"); END;
                """
            : """
                COMMENT ON FUNCTION search_due(integer[]) IS NULL;
                CREATE OR REPLACE TRIGGER "Search_Entry" AFTER UPDATE OF "Position" ON "Entries" FOR EACH ROW EXECUTE FUNCTION search_entry();
                CREATE TRIGGER "Search_Former" AFTER UPDATE ON "Entries" FOR EACH ROW EXECUTE FUNCTION search_entry();
                """);

        await Task.WhenAll(StartAsync(database), StartAsync(database), StartAsync(database));
        var schema = await SchemaAsync(db, engine);
        await StartAsync(database);

        Assert.Equal(schema, await SchemaAsync(db, engine));
        await db.Entries.Where(e => e.Issue.PublishedAt != null && e.Position == 0).ExecuteUpdateAsync(e => e.SetProperty(x => EF.Property<List<PaperLink>>(x, "_links"), [new PaperLink(LinkKind.Related, "https://example.org/")]));
        Assert.Equal(1, await db.CatchUpSearchAloneAsync());
        await InStepAsync(database, "started");
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task The_newest_papers_on_topics_are_known(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        int[] topics;
        await using (var seeding = database.Open())
        {
            var named = await seeding.TopicsNamedAsync(["One", "Other", "Third"], Now);
            for (var number = 1; number <= 9; number++)
            {
                var (issue, paper) = (new Issue(number, Now), new Paper($"Paper {number}", Now));
                Assert.Null(paper.File([named[number % 3]]));
                issue.Add(paper, Now);
                Assert.Null(issue.Name($"Issue {number}", "", Now));
                if (number < 9) Assert.Null(issue.Publish("I", Now.AddDays(number)));
                seeding.Add(issue);
                Assert.Null(await seeding.SaveAsync());
            }

            topics = [.. named.Select(t => t.Id)];
        }

        await using var db = database.Open();
        Assert.Equal([8, 7, 5, 4], await db.PapersOnTopicsAsync(topics[1..], 4));
        Assert.Equal([6, 3], await db.PapersOnTopicsAsync(topics[..1], 60));
        Assert.Empty(await db.PapersOnTopicsAsync([], 60));
        Assert.Empty(await db.PapersOnTopicsAsync([topics.Max() + 1], 60));
    }

    /// <summary>Otherwise SQLite, once it has statistics, asks the index anew for each document.</summary>
    [Fact]
    public async Task The_index_is_asked_first_where_SQLite_has_old_statistics()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await SeedAsync(database);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        await db.Database.ExecuteSqlRawAsync("DELETE FROM sqlite_stat1 WHERE tbl LIKE 'Search%'");
        await db.Database.ExecuteSqlRawAsync("INSERT INTO sqlite_stat1 VALUES ('SearchFacts', NULL, '1')");
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("ANALYZE sqlite_schema");
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + SearchCandidates.Sqlite.Replace("@match", "'\"x\"'", StringComparison.Ordinal).Replace("@below", "99", StringComparison.Ordinal).Replace("@limit", "10", StringComparison.Ordinal);
        await using var plan = await command.ExecuteReaderAsync();
        Assert.True(await plan.ReadAsync());

        Assert.StartsWith("SCAN w VIRTUAL TABLE", plan.GetString(3), StringComparison.Ordinal);
    }

    /// <summary>A migration that makes EF rebuild a watched table on SQLite drops its triggers.</summary>
    [Fact]
    public async Task Triggers_that_went_with_their_table_are_back_after_the_start()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("""DROP TRIGGER "Search_Paper_Changed"; DROP TRIGGER "Search_Paper_Removed";""");

        await StartAsync(database);

        var there = await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Papers'").ToListAsync();
        Assert.Equal(["Search_Paper_Changed", "Search_Paper_Removed"], there.Order(StringComparer.Ordinal));
    }

    private static async Task StartAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await new DatabaseStart(db, TimeProvider.System, NullLogger<DatabaseStart>.Instance).RunAsync();
    }

    // Changes whenever a trigger is made, be it the same.
    private static Task<long> SchemaAsync(RoundupDb db, Engine engine) => db.Database.SqlQueryRaw<long>(engine is Engine.Sqlite
        ? "SELECT schema_version AS \"Value\" FROM pragma_schema_version"
        : "SELECT max(oid::bigint) AS \"Value\" FROM pg_trigger").SingleAsync();

    // As the desk does it: in a copy, which is no readers' until it takes the issue's place.
    private static async Task CorrectAsync(RoundupDb db)
    {
        Assert.Null(await db.ChangeAsync(1, Now));
        Assert.Null(await db.SaveAsync());
        var copy = await db.Issues.WorkingCopies.Whole.SingleAsync();
        Assert.Null(copy.Name("Title", "Other things", Now));
        Assert.Null(await db.SaveAsync());
        Assert.Equal(0, await db.CatchUpSearchAloneAsync());
        Assert.Null(await db.CorrectAsync(await db.Issues.Originals.Whole.SingleAsync(i => i.Number == 1), copy, "", "Ines", Now));
    }

    private static async Task ChangeAsync(TestDatabase database, string what, Func<RoundupDb, Task> change, string asked = "", int found = 0)
    {
        await using (var db = database.Open())
        {
            await change(db);
            Assert.Null(await db.SaveAsync());
            if (what is "code gone" or "past the context" or "issue withdrawn") Assert.NotEqual(0, await db.CatchUpSearchAloneAsync());
        }

        await InStepAsync(database, what);
        if (asked is "") return;

        await using var after = database.Open();
        Assert.Equal(found, (await after.SearchAsync(SearchQuery.Read(asked)!, new(), 0, 20)).Total);
    }

    private static async Task InStepAsync(TestDatabase database, string what)
    {
        await using var db = database.Open();
        Assert.Equal(0, await db.CatchUpSearchAloneAsync());
        var kept = await DumpAsync(db);
        await new SearchRebuild(db).RunAsync(true, _ => { });
        Assert.True(kept == await DumpAsync(db), what);
        await new SearchRebuild(db).RunAsync(false, _ => { });
        Assert.True(kept == await DumpAsync(db), $"{what}, in place");
    }

    private static async Task<string> DumpAsync(RoundupDb db)
    {
        var isSqlite = db.Database.IsSqlite();
        if (isSqlite) await db.Database.ExecuteSqlRawAsync("CREATE VIRTUAL TABLE IF NOT EXISTS temp.\"V\" USING fts5vocab('main', 'SearchWords', 'instance')");
        var words = await db.Database.SqlQueryRaw<string>(isSqlite
            ? "SELECT doc || ' ' || term || ' ' || col || ' ' || \"offset\" AS \"Value\" FROM temp.\"V\" ORDER BY doc, term, col, \"offset\""
            : "SELECT \"Number\" || ' ' || \"Words\"::text AS \"Value\" FROM \"SearchWords\" ORDER BY \"Number\"").ToListAsync();
        var shown = await db.Database.SqlQueryRaw<string>("SELECT d.\"Number\" || ' ' || \"Shown\" || f.\"Facts\" AS \"Value\" FROM \"SearchDocuments\" AS d JOIN \"SearchFacts\" AS f ON f.\"Number\" = d.\"Number\" ORDER BY d.\"Number\"").ToListAsync();
        Assert.NotEmpty(words);
        return string.Join('\n', words.Concat(shown));
    }

    private static Prose Words(string markdown)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose;
    }

    private static async Task SeedAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var editing = new Paper("Locating and Editing", Now);
        editing.Identify(new(PaperScheme.Arxiv, "2202.05262"));
        Assert.Null(editing.Describe(Typeset.Line("Locating and Editing"), ["Kevin Meng", "David Bau"], PlainText.Render("We study editing facts."), "NeurIPS", "", Now));
        editing.Classify(PaperKind.ConferencePaper, new(2022, 2, 10), PaperImprint.None, Now);
        Assert.Null(editing.Relink([new(LinkKind.Code, "https://github.com/kmeng01/rome")], Now));
        var summer = new Paper("Société d’été", Now);
        Assert.Null(summer.Describe(Typeset.Line("Société d’été"), ["Zoë"], PlainText.Render("A model of 知識編集."), "", "", Now));
        summer.Classify(PaperKind.Article, new(2020, 5, 1), PaperImprint.None, Now);
        var first = new Issue(1, Now);
        Assert.Null(first.Name("Shelf", "First things", Now));
        first.Frame(Words("*Introducing* things."), Words("Bye."), Now);
        first.Add(editing, Now).Opine("", Words("This is **wonderful**."), Now).NoteDepth(ReadDepth.Read);
        first.Add(summer, Now);
        Assert.Null(first.Publish("Ines", Now));
        var draft = new Issue(2, Now);
        Assert.Null(draft.Name("Not yet", "", Now));
        draft.Add(new Paper("Secret", Now), Now);
        draft.Add(editing, Now).Opine("", Words("draftopinion"), Now);
        db.AddRange(first, draft);
        Assert.Null(await db.SaveAsync());
        Assert.Null(Topic.Open("Model editing", Now, out var topic));
        db.Add(topic);
        Assert.Null(await db.SaveAsync());
        await db.Database.ExecuteSqlAsync($"INSERT INTO \"PaperTopics\" (\"PaperId\", \"TopicId\") VALUES ({editing.Id}, {topic.Id})");
        await db.CatchUpSearchAloneAsync();
    }
}
