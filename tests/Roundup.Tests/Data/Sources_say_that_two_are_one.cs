using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Tests.Data;

public sealed class Sources_say_that_two_are_one
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly PaperId Arxiv = new(PaperScheme.Arxiv, "2202.05262", 1);
    private static readonly PaperId Doi = new(PaperScheme.Doi, "10.5555/3600270");
    private static readonly PaperId Acl = new(PaperScheme.Acl, "2022.acl-long.568");

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task An_id_that_nobody_has_becomes_another_name(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var id = await AddAsync(database, "Locating and Editing", "Meng", Arxiv);

        var settled = await SettleAsync(database, id, Arxiv with { Version = 5 }, Doi);

        Assert.Equal((id, 0, 0), (settled.Paper.Id, settled.Merges.Count, settled.Unsettled.Count));
        await using var db = database.Open();
        Assert.Equal(["arxiv:2202.05262v1", "doi:10.5555/3600270"], (await db.PaperAsync(id))!.Identifiers.Select(i => i.ToPaperId().ToString()));
    }

    [Theory]
    [InlineData("Locating and Editing Factual Associations in GPT", "Meng", true)]
    [InlineData("Locating & Editing Factual Knowledge", "Meng", true)]
    [InlineData("Locating and Editing Facts", "Bau", false)]
    [InlineData("10.5555/3600270", "", true)]
    [InlineData("Mass-Editing Memory in a Transformer", "Meng", true)]
    [InlineData("Mass-Editing Memory in a Transformer", "Bau", false)]
    [InlineData("An unrelated study of rivers", "Li", false)]
    public async Task An_id_of_another_paper_merges_what_may_be_one_and_leaves_the_rest_to_an_editor(string title, string surname, bool merges)
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var id = await AddAsync(database, "Locating and Editing Factual Associations in GPT", "Meng", Arxiv);
        var other = await AddAsync(database, title, surname, Doi);

        var settled = await SettleAsync(database, other, Arxiv);

        await using var db = database.Open();
        Assert.Equal(merges ? id : other, settled.Paper.Id);
        Assert.Equal(merges, await db.PaperMerges.AnyAsync(m => m.KeptId == id && m.AbsorbedId == other && m.MergedBy == "Crossref"));
        Assert.Equal(merges ? 0 : 1, settled.Unsettled.Count);
        // What was left alone is put to an editor, alike or not, until somebody says.
        Assert.Equal(merges ? 0 : 1, (await db.TwinsAsync()).Count(t => t.FirstId == id && t.SecondId == other));
        Assert.Equal(merges ? 0 : 1, (await db.TwinsOfAsync(PaperLook.Of(await db.Papers.SingleAsync(p => p.Id == id)))).Count);
        Assert.Equal(merges ? id : other, await db.StandsForAsync(other));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task The_paper_that_readers_know_is_kept(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var older = await AddAsync(database, "Locating and Editing", "Meng", Arxiv);
        var published = await AddAsync(database, "Locating and Editing", "Meng", Doi);
        await PublishAsync(database, 1, published);

        Assert.Equal(published, (await SettleAsync(database, older, Doi)).Paper.Id);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Two_that_readers_know_by_two_titles_are_left_to_an_editor(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var one = await AddAsync(database, "Locating and Editing Factual Associations in GPT", "Meng", Arxiv);
        var other = await AddAsync(database, "Locating and Editing Factual Knowledge in GPT", "Meng", Doi);
        await PublishAsync(database, 1, one);
        await PublishAsync(database, 2, other);

        var settled = await SettleAsync(database, one, Doi);

        Assert.Equal((other, 0), (Assert.Single(settled.Unsettled).Id, settled.Merges.Count));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task What_an_editor_parted_no_source_puts_together_again(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var one = await AddAsync(database, "Locating and Editing", "Meng", Arxiv);
        var other = await AddAsync(database, "Locating and Editing", "Meng", Doi);
        await SettleAsync(database, one, Doi);
        await using (var db = database.Open())
        {
            Assert.Null((await db.UndoAsync(await db.PaperMerges.Select(m => m.Id).SingleAsync(), "Ines", Now)).Refusal);
            Assert.Null(await db.SaveAsync());
        }

        Assert.Empty((await SettleAsync(database, one, Doi)).Merges);

        await using var read = database.Open();
        Assert.Equal(other, (await read.Papers.ByKeyAsync([Doi]))[Doi.Key].Id);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Three_papers_that_a_source_calls_one_become_one_with_all_that_was_said(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var first = await AddAsync(database, "Locating and Editing", "Meng", Arxiv);
        var second = await AddAsync(database, "Locating and Editing", "Meng", Doi);
        var third = await AddAsync(database, "Locating and Editing", "Meng", Acl);
        await PublishAsync(database, 1, second);
        await PublishAsync(database, 2, third);

        Assert.Equal(2, (await SettleAsync(database, third, Doi, Arxiv)).Merges.Count);

        await using var db = database.Open();
        var kept = (await db.Papers.ByKeyAsync([Arxiv]))[Arxiv.Key];
        Assert.Equal(3, kept.Identifiers.Count);
        Assert.Equal([kept.Id, kept.Id], await db.Entries.OrderBy(e => e.Id).Select(e => e.PaperId).ToListAsync());
        Assert.Equal([kept.Id, kept.Id, kept.Id], [await db.StandsForAsync(first), await db.StandsForAsync(second), await db.StandsForAsync(third)]);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task What_a_page_says_of_itself_is_asked_about(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var paper = await AddAsync(database, "Locating and Editing", "Meng", Arxiv);
        var page = await AddAsync(database, "Locating and Editing", "Meng", new PaperId(PaperScheme.Url, "https://evil.example/"));

        await using (var db = database.Open())
        {
            var settled = await new PaperIdentity(db).SettleAsync((await db.PaperAsync(page))!, [Arxiv], "page", Now, isBelieved: false);
            Assert.Null(await db.SaveAsync());
            Assert.Equal((page, 0), (settled.Paper.Id, settled.Merges.Count));
        }

        await using var after = database.Open();
        Assert.Equal((paper, page), (await after.TwinsAsync()).Select(t => (t.FirstId, t.SecondId)).Single());
    }

    private static async Task<Settlement> SettleAsync(TestDatabase database, int paper, params PaperId[] others)
    {
        await using var db = database.Open();
        var settled = await new PaperIdentity(db).SettleAsync((await db.PaperAsync(paper))!, others, "Crossref", Now);
        Assert.Null(await db.SaveAsync());
        return settled;
    }

    private static async Task PublishAsync(TestDatabase database, int number, int paper)
    {
        await using var db = database.Open();
        var issue = new Issue(number, Now);
        Assert.Null(issue.Name($"Issue {number}", "", Now));
        issue.Add((await db.PaperAsync(paper))!, Now).Opine("", PlainText.Render($"Said in {number}."), Now);
        Assert.Null(issue.Publish("Ines", Now));
        db.Add(issue);
        Assert.Null(await db.SaveAsync());
    }

    private static async Task<int> AddAsync(TestDatabase database, string title, string surname, PaperId id)
    {
        await using var db = database.Open();
        var paper = new Paper(title, Now);
        paper.Identify(id);
        Assert.Null(paper.Describe(Typeset.Line(title), [surname], PlainText.Render(""), "", "", Now, "the pasted text"));
        paper.Classify(PaperKind.Unknown, new DateOnly(2022, 2, 10), PaperImprint.None, Now, "the pasted text");
        db.Add(paper);
        Assert.Null(await db.SaveAsync());
        return paper.Id;
    }
}
