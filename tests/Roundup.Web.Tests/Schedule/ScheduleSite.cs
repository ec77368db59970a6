using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.People;
using Roundup.Model.Issues;
using Roundup.Web.Jobs;
using Roundup.Web.Releasing;
using Roundup.Web.Tests.Desk;

namespace Roundup.Web.Tests.Schedule;

/// <summary>A desk whose schedule and mail stand still until a test runs a round.</summary>
public class ScheduleSite : DeskSite
{
    /// <summary>Friday, 27 November, 9:00 in Berlin. The clock of the site stands an hour behind it, a week earlier: at the slot before.</summary>
    public static readonly DateTimeOffset Slot = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly SlotDay = new(2026, 11, 27);

    private readonly List<(string Key, string Value)> _settings = [];

    public void Set(string key, string value) => _settings.Add((key, value));

    /// <summary>Fridays at 9 in Berlin, awaited from now on.</summary>
    public async Task KeepAsync(SlotRule rule = SlotRule.HoldAndRemind, int remindHours = 24)
    {
        await WithDbAsync(db => db.SetUpAsync(cadence: new Cadence(DayOfWeek.Friday, new TimeOnly(9, 0), 1, "Europe/Berlin", rule, null, remindHours)));
        await RoundAsync();
    }

    public Task RoundAsync() => Services.GetRequiredService<SlotRound>().RunAsync(TestContext.Current.CancellationToken);

    public async Task RoundAtAsync(DateTimeOffset instant)
    {
        Clock.SetUtcNow(instant);
        await RoundAsync();
    }

    public async Task<Person> EditorAsync(string address, Action<Person>? change = null) => await WithDbAsync(async db =>
    {
        var person = new Person { UserName = address, Email = address, Name = address, Role = Role.Editor, EmailConfirmed = true, CreatedAt = Clock.GetUtcNow() };
        change?.Invoke(person);
        db.Add(person);
        await db.SaveChangesAsync();
        return person;
    });

    public Task<SlotRecord> SlotAsync(DateOnly day) => WithDbAsync(db => db.Slots.AsNoTracking().SingleAsync(s => s.Day == day));

    public Task<List<string>> MailsAsync() => WithDbAsync(db => db.Outbox.OrderBy(m => m.Id).Select(m => m.To + ": " + m.Subject).ToListAsync());

    /// <summary>The log of who did what.</summary>
    public Task<List<string>> DeedsAsync() => WithDbAsync(db => db.AuditLog.OrderBy(r => r.Id).Select(r => r.By + " " + r.Words).ToListAsync());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            foreach (var job in services.Where(s => s.ImplementationType == typeof(SlotJob) || s.ImplementationType == typeof(MailJob)).ToList()) services.Remove(job);
        });
    }
}
