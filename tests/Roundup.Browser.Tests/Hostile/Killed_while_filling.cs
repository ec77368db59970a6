using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.Starting;
using Roundup.Model.Papers;
using Roundup.Tests.Sources;

namespace Roundup.Browser.Tests.Hostile;

/// <summary>The filling job when its process goes: by kill -9, and as a service manager asks for it.</summary>
public sealed class Killed_while_filling(ITestOutputHelper output)
{
    private const int Papers = 30;
    private const int Kills = 3;

    /// <summary>Requests that can be under way when a process is killed; the next one has to ask them again.</summary>
    private const int AtOnce = 4;

    private const int AnswersBeforeKill = 5;

    private readonly ConcurrentDictionary<string, int> _asked = new();
    private Victim? _victim;

    [Fact]
    public async Task Thirty_papers_are_filled_once_each_though_the_process_is_killed_three_times()
    {
        var servers = Enumerable.Range(1, 6).Select(Server).ToList();
        var data = Directory.CreateTempSubdirectory("roundup-");
        try
        {
            await KillAsync(data.FullName, servers);
            var watch = Stopwatch.StartNew();
            await using var site = Launch(data.FullName);
            await WaitAsync(data.FullName, async db => !await db.Errands.AnyAsync(e => e.Kind == ErrandKind.Fill));
            output.WriteLine($"FIGURE: from the last restart until all {Papers} papers are filled, s = {watch.Elapsed.TotalSeconds:F1}");

            await using var kept = Open(data.FullName);
            var papers = await kept.Papers.AsNoTracking().OrderBy(p => p.Id).ToListAsync();
            Assert.Equal(Papers, papers.Count);
            Assert.All(papers, p => Assert.Equal(("Lovelace", ""), (p.Authors.Single().Split(' ')[^1], p.FillFailure)));
            // The title, its author, its abstract and its covered edition: written in one go, and never again.
            Assert.Single(papers.Select(p => p.Version).Distinct());
            Assert.Equal(Papers, _asked.Count);
            output.WriteLine($"FIGURE: requests for {Papers} papers over {Kills} kills = {_asked.Values.Sum()}");
            Assert.InRange(_asked.Values.Sum(), Papers, Papers + Kills * AtOnce);
        }
        finally
        {
            servers.ForEach(s => s.Dispose());
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_process_that_is_asked_to_stop_gives_its_claims_back_at_once()
    {
        using var server = new FakeServer((_, _, cancel) => Task.Delay(Timeout.Infinite, cancel), "127.0.2.7");
        var data = Directory.CreateTempSubdirectory("roundup-");
        try
        {
            await using var site = await SiteProcess.StartAsync(data.FullName, ("Sources:AllowLoopback", "true"), ("Jobs:ClaimFor", "00:10:00"));
            await (await HttpDesk.SetUpAsync(site)).DraftAsync(HttpDesk.Post(Enumerable.Range(0, 5).Select(n => ($"Paper {n}", $"{server.Address}{n}"))));
            await WaitAsync(data.FullName, db => Task.FromResult(server.Hits > 0));
            await using var kept = Open(data.FullName);
            Assert.Equal(5, await kept.Errands.CountAsync(e => e.ClaimedBy != ""));

            var watch = Stopwatch.StartNew();
            await site.TerminateAsync();
            output.WriteLine($"FIGURE: from SIGTERM to the end while a source hangs, ms = {watch.ElapsedMilliseconds}");

            Assert.Equal((5, 0), (await kept.Errands.CountAsync(), await kept.Errands.CountAsync(e => e.ClaimedBy != "" || e.ClaimedUntil != null)));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private async Task KillAsync(string data, List<FakeServer> servers)
    {
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var site = Launch(data);
            _victim = new(site);
            if (kill == 1)
            {
                await site.AnswersAsync();
                var links = Enumerable.Range(0, Papers).Select(n => ($"Paper number {n}", $"{servers[n % servers.Count].Address}{n}"));
                await (await HttpDesk.SetUpAsync(site)).DraftAsync(HttpDesk.Post(links));
            }

            _victim.IsReady.SetResult();
            await site.EndsAsync();
            await using var db = Open(data);
            Assert.True(await db.Errands.AnyAsync(e => e.ClaimedBy != ""), "It was killed too late to prove anything.");
        }

        _victim = null;
    }

    // A claim outlives a machine that stands still for a few seconds, and is over when the next process has come up.
    private static SiteProcess Launch(string data) => SiteProcess.Launch(data, ("Sources:AllowLoopback", "true"), ("Jobs:ClaimFor", "00:00:06"));

    /// <summary>Answers, or kills who asks: between looking whether it is time and killing, a fast process would be done, and a slow one not begin.</summary>
    private FakeServer Server(int number) => new(async (path, stream, cancel) =>
    {
        var victim = _victim;
        _asked.AddOrUpdate($"{number}{path}", 1, (_, n) => n + 1);
        if (victim is not null && Interlocked.Increment(ref victim.Asked) > AnswersBeforeKill)
        {
            await victim.IsReady.Task.WaitAsync(cancel);
            victim.Site.Kill();
            return;
        }

        await Task.Delay(300, cancel);
        await BadServers.SendAsync(stream, "200 OK\r\nContent-Type: text/html", BadServers.Page($"Paper number {path[1..]}"), 1, cancel);
    }, $"127.0.2.{number}");

    private sealed class Victim(SiteProcess site)
    {
        public int Asked;

        public SiteProcess Site => site;

        /// <summary>The test has nothing more to ask of it.</summary>
        public TaskCompletionSource IsReady { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static RoundupDb Open(string data) => new(RoundupData.WithoutHost(o => o.UseRoundupSqlite(Path.Combine(data, "roundup.db"))));

    private static async Task WaitAsync(string data, Func<RoundupDb, Task<bool>> until)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            await using var db = Open(data);
            if (await until(db)) return;
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(5), "Nothing came of it in five minutes.");
        }
    }
}
