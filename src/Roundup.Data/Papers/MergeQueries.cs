using Microsoft.EntityFrameworkCore;
using Roundup.Model;
using Roundup.Model.Papers;

namespace Roundup.Data.Papers;

public static class MergeQueries
{
    extension(RoundupDb db)
    {
        /// <summary>A paper with its names and topics, whether it stands for itself or was merged.</summary>
        public Task<Paper?> PaperAsync(int id, CancellationToken cancel = default) =>
            db.Papers.Include(p => p.Identifiers.OrderBy(i => i.Id)).Include(p => p.Topics.OrderBy(t => t.Key)).AsSingleQuery().SingleOrDefaultAsync(p => p.Id == id, cancel);

        /// <summary>The paper that an id stands for by now: itself, or what it was put together with. The id itself where nobody has it.</summary>
        public async Task<int> StandsForAsync(int id, CancellationToken cancel = default)
        {
            // A merged paper is never merged again and never takes another one in, so the way has an end.
            while (await db.Papers.Where(p => p.Id == id).Select(p => p.MergedIntoId).SingleOrDefaultAsync(cancel) is { } next) id = next;
            return id;
        }

        /// <summary>Everything that hangs on some papers, to be changed; also what was moved to them and is not saved yet.</summary>
        public async Task<PaperBelongings> BelongingsAsync(IReadOnlyCollection<int> papers, CancellationToken cancel = default)
        {
            await db.Entries.Where(e => papers.Contains(e.PaperId)).LoadAsync(cancel);
            await db.Inbox.Where(i => papers.Contains(i.PaperId)).LoadAsync(cancel);
            await db.PaperChanges.Where(c => papers.Contains(c.PaperId)).LoadAsync(cancel);
            await db.Errands.Where(e => papers.Contains(e.PaperId)).LoadAsync(cancel);
            await db.Papers.Where(p => papers.Contains(p.Id)).Include(p => p.Topics).AsSingleQuery().LoadAsync(cancel);
            return new(
                [.. db.Entries.Local.Where(e => papers.Contains(e.PaperId)).OrderBy(e => e.Id)],
                [.. db.Inbox.Local.Where(i => papers.Contains(i.PaperId)).OrderBy(i => i.Id)],
                [.. db.PaperChanges.Local.Where(c => papers.Contains(c.PaperId)).OrderBy(c => c.Id)],
                [.. db.Errands.Local.Where(e => papers.Contains(e.PaperId)).OrderBy(e => e.Id)]);
        }

        /// <summary>
        /// Puts two papers together (<see cref="Paper.Absorb"/>), with everything that hangs on them. The caller saves once: all of it is one
        /// transaction, and whoever merges, splits or edits one of the two at the same time is told.
        /// </summary>
        /// <param name="kept">With its identifiers; saved already.</param>
        /// <param name="absorbed">With its identifiers; saved already.</param>
        public async Task<(Refusal? Refusal, PaperMerge? Merge)> MergeAsync(Paper kept, Paper absorbed, string by, string reason, DateTimeOffset now, CancellationToken cancel = default)
        {
            var things = await db.BelongingsAsync([kept.Id, absorbed.Id], cancel);
            if (kept.Absorb(absorbed, things, by, reason, now, out var merge) is { } refusal) return (refusal, null);

            db.Add(merge!);
            db.RemoveRange(things.Errands.Where(e => ReferenceEquals(e.Paper, absorbed)));
            return (null, merge);
        }

        /// <summary>
        /// Takes a merge back, and remembers that the two are two, so that nobody puts them together again by itself. The caller saves once.
        /// </summary>
        /// <returns>Why not; what could not be put back, as sentences.</returns>
        public async Task<(Refusal? Refusal, IReadOnlyList<string> Left)> UndoAsync(int mergeId, string by, DateTimeOffset now, CancellationToken cancel = default)
        {
            if (await db.PaperMerges.SingleOrDefaultAsync(m => m.Id == mergeId, cancel) is not { } merge) return (new("That is not known any more."), []);

            var (keptId, absorbedId) = (merge.KeptId, merge.AbsorbedId);
            await db.Papers.Include(p => p.Identifiers).Where(p => p.Id == keptId || p.Id == absorbedId).LoadAsync(cancel);
            var later = await db.PaperMerges.Where(m => m.Id > mergeId && (m.KeptId == keptId || m.AbsorbedId == keptId)).ToListAsync(cancel);
            if (merge.Undo(await db.BelongingsAsync([keptId, absorbedId], cancel), later, by, now, out var left) is { } refusal) return (refusal, []);

            foreach (var kind in merge.EndedErrands) db.Add(new PaperErrand(merge.Absorbed, kind, now));
            await db.DistinguishAsync(merge.Kept, merge.Absorbed, by, now, cancel);
            return (null, left);
        }

        /// <summary>Remembers that two papers are two. The caller saves; twice is once.</summary>
        public async Task DistinguishAsync(Paper one, Paper other, string by, DateTimeOffset now, CancellationToken cancel = default)
        {
            if (!await db.AreDistinctAsync(one.Id, other.Id, cancel)) db.Add(new PaperDistinction(one, other, by, now));
        }

        /// <summary>Whether an editor said that two papers are two.</summary>
        public Task<bool> AreDistinctAsync(int one, int other, CancellationToken cancel = default)
        {
            var (first, second) = (Math.Min(one, other), Math.Max(one, other));
            return db.PaperDistinctions.AnyAsync(d => d.FirstId == first && d.SecondId == second, cancel);
        }
    }

    extension(IQueryable<Paper> papers)
    {
        /// <summary>Papers that stand for themselves.</summary>
        public IQueryable<Paper> Standing => papers.Where(p => p.MergedIntoId == null);
    }
}
