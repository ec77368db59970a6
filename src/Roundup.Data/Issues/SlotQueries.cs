using Microsoft.EntityFrameworkCore;
using Roundup.Model.Issues;

namespace Roundup.Data.Issues;

public static class SlotQueries
{
    /// <summary>In days, back from now: as far as the slot before the last of the slowest cadence.</summary>
    private const int Memory = 2 * 7 * Cadence.MaxWeeks + 2;

    extension(RoundupDb db)
    {
        /// <summary>What is decided about slots; null until the site is set up. The records are tracked.</summary>
        /// <param name="except">An issue whose own slot counts as free.</param>
        public async Task<SlotBook?> ReadSlotsAsync(DateTimeOffset now, CancellationToken cancel = default, Issue? except = null)
        {
            if (await db.Publications.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } publication) return null;

            var since = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-Memory);
            var records = await db.Slots.Where(s => s.Day >= since).ToListAsync(cancel);
            var id = except?.Id;
            var scheduled = await db.Issues.Drafts.Where(i => i.ScheduledAt != null && i.SlotDay != null && (id == null || i.Id != id)).Select(i => i.SlotDay!.Value).ToListAsync(cancel);
            return new SlotBook(publication.Cadence, records, scheduled);
        }

        /// <summary>The record of a date's slot; a new one is added, not saved.</summary>
        public async Task<SlotRecord> SlotAsync(DateOnly day, CancellationToken cancel = default)
        {
            if (await db.Slots.SingleOrDefaultAsync(s => s.Day == day, cancel) is { } record) return record;

            record = new SlotRecord(day);
            db.Add(record);
            return record;
        }

        /// <summary>Takes out slots that are only awaited: another cadence has others.</summary>
        public async Task ForgetAwaitedAsync(Cadence before, DateTimeOffset now, CancellationToken cancel = default)
        {
            var calendar = new SlotCalendar(before);
            var awaited = await db.Slots.Where(s => s.Outcome == SlotOutcome.Open).ToListAsync(cancel);
            db.RemoveRange(awaited.Where(s => calendar.InstantOf(s.Day) > now));
        }
    }

    extension(IQueryable<Issue> issues)
    {
        /// <summary>Drafts without a moment of their own: those that slots are for, the next one first.</summary>
        public IQueryable<Issue> ForSlots => issues.Drafts.Where(i => i.ScheduledAt == null).OrderBy(i => i.Number);
    }
}
