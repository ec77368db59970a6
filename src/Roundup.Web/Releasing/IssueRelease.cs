using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Talk;

namespace Roundup.Web.Releasing;

/// <summary>
/// What belongs to an issue's going out, by hand or by itself: its slot is taken, there is a next draft, and whoever suggested a paper of it hears of it. Nothing is saved
/// here, so that all of it is one save.
/// </summary>
public sealed class IssueRelease(RoundupDb db, SuggestionFates fates)
{
    public async Task<Refusal?> ReleaseAsync(Issue issue, string by, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (issue.Publish(by, now) is { } refusal) return refusal;

        await fates.AppearAsync(issue, by, now, cancel);
        await OpenNextAsync(issue, now, cancel);
        if (await db.ReadSlotsAsync(now, cancel) is { } slots) await TakeAsync(issue, Slot(issue, slots, now), by, now, cancel);
        return null;
    }

    /// <summary>Publishes what is ready for a slot that has come; the rest rolls over.</summary>
    /// <param name="isReady">Which entries can stand before readers.</param>
    public async Task<Refusal?> ReleaseReadyAsync(Issue issue, Issue next, SlotRecord slot, Func<Entry, bool> isReady, DateTimeOffset now, CancellationToken cancel = default)
    {
        var rolled = issue.Entries.Where(e => !isReady(e)).Select(e => e.Id).ToList();
        if (issue.PublishReady(next, isReady, "", now) is { } refusal) return refusal;

        await fates.AppearAsync(issue, "", now, cancel);
        await TakeWordsAlongAsync(rolled, next, cancel);
        issue.Aim(slot.Day);
        return slot.Decide(SlotOutcome.Published, issue.Number, "", now);
    }

    public async Task<Refusal?> RollOverAsync(Issue issue, Entry entry, DateTimeOffset now, CancellationToken cancel = default)
    {
        var next = await OpenNextAsync(issue, now, cancel);
        if (issue.RollOver(entry, next, now) is { } refusal) return refusal;

        await TakeWordsAlongAsync([entry.Id], next, cancel);
        return null;
    }

    /// <summary>The draft that comes after an issue, with its entries: one that is there, or a new one.</summary>
    public async Task<Issue> OpenNextAsync(Issue issue, DateTimeOffset now, CancellationToken cancel = default)
    {
        var drafts = db.Issues.Drafts.Where(i => i.Id != issue.Id);
        if (await drafts.Outlined.OrderBy(i => i.Number < issue.Number).ThenBy(i => i.Number).FirstOrDefaultAsync(cancel) is { } there) return there;

        var next = new Issue(await db.Issues.NextNumberAsync(cancel), now);
        db.Add(next);
        return next;
    }

    private static DateOnly Slot(Issue issue, SlotBook slots, DateTimeOffset now) =>
        issue.SlotDay is { } aimed && slots[aimed] is null or { IsFree: true } ? aimed : slots.For(now).Day;

    private async Task TakeAsync(Issue issue, DateOnly day, string by, DateTimeOffset now, CancellationToken cancel)
    {
        issue.Aim(day);
        (await db.SlotAsync(day, cancel)).Decide(SlotOutcome.Published, issue.Number, by, now);
    }

    /// <summary>What was written of an entry is remembered where it stands now.</summary>
    private async Task TakeWordsAlongAsync(List<int> entries, Issue next, CancellationToken cancel)
    {
        if (entries is []) return;

        foreach (var revision in await db.Revisions.Where(r => r.EntryId != null && entries.Contains(r.EntryId.Value)).ToListAsync(cancel))
            revision.Rehome(next, revision.EntryId, revision.OpinionId);
    }
}
