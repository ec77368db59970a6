using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Roundup.Model;
using Roundup.Model.Issues;

namespace Roundup.Data.Issues;

/// <summary>Private copies of published issues: made, published as a correction, or dropped.</summary>
public static class WorkingCopies
{
    extension(IQueryable<Issue> issues)
    {
        /// <summary>The issue of a number as the desk works on it: its working copy where there is one, else itself.</summary>
        public Task<Issue?> AtWorkAsync(int number, CancellationToken cancel = default) =>
            issues.Where(i => i.Number == number).OrderByDescending(i => i.IsWorkingCopy).ThenBy(i => i.Id).FirstOrDefaultAsync(cancel);
    }

    extension(RoundupDb db)
    {
        /// <summary>Makes the working copy of a published issue, and saves it. Twice is once, also at the same instant.</summary>
        public async Task<Refusal?> ChangeAsync(int number, DateTimeOffset now, CancellationToken cancel = default)
        {
            if (await db.Issues.Whole.AtWorkAsync(number, cancel) is not { } issue) return new("That issue is gone.");
            if (issue.IsWorkingCopy) return null;
            if (issue.Change(now, out var copy) is { } refusal) return refusal;

            db.Add(copy!);
            if (await db.SaveAsync(cancel) is not { } race) return null;

            db.ChangeTracker.Clear();
            return await db.Issues.WorkingCopies.HasNumberAsync(number, cancel) ? null : race;
        }

        /// <summary>Makes a working copy's changes public (<see cref="Issue.Correct"/>) and ends it; its revisions become the published issue's. The caller saves once.</summary>
        /// <param name="original">Loaded whole, as its copy has to be.</param>
        public async Task<Refusal?> CorrectAsync(Issue original, Issue copy, string note, string by, DateTimeOffset now, CancellationToken cancel = default)
        {
            // What moves from one issue to the other is an orphan for an instant: who has a parent again is seen when all is saved, and with it what it has itself.
            (db.ChangeTracker.CascadeDeleteTiming, db.ChangeTracker.DeleteOrphansTiming) = (CascadeTiming.OnSaveChanges, CascadeTiming.OnSaveChanges);
            if (original.Correct(copy, note, by, now) is { } refusal) return refusal;

            await db.EndAsync(original, copy, cancel);
            return null;
        }

        /// <summary>Ends a working copy without a trace for readers. Its revisions stay with the published issue, so that its words can still be read and brought back. The caller saves.</summary>
        public async Task DropAsync(Issue original, Issue copy, Writer writer, DateTimeOffset now, CancellationToken cancel = default)
        {
            // First words have no revision yet, and would go with the copy.
            foreach (var entry in copy.Entries)
            {
                if (entry.OriginId is null && !entry.Text.IsEmpty) db.Add(new Revision(original, RevisedText.Entry, entry.Key, null, writer.PersonId, writer.Name, entry.Text.Source, now));
                foreach (var said in entry.Opinions.Where(o => o.OriginId is null && !o.Words.IsEmpty))
                    db.Add(new Revision(original, RevisedText.Opinion, entry.Key, said.Key, said.PersonId, said.PersonId is { } person && person == writer.PersonId ? writer.Name : said.Author, said.Words.Source, said.ChangedAt));
            }

            await db.EndAsync(original, copy, cancel);
        }

        private async Task EndAsync(Issue original, Issue copy, CancellationToken cancel)
        {
            foreach (var revision in await db.Revisions.Where(r => r.IssueId == copy.Id).ToListAsync(cancel)) revision.Rehome(original, revision.EntryId, revision.OpinionId);
            // What moved over has to be seen to have moved before the rest is deleted with the copy.
            db.ChangeTracker.DetectChanges();
            db.Remove(copy);
        }
    }
}
