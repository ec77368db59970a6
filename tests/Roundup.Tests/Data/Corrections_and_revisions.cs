using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Tests.Data;

public sealed class Corrections_and_revisions
{
    private static readonly DateTimeOffset Now = new(2026, 3, 29, 1, 30, 0, TimeSpan.Zero);
    private static readonly Writer Ann = new(null, "Ann");

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task One_copy_exists_at_a_time_whoever_is_quicker(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await PublishAsync(database, "A", "B");
        await using var slow = database.Open();
        Assert.Null((await slow.Issues.Whole.SingleAsync()).Change(Now, out var late));
        slow.Add(late!);

        await using (var quick = database.Open()) Assert.Null(await quick.ChangeAsync(1, Now));

        Assert.NotNull(await slow.SaveAsync());
        await using var twice = database.Open();
        Assert.Null(await twice.ChangeAsync(1, Now));
        Assert.Equal(1, await twice.Issues.WorkingCopies.CountAsync());
        Assert.Equal(2, await twice.Issues.NextNumberAsync());
        Assert.Empty(await twice.Issues.Drafts.ToListAsync());
    }

    [Theory, InlineData(Engine.Sqlite, false), InlineData(Engine.Postgres, false), InlineData(Engine.Sqlite, true), InlineData(Engine.Postgres, true)]
    public async Task A_correction_keeps_the_ids_that_readers_know_and_takes_the_history_along(Engine engine, bool isCopyFirst)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var known = await PublishAsync(database, "A", "B", "C");
        await using (var db = database.Open()) Assert.Null(await db.ChangeAsync(1, Now));
        int added, said;
        await using (var db = database.Open())
        {
            var copy = (await db.Issues.Whole.AtWorkAsync(1))!;
            var entry = copy.Add(new Paper("D", Now), Now);
            entry.Opine("", Prose("On D."), Now);
            var second = copy.Entries[0].Opine("Bo", Prose("Bo on A."), Now);
            // One of the same person takes the place of the first.
            copy.Entries[1].Withdraw(copy.Entries[1].Opinions[0]);
            copy.Entries[1].Opine("", Prose("Anew on B."), Now, known[1].Opinions[0].PersonId);
            copy.Entries[0].Opinions[0].Rewrite(Prose("Better on A."), Now);
            Assert.Null(copy.Remove(copy.Entries[2], Now));
            Assert.Null(copy.Move(entry, 0, Now));
            await db.KeepRevisionsAsync(Ann, Now);
            Assert.Null(await db.SaveAsync());
            (added, said) = (entry.Id, second.Id);
        }

        await using (var db = database.Open())
        {
            // In whatever order the two were read.
            if (isCopyFirst) await db.Issues.WorkingCopies.Whole.LoadAsync();
            var (original, copy) = (await db.Issues.Originals.Whole.SingleAsync(), await db.Issues.WorkingCopies.Whole.SingleAsync());
            Assert.Null(await db.CorrectAsync(original, copy, "", "Ann", Now.AddDays(1)));
            Assert.Null(await db.SaveAsync());
        }

        await using var read = database.Open();
        var issue = await read.Issues.Whole.Include(i => i.Corrections).SingleAsync();
        Assert.Equal([(added, "D"), (known[0].Id, "A"), (known[1].Id, "B")], issue.Entries.Select(e => (e.Id, e.Paper.Title)));
        Assert.Equal([(known[0].Opinions[0].Id, "Better on A."), (said, "Bo on A.")], issue.Entries[1].Opinions.Select(o => (o.Id, o.Words.Source)));
        Assert.Equal(["On D."], issue.Entries[0].Opinions.Select(o => o.Words.Source));
        Assert.Equal(["Anew on B."], issue.Entries[2].Opinions.Select(o => o.Words.Source));
        Assert.Equal("The opinion on 2 papers, 1 paper added, and 1 paper taken out.", Assert.Single(issue.Corrections).Note);
        Assert.Equal(4, await read.Set<Opinion>().CountAsync());
        var kept = await read.Revisions.Include(r => r.Issue).OrderBy(r => r.Id).ToListAsync();
        Assert.All(kept, r => Assert.False(r.Issue.IsWorkingCopy));
        Assert.Equal(["Better on A.", "On A.", "On B.", "On C."], kept.Select(r => r.Text).Order(StringComparer.Ordinal));
        Assert.Equal(known[0].Opinions[0].Id, kept.First(r => r.Text == "On A.").OpinionId);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_change_that_was_saved_during_a_correction_wins_over_it(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await PublishAsync(database, "A");
        await using (var db = database.Open()) Assert.Null(await db.ChangeAsync(1, Now));
        await using var late = database.Open();
        var (original, copy) = (await late.Issues.Originals.Whole.SingleAsync(), await late.Issues.WorkingCopies.Whole.SingleAsync());
        copy.Frame(Prose("Mine."), copy.Closing, Now);
        await using (var db = database.Open())
        {
            var theirs = (await db.Issues.Whole.AtWorkAsync(1))!;
            theirs.Frame(Prose("Theirs."), theirs.Closing, Now);
            Assert.Null(await db.SaveAsync());
        }

        Assert.Null(await late.CorrectAsync(original, copy, "", "Ann", Now));
        Assert.NotNull(await late.SaveAsync());

        await using var read = database.Open();
        Assert.Equal("Theirs.", (await read.Issues.WorkingCopies.SingleAsync()).Introduction.Source);
        Assert.Empty(await read.Corrections.ToListAsync());
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task What_is_dropped_leaves_its_words_in_the_history(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await PublishAsync(database, "A");
        await using (var db = database.Open())
        {
            Assert.Null(await db.ChangeAsync(1, Now));
            var copy = (await db.Issues.Whole.AtWorkAsync(1))!;
            copy.Entries[0].Opine("Bo", Prose("Bo on A."), Now);
            Assert.Null(await db.SaveAsync());
        }

        await using (var db = database.Open())
        {
            await db.DropAsync(await db.Issues.Originals.Whole.SingleAsync(), await db.Issues.WorkingCopies.Whole.SingleAsync(), Ann, Now);
            Assert.Null(await db.SaveAsync());
        }

        await using var read = database.Open();
        Assert.Equal(1, await read.Issues.CountAsync());
        Assert.Equal(("Bo on A.", "Bo"), await read.Revisions.Select(r => new ValueTuple<string, string>(r.Text, r.By)).SingleAsync());
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_text_keeps_so_many_versions_and_always_its_first(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var issue = new Issue(1, Now);
        db.Add(issue);
        Assert.Null(await db.SaveAsync());
        for (var day = 0; day < Revisions.AtMost + 5; day++)
        {
            issue.Frame(Prose($"Words of day {day}, that are not few."), Prose(""), Now.AddDays(day));
            await db.KeepRevisionsAsync(Ann, Now.AddDays(day));
            Assert.Null(await db.SaveAsync());
        }

        var texts = await db.Revisions.OfNumber(1).OfText(RevisedText.Introduction, null, null).NewestFirst.Select(r => r.Text).ToListAsync();
        Assert.Equal(Revisions.AtMost, texts.Count);
        Assert.Equal(($"Words of day {Revisions.AtMost + 4}, that are not few.", "Words of day 0, that are not few."), (texts[0], texts[^1]));
    }

    private static async Task<IReadOnlyList<Entry>> PublishAsync(TestDatabase database, params string[] titles)
    {
        await using var db = database.Open();
        var person = new Person { UserName = "ann", Name = "Ann", CreatedAt = Now };
        db.Add(person);
        Assert.Null(await db.SaveAsync());
        var issue = new Issue(1, Now);
        Assert.Null(issue.Name("One", "", Now));
        foreach (var title in titles) issue.Add(new Paper(title, Now), Now).Opine("", Prose($"On {title}."), Now, person.Id);
        Assert.Null(issue.Publish("Ann", Now));
        db.Add(issue);
        Assert.Null(await db.SaveAsync());
        return issue.Entries;
    }

    private static Prose Prose(string markdown)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose;
    }
}
