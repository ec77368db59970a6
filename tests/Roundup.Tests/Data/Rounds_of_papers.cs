using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Tests.Data;

public sealed class Rounds_of_papers
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Instances_that_plan_at_once_give_each_paper_one_errand(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database, 700);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            await db.KeepRoundsAsync(ErrandKind.Recheck, p => Now.AddMinutes(p.Id));
        })));

        await using var read = database.Open();
        Assert.Equal((700, 700), (await read.Errands.CountAsync(), await read.Errands.Select(e => e.PaperId).Distinct().CountAsync()));
        Assert.Equal(0, await read.KeepRoundsAsync(ErrandKind.Recheck, _ => Now));
        Assert.Equal(700, await read.KeepRoundsAsync(ErrandKind.CheckLinks, _ => Now));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Papers_with_failed_links_are_found_in_the_text_that_links_are_kept_as(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database, 3);
        await using (var db = database.Open())
        {
            var papers = await db.Papers.OrderBy(p => p.Id).ToListAsync();
            Assert.Null(papers[1].Relink([new(LinkKind.Code, "https://github.com/a/b", "failures\":")], Now));
            Assert.Null(papers[2].Relink([new(LinkKind.Code, "https://github.com/a/b"), new(LinkKind.Data, "https://example.org/d")], Now));
            Assert.True(papers[2].NoteLink("https://github.com/a/b", LinkSight.Gone, new DateOnly(2026, 11, 3)));
            Assert.True(papers[2].NoteLink("https://github.com/a/b", LinkSight.Silent, new DateOnly(2026, 11, 10)));
            Assert.Null(papers[2].JudgeLink("https://github.com/a/b", LinkVerdict.KeptAsGone));
            Assert.Null(await db.SaveAsync());
        }

        await using var read = database.Open();
        var found = Assert.Single(await read.Papers.WithFailedLinks.ToListAsync());
        Assert.Equal(new LinkHealth(1, new(2026, 11, 3)) { Silences = 1, LastOn = new(2026, 11, 10), Verdict = LinkVerdict.KeptAsGone }, found.Links[0].Health);
        Assert.Null(found.Links[1].Health);
    }

    private static async Task SeedAsync(TestDatabase database, int papers)
    {
        await using var db = database.Open();
        var issue = new Issue(1, Now);
        for (var n = 0; n < papers; n++) issue.Add(new Paper($"Paper {n}", Now), Now);
        db.Add(issue);
        db.Add(new Paper("Stands in no issue", Now));
        Assert.Null(await db.SaveAsync());
    }
}
