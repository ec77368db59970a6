using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Outbox;
using Roundup.Model.Issues;
using Roundup.Web.Releasing;

namespace Roundup.Web.Areas.Admin;

/// <summary>What the schedule says to whoever opens the desk.</summary>
/// <param name="Due">Is due on Friday …; empty before the site is set up.</param>
/// <param name="Asks">What only a person can decide.</param>
public sealed record DeskHome(string Due, Rhythm? Rhythm, SlotTime? Next, IReadOnlyList<DeskHome.Question> Asks, int UncertainMail, int FailedMail)
{
    /// <param name="Day">The slot that it is about; null for an issue with a moment of its own.</param>
    /// <param name="IsOverdue">Nothing was done at all, for it was found too late.</param>
    public sealed record Question(int Number, DateOnly? Day, bool IsOverdue, string Words);

    public static async Task<DeskHome> ReadAsync(RoundupDb db, IReadOnlyList<IssueRow> drafts, int number, DateTimeOffset now, CancellationToken cancel)
    {
        // One look: what was sent needs nobody.
        var mail = await db.Outbox.Where(m => m.SentAt == null && (m.FailedAt != null || m.ClaimedAt != null)).Select(m => new { m.FailedAt, m.ClaimedAt, m.Error }).ToListAsync(cancel);
        var failed = mail.Count(m => m.FailedAt != null);
        var uncertain = mail.Count(m => m.FailedAt == null && (m.Error != "" || m.ClaimedAt < now - QueuedMail.SendingAtMost));
        if (await db.ReadSlotsAsync(now, cancel) is not { } slots) return new("", null, null, [], uncertain, failed);

        var records = await db.Slots.AsNoTracking().ToListAsync(cancel);
        var issues = await db.Issues.Published.Select(i => new Rhythm.Out(i.Number, i.SlotDay, i.CreatedAt, i.PublishedAt!.Value)).ToListAsync(cancel);
        var unscheduled = drafts.Where(d => d.ScheduledAt is null).Select(d => (int?)d.Number).Min();
        var rhythm = Rhythm.Of(slots.Cadence, issues, records, unscheduled ?? number, slots.LeftOpen(now)?.Day, now);
        var next = slots.Next(now);
        var asks = Scheduled(drafts, now).Concat(unscheduled is { } waiting ? Left(slots, waiting, now) : []).ToList();
        var row = drafts.FirstOrDefault(d => d.Number == number);
        return new(DueOf(row, slots, next, unscheduled == number || row is null ? slots.LeftOpen(now) : null), rhythm, next, asks, uncertain, failed);
    }

    private static string DueOf(IssueRow? row, SlotBook slots, SlotTime next, SlotRecord? left) => row switch
    {
        { ScheduledAt: { } at, ScheduledZone: var zone } => $"goes out by itself on {Slot.InWords(at, zone)}",
        not null when left is not null => $"was due on {Slot.InWords(slots.Calendar.InstantOf(left.Day), slots.Cadence.Zone)}",
        _ => $"is due on {Slot.InWords(next.At, slots.Cadence.Zone)}",
    };

    private static IEnumerable<Question> Scheduled(IEnumerable<IssueRow> drafts, DateTimeOffset now) =>
        drafts.Where(d => d.ScheduledAt is { } at && now - at > SlotRound.LateAtMost).Select(d => new Question(d.Number, null, true,
            $"Issue {d.Number} was scheduled for {Slot.InWords(d.ScheduledAt!.Value, d.ScheduledZone)} and has not gone out."));

    private static IEnumerable<Question> Left(SlotBook slots, int number, DateTimeOffset now)
    {
        if (slots.LeftOpen(now) is not { } left) yield break;

        var due = Slot.InWords(slots.Calendar.InstantOf(left.Day), slots.Cadence.Zone);
        yield return left.Outcome is SlotOutcome.Asked
            ? new(number, left.Day, true, $"Issue {number} was due on {due}. The site found that more than two hours late, so nothing was published.")
            : new(number, left.Day, false, $"Issue {number} was due on {due} and is held.{(left.Reason is "" ? "" : $" {left.Reason}")} Publish it whenever it is ready; no number is lost.");
    }
}
