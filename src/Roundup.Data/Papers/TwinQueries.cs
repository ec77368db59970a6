using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Roundup.Model.Papers;

namespace Roundup.Data.Papers;

/// <summary>Two papers that look like one, or that a source says are one; the older first.</summary>
public sealed record TwinPair(int FirstId, int SecondId, Likeness Likeness);

public static class TwinQueries
{
    extension(IQueryable<Paper> papers)
    {
        /// <summary>What it takes to compare them, and no column more.</summary>
        public IQueryable<PaperLook> Looks() => papers.Select(p => new PaperLook(
            p.Id, p.Title, p.TitleKey, p.SurnameKey, p.PublishedOn,
            p.Title == p.Link || p.Identifiers.Any(i => i.Value == p.Title || i.Scheme + ":" + i.Value == p.Title),
            p.MergedIntoId));
    }

    extension(RoundupDb db)
    {
        /// <summary>Papers that look like this one and about which nobody has said that they are two; the likest first.</summary>
        public async Task<List<TwinPair>> TwinsOfAsync(PaperLook paper, CancellationToken cancel = default)
        {
            var candidates = await db.Papers.Standing
                .Where(p => p.Id != paper.Id && (p.TitleKey == paper.TitleKey || (p.SurnameKey == paper.SurnameKey && p.SurnameKey != "")))
                .Looks().ToListAsync(cancel);
            var distinct = await db.PaperDistinctions.Where(d => d.FirstId == paper.Id || d.SecondId == paper.Id).ToListAsync(cancel);
            var claimed = await db.ClaimedAsync(c => c.FirstId == paper.Id || c.SecondId == paper.Id, cancel);
            return [.. candidates
                .Select(c => new TwinPair(Math.Min(paper.Id, c.Id), Math.Max(paper.Id, c.Id), PaperTwins.Compare(paper, c)))
                .Where(t => t.Likeness is not Likeness.None).UnionBy(claimed, t => (t.FirstId, t.SecondId))
                .Where(t => !distinct.Exists(d => d.IsOf(t.FirstId, t.SecondId)))
                .OrderByDescending(t => t.Likeness).ThenBy(t => t.FirstId).ThenBy(t => t.SecondId)];
        }

        /// <summary>Every pair that looks like one paper and that nobody has said to be two. Three queries; time grows with papers of one surname.</summary>
        public async Task<List<TwinPair>> TwinsAsync(CancellationToken cancel = default)
        {
            // Only who shares a title or a surname with somebody can have a twin: most papers never leave the database. Two conditions and not one,
            // so that each goes by its index.
            var standing = db.Papers.Standing;
            var looks = await standing
                .Where(p => standing.Any(o => o.TitleKey == p.TitleKey && o.Id != p.Id) || (p.SurnameKey != "" && standing.Any(o => o.SurnameKey == p.SurnameKey && o.Id != p.Id)))
                .Looks().ToListAsync(cancel);
            var distinct = (await db.PaperDistinctions.Select(d => new { d.FirstId, d.SecondId }).ToListAsync(cancel)).Select(d => (d.FirstId, d.SecondId)).ToHashSet();
            return [.. PaperTwins.PairsAmong(looks)
                .Select(t => new TwinPair(Math.Min(t.One.Id, t.Other.Id), Math.Max(t.One.Id, t.Other.Id), t.Likeness))
                .UnionBy(await db.ClaimedAsync(_ => true, cancel), t => (t.FirstId, t.SecondId))
                .Where(t => !distinct.Contains((t.FirstId, t.SecondId)))
                .OrderByDescending(t => t.Likeness).ThenBy(t => t.FirstId).ThenBy(t => t.SecondId)];
        }

        /// <summary>Keeps what a source says of two papers that were left alone. The caller saves; twice is once.</summary>
        public async Task ClaimSameAsync(Paper one, Paper other, string source, DateTimeOffset now, CancellationToken cancel = default)
        {
            var (first, second) = (Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id));
            if (!await db.PaperClaims.AnyAsync(c => c.FirstId == first && c.SecondId == second, cancel)
                && !db.PaperClaims.Local.Any(c => c.FirstId == first && c.SecondId == second))
                db.Add(new PaperClaim(one, other, source, now));
        }

        /// <summary>Claims about papers that stand for themselves.</summary>
        private async Task<List<TwinPair>> ClaimedAsync(Expression<Func<PaperClaim, bool>> which, CancellationToken cancel)
        {
            var standing = db.Papers.Standing;
            return await db.PaperClaims.Where(which)
                .Where(c => standing.Any(p => p.Id == c.FirstId) && standing.Any(p => p.Id == c.SecondId))
                .OrderBy(c => c.Id).Select(c => new TwinPair(c.FirstId, c.SecondId, Likeness.Perhaps)).ToListAsync(cancel);
        }
    }
}
