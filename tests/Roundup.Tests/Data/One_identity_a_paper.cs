using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model.Inbox;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Tests.Data;

public sealed class One_identity_a_paper
{
    private const string Rome = "Locating and Editing Factual Associations in GPT";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly PaperId Arxiv = new(PaperScheme.Arxiv, "2202.05262", 1);
    private static readonly PaperId Doi = new(PaperScheme.Doi, "10.5555/3600270");
    private static readonly PaperId Acl = new(PaperScheme.Acl, "2022.acl-long.568");

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Everything_follows_a_merge_and_comes_back_when_it_is_undone(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (kept, other) = await TwoAsync(database);
        await using (var db = database.Open())
        {
            var (a, b) = (await db.PaperAsync(kept), await db.PaperAsync(other));
            db.Add(new PaperErrand(a!, ErrandKind.Recheck, Now));
            db.Add(new PaperErrand(b!, ErrandKind.Recheck, Now));
            db.Add(new PaperErrand(b!, ErrandKind.Fill, Now));
            db.Add(new PaperChange(a!, new(PaperChangeKind.NewVersion, "v2"), "arXiv", Now));
            db.Add(new PaperChange(b!, new(PaperChangeKind.NewVersion, "v2"), "arXiv", Now));
            db.Add(new PaperChange(b!, new(PaperChangeKind.NewVersion, "v3"), "arXiv", Now));
            var (here, there) = (new InboxItem(a!, InboxOrigin.Pasted, "Ines", Now), new InboxItem(b!, InboxOrigin.Clipped, "Bo", Now));
            here.Remark("Mine.");
            there.Remark("Theirs.");
            db.AddRange(here, there);
            Assert.Null(await db.SaveAsync());
        }

        var before = await StateAsync(database);
        await MergeAsync(database, kept, other);

        await using (var db = database.Open())
        {
            var paper = await db.PaperAsync(kept);
            Assert.Equal(["doi:10.5555/3600270", "arxiv:2202.05262v1"], paper!.Identifiers.Select(i => i.ToPaperId().ToString()).OrderDescending());
            Assert.Equal([kept, kept], await db.Entries.OrderBy(e => e.Id).Select(e => e.PaperId).ToListAsync());
            Assert.Equal((Rome, "We investigate."), (paper.Title, paper.Abstract.Source));
            Assert.Equal(["v2", "v3"], await db.PaperChanges.Where(c => c.PaperId == kept).OrderBy(c => c.Detail).Select(c => c.Detail).ToListAsync());
            Assert.Equal([(kept, ErrandKind.Fill), (kept, ErrandKind.Recheck)], (await db.Errands.ToListAsync()).OrderBy(e => e.Kind).Select(e => (e.PaperId, e.Kind)));
            var waiting = Assert.Single(await db.Inbox.Where(i => i.DeclinedAt == null).ToListAsync());
            Assert.Equal((kept, "Mine.\n\nTheirs."), (waiting.PaperId, waiting.Note));
            Assert.Equal(kept, await db.StandsForAsync(other));
            Assert.Equal(kept, (await db.Papers.ByKeyAsync([Arxiv]))["arxiv:2202.05262"].Id);
        }

        await using (var db = database.Open())
        {
            var (refusal, left) = await db.UndoAsync(await db.PaperMerges.Select(m => m.Id).SingleAsync(), "Bo", Now);
            Assert.Null(refusal);
            Assert.Empty(left);
            Assert.Null(await db.SaveAsync());
        }

        Assert.Equal(before, await StateAsync(database));
        await using var read = database.Open();
        Assert.True(await read.AreDistinctAsync(other, kept));
        Assert.Equal(("Bo", other), ((await read.PaperMerges.SingleAsync()).UndoneBy, await read.StandsForAsync(other)));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Merges_on_top_of_each_other_are_undone_last_first(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (second, first) = await TwoAsync(database);
        var third = await AddAsync(database, "A third one entirely", Acl);
        await MergeAsync(database, second, first);
        await MergeAsync(database, third, second);

        await using var db = database.Open();
        Assert.Equal(third, await db.StandsForAsync(first));
        var merges = await db.PaperMerges.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();
        Assert.Contains("Undo that first", (await db.UndoAsync(merges[0], "Ines", Now)).Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Null((await db.UndoAsync(merges[1], "Ines", Now)).Refusal);
        Assert.Null(await db.SaveAsync());
        Assert.Null((await db.UndoAsync(merges[0], "Ines", Now)).Refusal);
        Assert.Null(await db.SaveAsync());

        await using var read = database.Open();
        Assert.Equal(["arxiv:2202.05262"], (await read.PaperAsync(first))!.Identifiers.Select(i => i.ToPaperId().Key));
        Assert.Equal(["doi:10.5555/3600270"], (await read.PaperAsync(second))!.Identifiers.Select(i => i.ToPaperId().Key));
        Assert.Equal(["acl:2022.acl-long.568"], (await read.PaperAsync(third))!.Identifiers.Select(i => i.ToPaperId().Key));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Undoing_says_what_is_no_longer_there(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (kept, other) = await TwoAsync(database);
        await MergeAsync(database, kept, other);
        await using var db = database.Open();
        var issue = await db.Issues.Include(i => i.Entries).SingleAsync(i => i.Number == 2);
        Assert.Null(issue.Remove(issue.Entries[0], Now));
        Assert.Null(await db.SaveAsync());

        var (_, left) = await db.UndoAsync(await db.PaperMerges.Select(m => m.Id).SingleAsync(), "Ines", Now);

        Assert.Equal(["One entry was removed or moved since."], left);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Of_two_editors_who_merge_at_once_the_slower_is_told_and_nothing_is_lost(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (kept, other) = await TwoAsync(database);
        await using var slow = database.Open();
        var (a, b) = (await slow.PaperAsync(other), await slow.PaperAsync(kept));
        Assert.Null((await slow.MergeAsync(a!, b!, "Bo", "the other way round", Now)).Refusal);
        await MergeAsync(database, kept, other);

        Assert.NotNull(await slow.SaveAsync());

        await using var read = database.Open();
        Assert.Equal([kept, kept], await read.Entries.OrderBy(e => e.Id).Select(e => e.PaperId).ToListAsync());
        Assert.Equal("Ines", (await read.PaperMerges.SingleAsync()).MergedBy);
        Assert.Equal(2, (await read.PaperAsync(kept))!.Identifiers.Count);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task An_opinion_that_is_saved_during_a_merge_is_kept_and_a_card_is_compared(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (kept, other) = await TwoAsync(database);
        await using var writing = database.Open();
        var entry = await writing.Entries.Include(e => e.Paper).Include(e => e.Opinions).SingleAsync(e => e.PaperId == other);
        await using var editing = database.Open();
        var card = await editing.Entries.Include(e => e.Paper).SingleAsync(e => e.PaperId == other);
        await MergeAsync(database, kept, other);

        entry.Opine("Bo", Words("A second opinion."), Now);
        Assert.Null(await writing.SaveAsync());
        Assert.Null(card.Annotate("Section", Words("Text."), []));
        Assert.Contains("meantime", (await editing.SaveAsync())!.Sentence, StringComparison.Ordinal);

        await using var read = database.Open();
        var moved = await read.Entries.Include(e => e.Opinions).SingleAsync(e => e.Id == entry.Id);
        Assert.Equal((kept, 2), (moved.PaperId, moved.Opinions.Count));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_split_makes_a_second_paper_and_a_merge_undoes_it(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var id = await AddAsync(database, Rome, Arxiv, Doi);
        int part;
        await using (var db = database.Open())
        {
            var paper = await db.PaperAsync(id);
            Assert.Null(paper!.Split([paper.Identifiers.Single(i => i.Scheme == PaperScheme.Doi)], [], [], withWords: true, Now, out var made));
            db.Add(made!);
            Assert.Null(await db.SaveAsync());
            part = made!.Id;
        }

        await using (var read = database.Open())
        {
            Assert.Equal(part, (await read.Papers.ByKeyAsync([Doi]))["doi:10.5555/3600270"].Id);
            Assert.Equal(id, (await read.Papers.ByKeyAsync([Arxiv]))["arxiv:2202.05262"].Id);
        }

        await MergeAsync(database, id, part);
        await using var again = database.Open();
        Assert.Equal(2, (await again.PaperAsync(id))!.Identifiers.Count);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Twins_are_found_until_an_editor_says_that_they_are_two(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var one = await AddAsync(database, Rome, Arxiv);
        var retitled = await AddAsync(database, "Locating and Editing Factual Knowledge in GPT", Doi);
        await AddAsync(database, "Mass-Editing Memory in a Transformer", Acl);
        await using var db = database.Open();

        Assert.Equal([new TwinPair(one, retitled, Likeness.Perhaps)], await db.TwinsAsync());
        Assert.Equal([new TwinPair(one, retitled, Likeness.Perhaps)], await db.TwinsOfAsync(PaperLook.Of((await db.PaperAsync(retitled))!)));

        await db.DistinguishAsync((await db.PaperAsync(retitled))!, (await db.PaperAsync(one))!, "Ines", Now);
        Assert.Null(await db.SaveAsync());
        await db.DistinguishAsync((await db.PaperAsync(one))!, (await db.PaperAsync(retitled))!, "Ines", Now);
        Assert.Null(await db.SaveAsync());

        Assert.Empty(await db.TwinsAsync());
        Assert.Empty(await db.TwinsOfAsync(PaperLook.Of((await db.PaperAsync(one))!)));
    }

    private static Prose Words(string text) => PlainText.Render(text);

    private static async Task MergeAsync(TestDatabase database, int kept, int absorbed)
    {
        await using var db = database.Open();
        var (refusal, merge) = await db.MergeAsync((await db.PaperAsync(kept))!, (await db.PaperAsync(absorbed))!, "Ines", "they are one", Now);
        Assert.Null(refusal);
        Assert.NotNull(merge);
        Assert.Null(await db.SaveAsync());
    }

    /// <summary>A paper in a published issue, and its preprint in a draft.</summary>
    private static async Task<(int Kept, int Other)> TwoAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var (kept, other) = (new Paper("10.5555/3600270", Now), Paper(Rome, Arxiv));
        kept.Identify(Doi);
        Assert.Null(other.Describe(Typeset.Line(Rome), ["Kevin Meng", "David Bau"], Words("We investigate."), "NeurIPS", "https://arxiv.org/abs/2202.05262", Now, "arXiv"));
        Assert.Null(other.Relink([new(LinkKind.Code, "https://github.com/kmeng01/rome")], Now));
        foreach (var (paper, number) in new[] { (kept, 1), (other, 2) })
        {
            var issue = new Issue(number, Now);
            Assert.Null(issue.Name($"Issue {number}", "", Now));
            issue.Add(paper, Now).Opine("", Words($"Said in {number}."), Now);
            if (number == 1) Assert.Null(issue.Publish("Ines", Now));
            db.Add(issue);
            Assert.Null(await db.SaveAsync());
        }

        return (kept.Id, other.Id);
    }

    private static async Task<int> AddAsync(TestDatabase database, string title, params PaperId[] ids)
    {
        await using var db = database.Open();
        var paper = Paper(title, ids);
        db.Add(paper);
        Assert.Null(await db.SaveAsync());
        return paper.Id;
    }

    private static Paper Paper(string title, params PaperId[] ids)
    {
        var paper = new Paper(title, Now);
        foreach (var id in ids) paper.Identify(id);
        Assert.Null(paper.Describe(Typeset.Line(title), ["Kevin Meng"], Words(""), "", "", Now, "the pasted text"));
        return paper;
    }

    /// <summary>All that a merge can touch, without versions and without the ids of errands, which begin again.</summary>
    private static async Task<string> StateAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var papers = await db.Papers.Include(p => p.Identifiers.OrderBy(i => i.Id)).OrderBy(p => p.Id).ToListAsync();
        var lines = papers.Select(p => string.Join(" | ", p.Id, p.Title, p.TitleHtml, p.TitleKey, p.SurnameKey, string.Join(';', p.Authors), p.Abstract, p.Kind, p.Venue, p.Imprint, p.PublishedOn, p.Link,
            string.Join(';', p.Links), string.Join(';', p.Origins.OrderBy(o => o.Field)), p.Covered, p.FilledFrom, p.FilledAt, p.MergedIntoId, string.Join(';', p.Identifiers.Select(i => (i.Id, i.ToPaperId())))))
            .Concat((await db.Entries.OrderBy(e => e.Id).ToListAsync()).Select(e => $"entry {e.Id} of {e.PaperId}"))
            .Concat((await db.Inbox.OrderBy(i => i.Id).ToListAsync()).Select(i => $"inbox {i.Id} {i.PaperId} {i.Note} {i.IsWaiting}"))
            .Concat((await db.PaperChanges.OrderBy(c => c.Id).ToListAsync()).Select(c => $"change {c.Id} {c.PaperId}"))
            .Concat((await db.Errands.ToListAsync()).Select(e => $"errand {e.PaperId} {e.Kind}").Order(StringComparer.Ordinal));
        return string.Join('\n', lines);
    }
}
