using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Data.Search;
using Roundup.Data.Starting;
using Roundup.Data.Topics;
using Roundup.Formats;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Search;
using Roundup.Model.Topics;

namespace Roundup.Tests.Data;

public sealed class Topics_and_authors
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_merged_topic_takes_papers_and_addresses_along(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await FileAsync(database, ("One", "LLMs"), ("Two", "LLMs, Language models"), ("Three", "Language models"));

        await using (var db = database.Open())
        {
            var (from, into) = (await db.TopicAtAsync("llms"), await db.TopicAtAsync("language-models"));
            Assert.Null(await db.MergeTopicsAsync(from!, into!.Id));
        }

        await using var read = database.Open();
        var topic = await read.Topics.Include(t => t.Papers).Include(t => t.Slugs).AsSplitQuery().SingleAsync();
        Assert.Equal(["One", "Three", "Two"], topic.Papers.Select(p => p.Title).Order());
        Assert.Equal(["language-models", "llms"], topic.Slugs.Select(s => s.Slug).Order());
        Assert.Equal(topic.Id, (await read.TopicAtAsync("llms"))!.Id);
        // Whoever types the former name gets the topic that it went into.
        Assert.Equal(topic.Id, Assert.Single(await read.TopicsNamedAsync(["LLMs"], Now)).Id);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Two_topics_of_one_key_are_a_sentence(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var one = database.Open();
        await using var other = database.Open();
        await one.TopicsNamedAsync(["Model editing"], Now);
        await other.TopicsNamedAsync(["model  editing"], Now);

        Assert.Null(await one.SaveAsync());
        Assert.Equal("Name", (await other.SaveAsync())?.Field);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_topic_that_goes_while_a_paper_gets_it_is_a_sentence(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await FileAsync(database, ("One", "LLMs"), ("Two", "Language models"));
        await using var giver = database.Open();
        var paper = await giver.Papers.Include(p => p.Topics).SingleAsync(p => p.Title == "Two");
        Assert.Null(paper.File(await giver.TopicsNamedAsync(["LLMs"], Now)));

        await using (var db = database.Open())
        {
            Assert.Null(await db.MergeTopicsAsync((await db.TopicAtAsync("llms"))!, (await db.TopicAtAsync("language-models"))!.Id));
        }

        Assert.NotNull(await giver.SaveAsync());
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_paper_that_gets_a_topic_while_it_is_merged_is_moved_along(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await FileAsync(database, ("One", "LLMs"), ("Two", "Language models"), ("Three", ""));
        await using var merger = database.Open();
        var (from, into) = ((await merger.TopicAtAsync("llms"))!, (await merger.TopicAtAsync("language-models"))!.Id);

        var merging = await WhileGivingAsync(database, engine, () => merger.MergeTopicsAsync(from, into));

        Assert.Null(merging);
        Assert.Equal(["Language models"], await TopicsAsync(database, 3));
        Assert.Equal(["Language models"], await TopicsAsync(database, 1));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_topic_that_a_paper_gets_while_it_is_deleted_stays(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await FileAsync(database, ("One", ""), ("Two", ""), ("Three", ""));
        await using var deleter = database.Open();
        await deleter.TopicsNamedAsync(["LLMs"], Now);
        Assert.Null(await deleter.SaveAsync());
        var topic = (await deleter.TopicAtAsync("llms"))!;

        var deleting = await WhileGivingAsync(database, engine, () => deleter.RemoveTopicAsync(topic));

        Assert.Contains("One paper is about it", deleting?.Sentence, StringComparison.Ordinal);
        Assert.Equal(["LLMs"], await TopicsAsync(database, 3));
    }

    // Paper 3 gets the topic in a transaction that is not at its end when the other one begins.
    private static async Task<Roundup.Model.Refusal?> WhileGivingAsync(TestDatabase database, Engine engine, Func<Task<Roundup.Model.Refusal?>> work)
    {
        await using var giver = database.Open();
        await using var giving = await giver.Database.BeginTransactionAsync();
        Assert.Null((await giver.PaperAsync(3))!.File(await giver.TopicsNamedAsync(["LLMs"], Now)));
        Assert.Null(await giver.SaveAsync());

        var other = Task.Run(work);
        while (engine is Engine.Postgres && !other.IsCompleted)
        {
            await using var watch = database.Open();
            var waiting = await watch.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_locks AS l JOIN pg_stat_activity AS a USING (pid) WHERE NOT l.granted AND a.datname = current_database()").SingleAsync();
            if (waiting > 0) break;
        }

        await giving.CommitAsync();
        return await other;
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_merge_of_many_papers_is_written_down_for_the_search(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var db = database.Open())
        {
            var (one, other) = ((await db.TopicsNamedAsync(["One"], Now))[0], (await db.TopicsNamedAsync(["Other"], Now))[0]);
            var issue = new Issue(1, Now);
            foreach (var n in Enumerable.Range(1, 900))
            {
                var paper = Paper($"Paper {n}");
                Assert.Null(paper.File(n % 3 == 0 ? [one, other] : [one]));
                issue.Add(paper, Now);
            }

            Assert.Null(issue.Name("All", "", Now));
            Assert.Null(issue.Publish("I", Now));
            db.Add(issue);
            Assert.Null(await db.SaveAsync());
            while (await db.CatchUpSearchAloneAsync() > 0) { }
        }

        await using (var db = database.Open())
        {
            Assert.Null(await db.MergeTopicsAsync((await db.TopicAtAsync("one"))!, (await db.TopicAtAsync("other"))!.Id));
            Assert.Empty(db.ChangeTracker.Entries<Paper>());
            while (await db.CatchUpSearchAloneAsync() > 0) { }
        }

        await using var read = database.Open();
        Assert.Equal(900, await read.Topics.Where(t => t.Key == "other").Select(t => t.Papers.Count).SingleAsync());
        Assert.Equal(900, (await read.SearchAsync(SearchQuery.Empty, new(Topic: "other"), 0, 1)).Total);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Topics_of_merged_papers_join_and_part_again(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await FileAsync(database, ("One", "Editing"), ("Two", "Editing, Models"));
        int merge;
        await using (var db = database.Open())
        {
            var (refusal, made) = await db.MergeAsync((await db.PaperAsync(1))!, (await db.PaperAsync(2))!, "Ines", "", Now);
            Assert.Null(refusal);
            Assert.Null(await db.SaveAsync());
            merge = made!.Id;
        }

        Assert.Equal(["Editing", "Models"], await TopicsAsync(database, 1));
        await using (var db = database.Open())
        {
            var (refusal, left) = await db.UndoAsync(merge, "Ines", Now);
            Assert.Null(refusal);
            Assert.Empty(left);
            Assert.Null(await db.SaveAsync());
        }

        Assert.Equal(["Editing"], await TopicsAsync(database, 1));
        Assert.Equal(["Editing", "Models"], await TopicsAsync(database, 2));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Authors_follow_the_papers_own_list_in_the_same_save(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var db = database.Open())
        {
            db.Add(Paper("One", "Kevin Meng", "🙂", "Bau, David"));
            Assert.Null(await db.SaveAsync());
            // The same context saves again.
            Assert.Null(await db.SaveAsync());
        }

        Assert.Equal(["0 Kevin Meng kevin-meng", "2 Bau, David david-bau"], await AuthorsAsync(database));
        await using (var db = database.Open())
        {
            var paper = await db.Papers.SingleAsync();
            Assert.Null(paper.Describe(Typeset.Line("One"), ["David Bau", "Alex Andonian", "Yonatan Belinkov", "Kevin Meng"], paper.Abstract, "", "", Now));
            Assert.Null(await db.SaveAsync());
        }

        Assert.Equal(["0 David Bau david-bau", "1 Alex Andonian alex-andonian", "2 Yonatan Belinkov yonatan-belinkov", "3 Kevin Meng kevin-meng"], await AuthorsAsync(database));
        await using (var db = database.Open())
        {
            var paper = await db.Papers.SingleAsync();
            Assert.Null(paper.Describe(Typeset.Line("One"), [], paper.Abstract, "", "", Now));
            Assert.Null(await db.SaveAsync());
        }

        Assert.Empty(await AuthorsAsync(database));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Papers_from_before_authors_had_rows_get_them(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var db = database.Open())
        {
            db.AddRange(Enumerable.Range(1, 1203).Select(n => Paper($"Paper {n}", $"Ada {n}", "Bo Two")));
            Assert.Null(await db.SaveAsync());
            await db.PaperAuthors.ExecuteDeleteAsync();
        }

        await using (var db = database.Open()) await db.AdoptAuthorsAsync(CancellationToken.None);
        await using var read = database.Open();
        Assert.Equal(2406, await read.PaperAuthors.CountAsync());
        Assert.Equal(1203, await read.PaperAuthors.CountAsync(a => a.Key == "bo-two"));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Topics_of_a_version_whose_keys_had_no_marks_get_theirs(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await FileAsync(database, ("One", "C++, LLMs"));
        await using (var db = database.Open())
        {
            await db.Set<TopicSlug>().Where(s => s.Slug.StartsWith("c-")).ExecuteUpdateAsync(s => s.SetProperty(x => x.Slug, "c"));
            await db.Topics.Where(t => t.Name == "C++").ExecuteUpdateAsync(t => t.SetProperty(x => x.Key, "c").SetProperty(x => x.Slug, "c"));
        }

        foreach (var _ in new[] { 1, 2 })
        {
            await using var db = database.Open();
            await db.AdoptTopicKeysAsync(Now, CancellationToken.None);
        }

        await using var read = database.Open();
        var topic = await read.Topics.Include(t => t.Slugs).SingleAsync(t => t.Name == "C++");
        Assert.Equal(("c++", Topic.SlugOf("C++")), (topic.Key, topic.Slug));
        Assert.Equal(["c", topic.Slug], topic.Slugs.Select(s => s.Slug).Order(StringComparer.Ordinal));
        Assert.Equal(topic.Id, Assert.Single(await read.TopicsNamedAsync(["C++"], Now)).Id);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Papers_and_authors_of_a_version_that_made_keys_otherwise_get_theirs(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var db = database.Open())
        {
            db.AddRange(Paper("Łódź", "Xin Gao"), Paper("Two", "山田 太郎"), Paper("Three", "Kevin Meng"));
            Assert.Null(await db.SaveAsync());
            await db.Papers.Where(p => p.Title == "Łódź").ExecuteUpdateAsync(p => p.SetProperty(x => x.TitleKey, "łodz"));
            await db.Papers.Where(p => p.Title == "Two").ExecuteUpdateAsync(p => p.SetProperty(x => x.SurnameKey, "太郎"));
            await db.PaperAuthors.Where(a => a.Name == "Xin Gao").ExecuteUpdateAsync(a => a.SetProperty(x => x.Key, "xingao"));
            await db.Database.ExecuteSqlAsync($"ALTER TABLE \"Papers\" DROP COLUMN \"Imprint_IssuedOn\"");
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%_CitedDatesAndNames'");
            await db.Database.MigrateAsync();
            Assert.Equal(["", "", "three"], await db.Papers.OrderBy(p => p.Id).Select(p => p.TitleKey).ToListAsync());
        }

        await using (var db = database.Open()) await new DatabaseStart(db, TimeProvider.System, NullLogger<DatabaseStart>.Instance).RunAsync();

        await using var read = database.Open();
        Assert.Equal(["lodz gao", "two 山田", "three meng"], await read.Papers.OrderBy(p => p.Id).Select(p => p.TitleKey + " " + p.SurnameKey).ToListAsync());
        Assert.Equal(["xin-gao", "山田-太郎", "kevin-meng"], await read.PaperAuthors.OrderBy(a => a.PaperId).Select(a => a.Key).ToListAsync());
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Topics_of_a_version_that_told_letters_apart_get_their_keys_and_one_that_is_taken_harms_no_other(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await FileAsync(database, ("One", "Łódź, Lodz days, Ørsted"));
        await using (var db = database.Open())
        {
            await db.Topics.Where(t => t.Name == "Łódź").ExecuteUpdateAsync(t => t.SetProperty(x => x.Key, "łodz").SetProperty(x => x.Name, "Łodz days"));
            await db.Set<TopicSlug>().Where(s => s.Slug == "orsted").ExecuteUpdateAsync(s => s.SetProperty(x => x.Slug, "rsted-0123456789"));
            await db.Topics.Where(t => t.Name == "Ørsted").ExecuteUpdateAsync(t => t.SetProperty(x => x.Key, "ørsted").SetProperty(x => x.Slug, "rsted-0123456789"));
        }

        await using (var db = database.Open()) await db.AdoptTopicKeysAsync(Now, CancellationToken.None);

        await using var read = database.Open();
        Assert.Equal(["lodzdays", "orsted", "łodz"], (await read.Topics.Select(t => t.Key).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal("Ørsted", (await read.TopicAtAsync("rsted-0123456789"))!.Name);
        Assert.Equal("Ørsted", (await read.TopicAtAsync("orsted"))!.Name);
    }

    private static Paper Paper(string title, params string[] authors)
    {
        var paper = new Paper(title, Now);
        Assert.Null(paper.Describe(Typeset.Line(title), authors, PlainText.Render("x"), "", "", Now));
        return paper;
    }

    private static async Task FileAsync(TestDatabase database, params (string Title, string Topics)[] papers)
    {
        foreach (var (title, topics) in papers)
        {
            await using var db = database.Open();
            var paper = Paper(title);
            Assert.Null(TopicNames.Read(topics, out var names));
            Assert.Null(paper.File(await db.TopicsNamedAsync(names, Now)));
            db.Add(paper);
            Assert.Null(await db.SaveAsync());
        }
    }

    private static async Task<IEnumerable<string>> TopicsAsync(TestDatabase database, int paper)
    {
        await using var db = database.Open();
        return (await db.PaperAsync(paper))!.Topics.Select(t => t.Name).Order();
    }

    private static async Task<IEnumerable<string>> AuthorsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return (await db.PaperAuthors.OrderBy(a => a.Position).ToListAsync()).Select(a => $"{a.Position} {a.Name} {a.Key}");
    }
}
