using Microsoft.EntityFrameworkCore;
using Roundup.Model.Papers;

namespace Roundup.Data.Papers;

public static class ErrandQueries
{
    extension(RoundupDb db)
    {
        /// <summary>
        /// Has something done for papers, from a certain instant on; what is waiting already is brought forward, not doubled. Saved with
        /// whatever else the caller saves.
        /// </summary>
        /// <param name="papers">New or known.</param>
        public async Task WantAsync(ErrandKind kind, IReadOnlyCollection<Paper> papers, DateTimeOffset dueAt, CancellationToken cancel = default)
        {
            var ids = papers.Select(p => p.Id).Where(id => id > 0).ToList();
            var waiting = ids is [] ? [] : await db.Errands.Where(e => e.Kind == kind && ids.Contains(e.PaperId)).ToListAsync(cancel);
            foreach (var errand in waiting.Where(e => e.DueAt > dueAt)) errand.Postpone(dueAt, failed: false);
            foreach (var paper in papers.Where(p => !waiting.Exists(e => e.PaperId == p.Id))) db.Add(new PaperErrand(paper, kind, dueAt));
        }

        /// <summary>
        /// Claims what is due, for one who does it. Nobody else gets the same before <paramref name="until"/>, on any instance: the claim is
        /// one update, and who comes second changes no row.
        /// </summary>
        /// <param name="atMost">How many, at most.</param>
        public async Task<List<PaperErrand>> ClaimAsync(ErrandKind kind, DateTimeOffset now, DateTimeOffset until, int atMost, CancellationToken cancel = default)
        {
            var name = Guid.NewGuid().ToString("N");
            var due = db.Errands.Where(e => e.Kind == kind && e.DueAt <= now && (e.ClaimedUntil == null || e.ClaimedUntil < now));
            var ids = await due.OrderBy(e => e.DueAt).ThenBy(e => e.Id).Select(e => e.Id).Take(atMost).ToListAsync(cancel);
            if (ids is []) return [];

            // From here on to the end: a claim that its owner never learnt of would keep everybody away until it runs out.
            await due.Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(e => e.SetProperty(c => c.ClaimedUntil, until).SetProperty(c => c.ClaimedBy, name), CancellationToken.None);
            return await db.Errands.Where(e => e.ClaimedBy == name).OrderBy(e => e.DueAt).ThenBy(e => e.Id).ToListAsync(CancellationToken.None);
        }
    }

    extension(IQueryable<PaperErrand> errands)
    {
        public IQueryable<PaperErrand> Of(ErrandKind kind) => errands.Where(e => e.Kind == kind);
    }
}
