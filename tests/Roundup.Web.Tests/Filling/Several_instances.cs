using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;
using Roundup.Tests.Sources;

namespace Roundup.Web.Tests.Filling;

/// <summary>Two instances on one database, with real clocks, real sockets and a source that notes when it was asked.</summary>
public sealed class Several_instances(ITestOutputHelper output)
{
    private const int Papers = 24;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly ConcurrentQueue<(string Path, TimeSpan From, TimeSpan To)> _asked = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_paper_is_asked_for_once_and_the_source_is_asked_by_one_at_a_time(bool isPostgres)
    {
        using var server = new FakeServer(AnswerAsync);
        await using var database = await SharedDatabase.CreateAsync(isPostgres);
        await using var one = new Instance(database, client => new Loopback(client, server.Address, "one"));
        await using var two = new Instance(database, client => new Loopback(client, server.Address, "two"));
        await one.StartAsync();
        // Both look every second: at different moments, so that what falls due in between goes to either.
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await two.StartAsync();

        var papers = 0;
        while (papers < 5 * Papers && Instances.Count() < 2)
        {
            var (from, now) = (papers, DateTimeOffset.UtcNow);
            await one.WithDbAsync(db => WantAsync(db, n => now.AddMilliseconds(n * 200), from));
            await one.FinishAsync();
            papers += Papers;
        }

        var asked = _asked.OrderBy(a => a.From).ToList();
        Assert.Equal(papers, asked.Count);
        Assert.Equal(papers, asked.Select(a => a.Path.Split('?')[0]).Distinct().Count());
        Assert.Equal(["one", "two"], Instances.Order());
        // Measured where the source stands: it sees its whole pause, whoever asks next.
        var pauses = asked.Zip(asked.Skip(1), (a, b) => b.From - a.To).ToList();
        Assert.True(pauses.Min() >= Pause, $"Only {pauses.Min().TotalMilliseconds:F1} ms lay between two requests.");
        output.WriteLine($"FIGURE: shortest pause of two instances ({(isPostgres ? "PostgreSQL" : "SQLite")}), ms = {pauses.Min().TotalMilliseconds:F0} of {Pause.TotalMilliseconds:F0}");
        Assert.Equal(papers, await one.WithDbAsync(db => db.Papers.CountAsync(p => p.FilledAt != null && p.FillFailure == "")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Words_that_a_database_might_refuse_are_kept_and_cost_the_others_nothing(bool isPostgres)
    {
        await using var database = await SharedDatabase.CreateAsync(isPostgres);
        await using var only = new Instance(database, _ => new Odd());
        await only.WithDbAsync(db => WantAsync(db, _ => DateTimeOffset.UtcNow));

        await only.StartAsync();
        await only.FinishAsync();

        var papers = await only.WithDbAsync(db => db.Papers.AsNoTracking().ToListAsync());
        Assert.All(papers, p => Assert.NotNull(p.FilledAt));
        Assert.All(papers, p => Assert.Equal("", p.FillFailure));
    }

    [Fact]
    public async Task A_paste_whose_source_hangs_keeps_no_later_one_waiting()
    {
        await using var database = await SharedDatabase.CreateAsync(isPostgres: false);
        var hangs = new TaskCompletionSource();
        await using var only = new Instance(database, _ => new Hanging(hangs));
        await only.WithDbAsync(db => WantAsync(db, n => DateTimeOffset.UtcNow.AddSeconds(n == 0 ? -1 : 2)));
        await only.StartAsync();
        await hangs.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        for (var end = DateTime.UtcNow.AddMinutes(2); await only.WithDbAsync(db => db.Errands.CountAsync()) > 1; await Task.Delay(50))
            Assert.True(DateTime.UtcNow < end, "The later papers wait for the one that hangs.");
        Assert.Equal(Papers - 1, await only.WithDbAsync(db => db.Papers.CountAsync(p => p.FilledAt != null)));
    }

    private IEnumerable<string> Instances => _asked.Select(a => a.Path.Split('?')[1]).Distinct();

    private static async Task<bool> WantAsync(RoundupDb db, Func<int, DateTimeOffset> due, int from = 0)
    {
        foreach (var n in Enumerable.Range(0, Papers))
        {
            var paper = new Paper($"2301.{from + n:D5}", DateTimeOffset.UtcNow);
            paper.Identify(new PaperId(PaperScheme.Arxiv, $"2301.{from + n:D5}"));
            db.Add(paper);
            await db.WantAsync(ErrandKind.Fill, [paper], due(n));
        }

        await db.SaveChangesAsync();
        return true;
    }

    private async Task AnswerAsync(string path, Stream stream, CancellationToken cancel)
    {
        var from = Stopwatch.GetTimestamp();
        await Task.Delay(40, cancel);
        var to = Stopwatch.GetTimestamp();
        _asked.Enqueue((path, Stopwatch.GetElapsedTime(0, from), Stopwatch.GetElapsedTime(0, to)));
        await stream.WriteAsync(FakeServer.Head("200 OK\r\nContent-Type: text/html"), cancel);
        await stream.WriteAsync("<p>A paper."u8.ToArray(), cancel);
    }

    private static PaperRecord Record(PaperId id) => new() { Id = id, Title = $"On {id.Value}", Authors = ["Ada One"], Abstract = "We do.", Source = "Made up" };

    /// <summary>Asks this machine, one paper after another.</summary>
    private sealed class Loopback(GuardedClient client, Uri address, string instance) : IPaperSource
    {
        public SourceTerms Terms { get; } = new("Loopback", SourceTrust.Home, Pause) { AtOnce = 3 };

        public bool Covers(PaperId id) => id.Scheme is PaperScheme.Arxiv;

        public async Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel)
        {
            foreach (var id in ids) await client.GetAsync(Terms, new Uri(address, $"{id.Value}?{instance}"), cancel: cancel);
            return [.. ids.Select(Record)];
        }
    }

    /// <summary>Says everything at greater length than there is room for, and cuts no character in two by itself.</summary>
    private sealed class Odd : IPaperSource
    {
        private static readonly string Long = string.Concat(Enumerable.Repeat("a\U0002070E", 20_000));

        public SourceTerms Terms { get; } = new("Odd", SourceTrust.Home, TimeSpan.Zero) { AtOnce = 10 };

        public bool Covers(PaperId id) => id.Scheme is PaperScheme.Arxiv;

        // By turns with an odd and an even number of units before the limit.
        public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) => Task.FromResult<IReadOnlyList<PaperRecord>>([.. ids.Select((id, n) => Record(id) with
        {
            Title = $"{new string('b', n % 3)}\0{Long}",
            Authors = [$"{new string('b', n % 3)}{Long}", "Ada\0 One", "\uD841"],
            Abstract = $"{new string('b', n % 3)}\0\uD841{Long[..19_996]}a",
            Venue = $"{new string('b', n % 3)}\0{Long}",
            Comment = $"\0{Long}",
        })]);
    }

    private sealed class Hanging(TaskCompletionSource hangs) : IPaperSource
    {
        public SourceTerms Terms { get; } = new("Hanging", SourceTrust.Home, TimeSpan.Zero) { AtOnce = 1 };

        public bool Covers(PaperId id) => id.Scheme is PaperScheme.Arxiv;

        public async Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel)
        {
            if (ids[0].Value is not "2301.00000") return [Record(ids[0])];

            hangs.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return [];
        }
    }
}
