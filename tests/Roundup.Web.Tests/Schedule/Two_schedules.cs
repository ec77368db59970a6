using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.People;
using Roundup.Data.Starting;
using Roundup.Model.Issues;
using Roundup.Web.Jobs;
using Roundup.Web.Mail;
using Roundup.Web.Reading;
using Roundup.Web.Releasing;
using Roundup.Web.Starting;
using Roundup.Web.Tests.Filling;

namespace Roundup.Web.Tests.Schedule;

/// <summary>Two instances whose jobs run on one database, at a slot that has just come.</summary>
public sealed class Two_schedules(ITestOutputHelper output)
{
    private const int Slots = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly DateTimeOffset AfterASlot = new(2026, 11, 27, 8, 1, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_slot_publishes_one_issue_and_tells_each_editor_once(bool isPostgres)
    {
        await using var database = await SharedDatabase.CreateAsync(isPostgres);
        var clock = new MovedClock(AfterASlot);
        await using var one = new Press(database, clock);
        await using var two = new Press(database, clock);
        await one.WithDbAsync(SetSceneAsync);

        // Rounds of both at the same moment, as closely as threads can.
        for (var slot = 0; slot < Slots; slot++)
        {
            await one.WithDbAsync(AwaitAsync(clock));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => (n % 2 == 0 ? one : two).RoundAsync())));
            clock.Advance(TimeSpan.FromDays(7));
        }

        var issues = await one.WithDbAsync(db => db.Issues.AsNoTracking().Include(i => i.Entries).OrderBy(i => i.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, Slots + 1), issues.Select(i => i.Number));
        Assert.Equal(Slots, issues.Count(i => i.IsPublished));
        Assert.Equal(Slots, issues.Where(i => i.IsPublished).Select(i => i.SlotDay).Distinct().Count());
        Assert.Equal(Slots, await one.WithDbAsync(db => db.Slots.CountAsync(s => s.Outcome == SlotOutcome.Published)));
        var mails = await one.WithDbAsync(db => db.Outbox.Select(m => m.To + m.Subject).ToListAsync());
        Assert.Equal((2 * Slots, 2 * Slots), (mails.Count, mails.Distinct().Count()));
        output.WriteLine($"FIGURE: publications of {Slots} slots by two instances ({Name(isPostgres)}) = {issues.Count(i => i.IsPublished)}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_running_jobs_publish_a_scheduled_issue_and_send_its_mail_once(bool isPostgres)
    {
        await using var smtp = new FakeSmtp();
        await using var database = await SharedDatabase.CreateAsync(isPostgres);
        var clock = new MovedClock(AfterASlot);
        await using var one = new Press(database, clock, smtp);
        await using var two = new Press(database, clock, smtp);
        await one.WithDbAsync(SetSceneAsync);
        await one.WithDbAsync(AwaitAsync(clock));

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(one.StartAsync(), two.StartAsync());
        while (await one.WithDbAsync(db => db.Outbox.CountAsync(m => m.SentAt != null)) < 2)
        {
            Assert.True(watch.Elapsed < Patience, "Nothing was sent.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await one.DisposeAsync();
        await two.DisposeAsync();
        await using var after = new Press(database, clock);
        Assert.Equal(1, await after.WithDbAsync(db => db.Issues.CountAsync(i => i.PublishedAt != null)));
        Assert.Equal(["ann@example.org", "bo@example.org"], smtp.Heard.Select(h => h.To).Order());
        output.WriteLine($"FIGURE: from two starts to published and told ({Name(isPostgres)}), s = {watch.Elapsed.TotalSeconds:F1}; letters = {smtp.Heard.Count} of 2");
    }

    private static string Name(bool isPostgres) => isPostgres ? "PostgreSQL" : "SQLite";

    private static async Task<bool> SetSceneAsync(RoundupDb db)
    {
        await db.SetUpAsync(cadence: new Cadence(DayOfWeek.Friday, new TimeOnly(9, 0), 1, "Europe/Berlin", SlotRule.PublishReady, null, 0));
        foreach (var name in (string[])["ann", "bo"])
            db.Add(new Person { UserName = name, Email = $"{name}@example.org", NormalizedUserName = name, NormalizedEmail = name, Name = name, Role = Role.Owner, EmailConfirmed = true });
        await db.SaveChangesAsync();
        return true;
    }

    /// <summary>A draft with two papers, one of which is ready, and the slot of this moment, which was awaited.</summary>
    private static Func<RoundupDb, Task<bool>> AwaitAsync(MovedClock clock) => async db =>
    {
        var issue = await db.Issues.Drafts.Include(i => i.Entries).OrderBy(i => i.Number).FirstOrDefaultAsync();
        if (issue is null) db.Add(issue = new Issue(1, clock.GetUtcNow()));
        Scene.Insist(issue.Name($"Shelf {issue.Number}", "", clock.GetUtcNow()));
        issue.Add(Scene.Paper($"Ready for {issue.Number}"), clock.GetUtcNow());
        var day = new SlotCalendar((await db.Publications.SingleAsync()).Cadence).DayOf(clock.GetUtcNow());
        if (!await db.Slots.AnyAsync(s => s.Day == day)) db.Add(new SlotRecord(day));
        await db.SaveChangesAsync();
        return true;
    };

    /// <summary>What of one running site keeps the schedule.</summary>
    private sealed class Press : IAsyncDisposable
    {
        private readonly ServiceProvider _services;
        private bool _isDisposed;

        public Press(SharedDatabase database, TimeProvider clock, FakeSmtp? smtp = null)
        {
            var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.None)).AddRoundupData(database.Postgres, database.Folder).AddSingleton(clock);
            services.AddSchedule(new ConfigurationBuilder().Build(), database.Folder);
            services.AddTalk();
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
            services.AddScoped<CurrentPublication>();
            services.Configure<MailOptions>(o => (o.Host, o.Port, o.Tls, o.From) = (smtp is null ? "" : "127.0.0.1", smtp?.Port ?? 25, MailTls.None, "roundup@papers.example"));
            _services = services.BuildServiceProvider();
        }

        public Task RoundAsync() => _services.GetRequiredService<SlotRound>().RunAsync(TestContext.Current.CancellationToken);

        public async Task StartAsync()
        {
            foreach (var job in Jobs) await job.StartAsync(TestContext.Current.CancellationToken);
        }

        public async Task<T> WithDbAsync<T>(Func<RoundupDb, Task<T>> work)
        {
            await using var scope = _services.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<RoundupDb>());
        }

        public async ValueTask DisposeAsync()
        {
            if (_isDisposed) return;

            _isDisposed = true;
            foreach (var job in Jobs) await job.StopAsync(CancellationToken.None);
            await _services.DisposeAsync();
        }

        private IEnumerable<IHostedService> Jobs => _services.GetServices<IHostedService>().Where(j => j is SlotJob or MailJob);
    }
}
