using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Areas.Admin;
using Roundup.Web.Security;

namespace Roundup.Web.Releasing;

/// <summary>
/// What the schedule does by itself at a moment. Each step is one save; of two instances that take the same step, the database lets one through: a slot's date
/// is unique, and slot and issue carry versions. So a round may be run at any time, twice, or be killed anywhere.
/// </summary>
public sealed partial class SlotRound(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SlotRound> log)
{
    /// <summary>What is found later than that does not fire any more: the desk asks.</summary>
    public static readonly TimeSpan LateAtMost = TimeSpan.FromHours(2);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var id in await WithAsync(s => s.Db.Issues.Drafts.Where(i => i.ScheduledAt != null && i.ScheduledAt <= now).OrderBy(i => i.Number).Select(i => i.Id).ToListAsync(cancel)))
            await WithAsync(s => PublishScheduledAsync(s, id, now, cancel));
        foreach (var slot in await WithAsync(s => DueAsync(s, now, cancel)))
            await WithAsync(s => DecideAsync(s, slot, now, cancel));
        await WithAsync(s => AwaitNextAsync(s, now, cancel));
        await WithAsync(s => RemindAsync(s, now, cancel));
    }

    private async Task<bool> PublishScheduledAsync(Site site, int id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await site.Db.Issues.Drafts.Whole.SingleOrDefaultAsync(i => i.Id == id && i.ScheduledAt != null, cancel) is not { } issue) return false;

        // A refusal is tried again, until it is overdue: then the desk asks.
        var refusal = now - issue.ScheduledAt > LateAtMost ? null : await site.Release.ReleaseAsync(issue, issue.ScheduledBy, now, cancel);
        if (refusal is not null) return Note(issue.Number, refusal);
        if (issue.IsPublished) site.Db.AuditSchedule("issue.published", $"published issue {issue.Number}, as {issue.ScheduledBy} had set", $"/admin/issues/{issue.Number}/edit", now);
        else await site.Notices.QueueAsync(SlotNotices.AskedFor(issue), now, cancel);
        return await SaveAsync(site, issue.Number, cancel);
    }

    private static async Task<List<SlotTime>> DueAsync(Site site, DateTimeOffset now, CancellationToken cancel)
    {
        if (await site.Db.ReadSlotsAsync(now, cancel) is not { } slots) return [];

        var awaited = await site.Db.Slots.Where(s => s.Outcome == SlotOutcome.Open).OrderBy(s => s.Day).Select(s => s.Day).ToListAsync(cancel);
        return [.. awaited.Select(day => new SlotTime(day, slots.Calendar.InstantOf(day))).Where(s => s.At <= now)];
    }

    private async Task<bool> DecideAsync(Site site, SlotTime slot, DateTimeOffset now, CancellationToken cancel)
    {
        var record = await site.Db.SlotAsync(slot.Day, cancel);
        // An issue with a moment of its own stands for the slot: it says when.
        if (record.Outcome is not SlotOutcome.Open || await site.Db.Issues.Drafts.AnyAsync(i => i.SlotDay == slot.Day && i.ScheduledAt != null, cancel)) return false;

        var cadence = (await site.Db.Publications.AsNoTracking().SingleAsync(cancel)).Cadence;
        var issue = await site.Db.Issues.ForSlots.Whole.FirstOrDefaultAsync(cancel);
        var number = issue?.Number ?? await site.Db.Issues.NextNumberAsync(cancel);
        if (now - slot.At > LateAtMost)
        {
            record.Decide(SlotOutcome.Asked, issue?.Number, "", now);
            await site.Notices.QueueAsync(SlotNotices.Asked(slot, cadence, number, issue), now, cancel);
        }
        else if (await TryReleaseAsync(site, cadence, issue, record, slot, now, cancel) is { } reason)
        {
            record.Decide(SlotOutcome.Held, issue?.Number, "", now, reason);
            site.Db.AuditSchedule("slot.held", $"held issue {number} at its slot", "/admin", now);
            await site.Notices.QueueAsync(SlotNotices.Held(slot, cadence, number, issue, reason), now, cancel);
        }

        return await SaveAsync(site, number, cancel);
    }

    /// <summary>Null where it went out; else why not, which is empty where the rule is to hold.</summary>
    private static async Task<string?> TryReleaseAsync(Site site, Cadence cadence, Issue? issue, SlotRecord record, SlotTime slot, DateTimeOffset now, CancellationToken cancel)
    {
        if (cadence.Rule is not SlotRule.PublishReady) return "";
        if (issue is null) return "It has not been started.";

        var filling = await FillingState.ReadAsync(site.Db, issue, now, cancel);
        bool IsReady(Entry entry) => entry.IsReady && !(entry.Paper.WantsFilling && filling.IsAsking(entry.Paper));
        var rolled = issue.Entries.Count(e => !IsReady(e));
        // Nothing of a refused issue may be half moved: what can be refused is asked before.
        if (rolled == issue.Entries.Count) return "No paper of it is ready.";
        if (string.IsNullOrWhiteSpace(issue.Title)) return "Give the issue a title first.";

        var next = await site.Release.OpenNextAsync(issue, now, cancel);
        if (await site.Release.ReleaseReadyAsync(issue, next, record, IsReady, now, cancel) is { } refusal) throw new InvalidOperationException(refusal.Sentence);

        site.Db.AuditSchedule("issue.published", $"published what was ready of issue {issue.Number}", $"/admin/issues/{issue.Number}/edit", now);
        await site.Notices.QueueAsync(SlotNotices.Out(slot, issue, next, rolled), now, cancel);
        return null;
    }

    /// <summary>Writes down which slot is awaited: only what was written down beforehand is acted upon.</summary>
    private async Task<bool> AwaitNextAsync(Site site, DateTimeOffset now, CancellationToken cancel)
    {
        if (await site.Db.ReadSlotsAsync(now, cancel) is not { } slots) return false;

        var next = slots.Next(now);
        if (slots[next.Day] is not null) return false;

        site.Db.Add(new SlotRecord(next.Day));
        return await SaveAsync(site, 0, cancel);
    }

    private async Task<bool> RemindAsync(Site site, DateTimeOffset now, CancellationToken cancel)
    {
        if (await site.Db.ReadSlotsAsync(now, cancel) is not { } slots || slots.Cadence.RemindHours == 0) return false;

        var next = slots.Next(now);
        if (next.At - now > TimeSpan.FromHours(slots.Cadence.RemindHours) || slots[next.Day] is not { RemindedAt: null } record) return false;

        var issue = await site.Db.Issues.ForSlots.Whole.AsNoTracking().FirstOrDefaultAsync(cancel);
        if (issue is not null && Readiness.Of(issue, Readiness.Around.Nothing).IsReady) return false;

        var number = issue?.Number ?? await site.Db.Issues.NextNumberAsync(cancel);
        record.NoteReminder(now);
        await site.Notices.QueueAsync(SlotNotices.Reminder(next, slots.Cadence, number, issue), now, cancel);
        return await SaveAsync(site, number, cancel);
    }

    private async Task<bool> SaveAsync(Site site, int number, CancellationToken cancel) =>
        await site.Db.SaveAsync(cancel) is not { } race || Note(number, race);

    private bool Note(int number, Refusal refusal)
    {
        LogRefusal(log, number, refusal.Sentence);
        return false;
    }

    private async Task<T> WithAsync<T>(Func<Site, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return await work(new(services.GetRequiredService<RoundupDb>(), services.GetRequiredService<IssueRelease>(), services.GetRequiredService<SlotNotices>()));
    }

    private sealed record Site(RoundupDb Db, IssueRelease Release, SlotNotices Notices);

    [LoggerMessage(LogLevel.Information, "The schedule left issue {Number} as it is: {Reason}")]
    private static partial void LogRefusal(ILogger log, int number, string reason);
}
