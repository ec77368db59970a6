using Microsoft.EntityFrameworkCore;
using Roundup.Model.Papers;

namespace Roundup.Data.Papers;

/// <summary>Which papers are looked at again and again: those that stand in an issue.</summary>
public static class RoundQueries
{
    /// <summary>In rows. A first start on an archive of years has thousands.</summary>
    private const int AtOnce = 500;

    extension(RoundupDb db)
    {
        /// <summary>
        /// Gives every paper of an issue its errand of a kind, where it is missing, and takes it from papers that stand in no issue any more.
        /// May be run at any time, by several instances at once: who comes second finds nothing left to do.
        /// </summary>
        /// <param name="dueAt">When a paper is due for the first time.</param>
        /// <returns>How many errands were added.</returns>
        public async Task<int> KeepRoundsAsync(ErrandKind kind, Func<Paper, DateTimeOffset> dueAt, CancellationToken cancel = default)
        {
            await db.Errands.Of(kind).Where(e => !db.Entries.Any(n => n.PaperId == e.PaperId)).ExecuteDeleteAsync(cancel);

            var missing = db.Papers.Where(p => p.MergedIntoId == null && db.Entries.Any(n => n.PaperId == p.Id) && !db.Errands.Any(e => e.PaperId == p.Id && e.Kind == kind));
            var added = 0;
            while (await missing.OrderBy(p => p.Id).Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } papers)
            {
                db.AddRange(papers.Select(p => new PaperErrand(p, kind, dueAt(p))));
                // Another instance may have been quicker with some of them; the next look finds the others.
                if (await db.SaveAsync(cancel) is null) added += papers.Count;
                db.ChangeTracker.Clear();
            }

            return added;
        }
    }

    extension(IQueryable<Paper> papers)
    {
        /// <summary>Papers with a link that failed once or more. Links are kept as JSON, and searched as the text that they are kept as.</summary>
        public IQueryable<Paper> WithFailedLinks => papers.Where(p =>
            p.LinkHealth != null || EF.Functions.Like((string)(object)EF.Property<List<PaperLink>>(p, "_links"), "%\"failures\":%"));
    }

    extension(IQueryable<PaperChange> changes)
    {
        /// <summary>What waits for an editor.</summary>
        public IQueryable<PaperChange> Open => changes.Where(c => c.SettledAt == null && c.Paper.MergedIntoId == null);

        /// <summary>What readers see.</summary>
        public IQueryable<PaperChange> Shown => changes.Where(c => c.ShownAt != null);
    }
}
