using Microsoft.EntityFrameworkCore;

namespace Roundup.Data.Outbox;

public static class OutboxQueries
{
    extension(RoundupDb db)
    {
        /// <summary>Adds what is not queued yet, by its key; nothing is saved here.</summary>
        public async Task QueueAsync(IReadOnlyCollection<QueuedMail> mails, CancellationToken cancel = default)
        {
            var keys = mails.Select(m => m.Key).ToList();
            var there = await db.Outbox.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancel);
            // What is taken back in the same save may be written anew.
            var leaving = db.ChangeTracker.Entries<QueuedMail>().Where(e => e.State is EntityState.Deleted).Select(e => e.Entity.Key);
            db.AddRange(mails.ExceptBy(there.Except(leaving), m => m.Key));
        }
    }

    extension(IQueryable<QueuedMail> mails)
    {
        /// <summary>What may be claimed now, the oldest first.</summary>
        public IQueryable<QueuedMail> Due(DateTimeOffset now) => mails.Unclaimed.Where(m => m.NextAt <= now).OrderBy(m => m.NextAt).ThenBy(m => m.Id);

        /// <summary>Neither sent, nor given up, nor being sent.</summary>
        public IQueryable<QueuedMail> Unclaimed => mails.Where(m => m.SentAt == null && m.FailedAt == null && m.ClaimedAt == null);

        /// <summary>Handed to a mail server that did not say whether it took it, or claimed by a process that ended.</summary>
        public IQueryable<QueuedMail> Uncertain(DateTimeOffset now)
        {
            var before = now - QueuedMail.SendingAtMost;
            return mails.Where(m => m.SentAt == null && m.FailedAt == null && m.ClaimedAt != null && (m.Error != "" || m.ClaimedAt < before));
        }

        public IQueryable<QueuedMail> GivenUp => mails.Where(m => m.FailedAt != null);
    }
}
