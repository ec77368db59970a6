using Microsoft.EntityFrameworkCore;
using Roundup.Model.Issues;

namespace Roundup.Data.Issues;

/// <summary>Keeps what the texts of issues said. Nothing is saved here: the caller saves once, texts and revisions together.</summary>
public static class Revisions
{
    /// <summary>Of one text. Beyond that the one goes that stood the shortest time for its age; the first and the newest stay.</summary>
    public const int AtMost = 200;

    extension(RoundupDb db)
    {
        /// <summary>
        /// Keeps a revision of every text that is about to change or to be taken out, and of what stood there before where that is not kept yet. A text
        /// that is new has no number before it is saved: its first words are kept when they change. To be called right before saving.
        /// </summary>
        /// <param name="folds">Whether what the same person saved just before is one revision with this; not so for what is brought back.</param>
        public async Task KeepRevisionsAsync(Writer writer, DateTimeOffset now, bool folds = true, CancellationToken cancel = default)
        {
            db.ChangeTracker.DetectChanges();
            foreach (var change in ChangedText.AllIn(db)) await db.KeepAsync(change, writer, now, folds, cancel);
        }

        private async Task KeepAsync(ChangedText change, Writer writer, DateTimeOffset now, bool folds, CancellationToken cancel)
        {
            var known = db.Revisions.OfNumber(change.Number).OfText(change.Of, change.EntryId, change.OpinionId);
            var last = change.IsNew ? null : await known.NewestFirst.FirstOrDefaultAsync(cancel);
            if (change.Former is not "" && last?.Text != change.Former)
                last = db.Add(change.OfFormer(writer, last?.At)).Entity;

            if (change.Text is not { } text || (last?.Text ?? "") == text) return;
            if (folds && last is not null && IsOf(last, change.Issue) && writer.PersonId is not null && last.TakesOn(writer.PersonId, now) && !last.WouldLoseMuch(text))
            {
                last.Rewrite(text, now);
                return;
            }

            db.Add(new Revision(change.Issue, change.Of, change.EntryId, change.OpinionId, writer.PersonId, writer.Name, text, now));
            if (!change.IsNew) await db.ThinAsync(known, cancel);
        }

        private async Task ThinAsync(IQueryable<Revision> known, CancellationToken cancel)
        {
            var kept = await known.NewestFirst.Select(r => new { r.Id, r.At }).ToListAsync(cancel);
            if (kept.Count < AtMost) return;

            // For its age: what is old is thinned first, what is of this week stays close together.
            var shortest = Enumerable.Range(1, kept.Count - 2).MinBy(i => (kept[i - 1].At - kept[i].At) / (kept[0].At - kept[i].At + Revision.Fold));
            if (await db.Revisions.FindAsync([kept[shortest].Id], cancel) is { } revision) db.Remove(revision);
        }
    }

    extension(IQueryable<Revision> revisions)
    {
        /// <summary>Of an issue and of its working copy.</summary>
        public IQueryable<Revision> OfNumber(int number) => revisions.Where(r => r.Issue.Number == number);

        /// <summary>Of one text. Entries and opinions are named by the ids that stay, their keys.</summary>
        public IQueryable<Revision> OfText(RevisedText of, int? entryId, int? opinionId) => of switch
        {
            RevisedText.Opinion => revisions.Where(r => r.Of == RevisedText.Opinion && r.OpinionId == opinionId),
            RevisedText.Entry => revisions.Where(r => r.Of == RevisedText.Entry && r.EntryId == entryId),
            _ => revisions.Where(r => r.Of == of),
        };

        public IQueryable<Revision> NewestFirst => revisions.OrderByDescending(r => r.At).ThenByDescending(r => r.Id);
    }

    // What was written before publication is not written over by a correction.
    private static bool IsOf(Revision last, Issue issue) => last.Id == 0 || last.IssueId == issue.Id;
}
