using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Data.Starting;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Browser.Tests.Hostile;

/// <summary>The schedule when its process is killed around the moment at which an issue goes out by itself.</summary>
public sealed class Killed_at_the_slot(ITestOutputHelper output)
{
    private const int Papers = 40;

    /// <summary>After the site answers, in ms. The schedule looks for the first time two seconds after the start.</summary>
    private static readonly int[] Kills = [1800, 2200, 2600, 3200, 4000];

    [Fact]
    public async Task An_issue_goes_out_whole_or_not_at_all_and_once()
    {
        var data = Directory.CreateTempSubdirectory("roundup-");
        try
        {
            await using (await SiteProcess.StartAsync(data.FullName)) { }
            await SetSceneAsync(data.FullName);
            var before = 0;
            foreach (var after in Kills)
            {
                await using var site = await SiteProcess.StartAsync(data.FullName);
                await Task.Delay(after, TestContext.Current.CancellationToken);
                await site.KillAsync();
                if (!await IsOutAsync(data.FullName)) before++;
            }

            await using (await SiteProcess.StartAsync(data.FullName))
                for (var watch = Stopwatch.StartNew(); !await IsOutAsync(data.FullName); await Task.Delay(100))
                    Assert.True(watch.Elapsed < TimeSpan.FromSeconds(90), "It never went out.");
            output.WriteLine($"FIGURE: kills around the slot = {Kills.Length}, of them before it was published = {before}; halves found = 0");
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>Whether it is out; and that all that belongs to it has happened, or nothing of it.</summary>
    private static async Task<bool> IsOutAsync(string data)
    {
        await using var db = Open(data);
        var issues = await db.Issues.AsNoTracking().Include(i => i.Entries).OrderBy(i => i.Number).ToListAsync();
        var slot = await db.Slots.AsNoTracking().OrderBy(s => s.Day).FirstAsync();
        var mails = await db.Outbox.Select(m => m.Key).ToListAsync();
        if (!issues[0].IsPublished)
        {
            Assert.Equal((1, Papers, SlotOutcome.Open, 0), (issues.Count, issues[0].Entries.Count, slot.Outcome, mails.Count));
            return false;
        }

        Assert.Equal((2, Papers / 2, Papers / 2), (issues.Count, issues[0].Entries.Count, issues[1].Entries.Count));
        Assert.Equal((SlotOutcome.Published, 1), (slot.Outcome, slot.IssueNumber));
        Assert.StartsWith("out:", Assert.Single(mails), StringComparison.Ordinal);
        return true;
    }

    private static async Task SetSceneAsync(string data)
    {
        // Two minutes ago: late, and in time for all that follows.
        var (now, at) = (DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddMinutes(-2));
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var publication = new Publication("The Slow Shelf", now);
        Assert.Null(publication.Keep(new Cadence(at.DayOfWeek, TimeOnly.FromDateTime(at.UtcDateTime), 1, "Etc/UTC", SlotRule.PublishReady, day, 0)));
        var issue = new Issue(1, now);
        Assert.Null(issue.Name("Shelf 1", "", now));
        for (var n = 0; n < Papers; n++)
        {
            var paper = new Paper($"Paper {n}", now);
            if (n % 2 == 0) Assert.Null(paper.Describe(new Line($"Paper {n}", SafeHtml.Empty), ["Ada One"], PlainText.Render("We do."), "", "", now));
            issue.Add(paper, now);
        }

        await using var db = Open(data);
        db.AddRange(publication, issue, new SlotRecord(day));
        db.Add(new Person { UserName = "ann", Email = "ann@example.org", NormalizedUserName = "ANN", NormalizedEmail = "ANN", Name = "Ann", Role = Role.Owner, EmailConfirmed = true });
        await db.SaveChangesAsync();
    }

    private static RoundupDb Open(string data) => new(RoundupData.WithoutHost(o => o.UseRoundupSqlite(Path.Combine(data, "roundup.db"))));
}
