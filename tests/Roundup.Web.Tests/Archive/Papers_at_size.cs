using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Web.Reading;

namespace Roundup.Web.Tests.Archive;

/// <summary>
/// Lists of papers on a site that has 20,000 of them. Prints figures and judges none: run it by itself with <c>-explicit only -class "*Papers_at_size*"</c>.
/// </summary>
[Trait("Category", "Benchmark")]
public sealed class Papers_at_size(ITestOutputHelper output)
{
    private const int Papers = 20_000;
    private const int Size = 50;

    [Fact(Explicit = true)]
    public async Task Twenty_thousand_papers()
    {
        await using var site = new Site();
        await site.WithDbAsync(SeedAsync);
        foreach (var skip in new[] { 0, Papers / 2 })
        {
            await MeasureAsync(site, $"papers from the {skip + 1}st on, ordered by two subqueries and read in parts", db => Subqueries(db, db.Papers.InPublished(db.Entries)).Skip(skip).Take(Size).ToListAsync());
            await MeasureAsync(site, $"papers from the {skip + 1}st on", db => db.ReadPaperRowsAsync(null, skip, Size));
        }

        var topic = await site.WithDbAsync(db => db.Topics.MinAsync(t => t.Id));
        await MeasureAsync(site, "papers on a topic of 5,000, ordered by two subqueries and read in parts", db => Subqueries(db, db.Papers.InPublished(db.Entries).Where(p => p.Topics.Any(t => t.Id == topic))).Take(Size).ToListAsync());
        await MeasureAsync(site, "papers on a topic of 5,000", db => db.ReadPaperRowsAsync(db.PapersOn(topic), 0, Size));
        await MeasureAsync(site, "related papers of one on that topic", async db =>
        {
            var paper = (await db.ReadPaperAsync(4))!;
            await db.ReadRelatedAsync(paper, await db.ReadCoverageAsync(4), new Roundup.Sources.PaperFinder([]), "https://example.org");
            return new List<PaperRow>();
        });
        using var visitor = site.Visitor();
        await MeasureAsync(site, "the map of the site", async _ =>
        {
            await visitor.GetByteArrayAsync("/sitemap.xml");
            return new List<PaperRow>();
        });
        await MeasureAsync(site, "topics with their papers", async db =>
        {
            await db.ReadTopicsAsync();
            return new List<PaperRow>();
        });
    }

    private async Task MeasureAsync(Site site, string what, Func<RoundupDb, Task<List<PaperRow>>> read)
    {
        var times = new List<(double Cpu, double Clock)>();
        for (var n = 0; n < 15; n++)
        {
            var (cpu, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            await site.WithDbAsync(async db => Assert.NotNull(await read(db)));
            times.Add(((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, clock.Elapsed.TotalMilliseconds));
        }

        output.WriteLine($"FIGURE: {what}, ms of CPU p50 = {times.Select(t => t.Cpu).Order().ElementAt(7):F1}, of clock = {times.Select(t => t.Clock).Order().ElementAt(7):F1}");
    }

    // For comparison, in this run on this machine.
    private static IQueryable<PaperRow> Subqueries(RoundupDb db, IQueryable<Paper> papers)
    {
        var published = db.Entries.Where(e => e.Issue.PublishedAt != null);
        return papers.OrderByDescending(p => published.Where(e => e.PaperId == p.Id).Max(e => e.Issue.Number)).ThenBy(p => published.Where(e => e.PaperId == p.Id).Min(e => e.Position)).ThenBy(p => p.Id)
            .Select(p => new PaperRow(
                p.Id, p.Title, p.TitleHtml, EF.Property<List<string>>(p, "_authors"), p.Venue, p.PublishedOn,
                published.Where(e => e.PaperId == p.Id).OrderBy(e => e.Issue.Number).Select(e => new PaperRow.Place(e.Id, new IssueName(e.Issue.Number, e.Issue.Title, e.Issue.Theme))).ToList()))
            .AsSplitQuery();
    }

    // The first row of each kind goes through the model; the others are copies of it.
    private static async Task SeedAsync(RoundupDb db)
    {
        await db.SetUpAsync();
        await db.FileAsync(Scene.Paper("Alpha", "2202.05262", "Kevin Meng"), "Model editing");
        var paper = await db.Papers.SingleAsync();
        await db.PublishAsync(1, "First", paper);
        await CopyAsync(db, "Issues", Papers / 10, ("Id", "i"), ("Number", "i"));
        await CopyAsync(db, "Papers", Papers, ("Id", "i"), ("Title", "'Paper ' || i"));
        await CopyAsync(db, "Entries", Papers, ("Id", "i"), ("PaperId", "i"), ("IssueId", "(i + 9) / 10"), ("Position", "i % 10"));
        await CopyAsync(db, "Entries", Papers, ("Id", $"i + {Papers}"), ("PaperId", "max(1, i / 5)"), ("IssueId", "max(1, (i * 7) % 2000)"), ("Position", "10 + i % 3"));
        await CopyAsync(db, "Topics", 1000, ("Id", "i"), ("Name", "'Topic ' || i"), ("Key", "'topic' || i"), ("Slug", "'topic-' || i"));
        await db.Database.ExecuteSqlAsync($"""INSERT OR IGNORE INTO "PaperTopics" ("PaperId", "TopicId") SELECT "Id", 1 FROM "Papers" WHERE "Id" % 4 = 0""");
        await db.Database.ExecuteSqlAsync($"""INSERT OR IGNORE INTO "PaperTopics" ("PaperId", "TopicId") SELECT "Id", 2 + "Id" % 999 FROM "Papers" """);
        await db.Database.ExecuteSqlAsync($"ANALYZE");
        await new Roundup.Data.Search.SearchRebuild(db).RunAsync(true, _ => { });
    }

    private static async Task CopyAsync(RoundupDb db, string table, int most, params (string Name, string Value)[] others)
    {
        var columns = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_table_info({table})").ToListAsync();
        var values = columns.Select(c => others.FirstOrDefault(o => o.Name == c).Value ?? $"t.\"{c}\"");
        var sql = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) WITH RECURSIVE numbers(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM numbers WHERE i < {most}) SELECT {string.Join(", ", values)} FROM \"{table}\" AS t, numbers WHERE t.\"Id\" = (SELECT min(\"Id\") FROM \"{table}\")";
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
