using Microsoft.EntityFrameworkCore;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Data.Papers;

/// <summary>What became of a paper when a source named it by other ids.</summary>
/// <param name="Paper">The paper that stands for it now: itself, or the one that it was put together with.</param>
/// <param name="Merges">What was put together.</param>
/// <param name="Unsettled">Papers that the source says are the same and that were left alone: an editor has to say.</param>
public sealed record Settlement(Paper Paper, IReadOnlyList<PaperMerge> Merges, IReadOnlyList<Paper> Unsettled);

/// <summary>
/// Keeps one identity a paper while sources name it: an id that nobody has becomes another name of the paper; an id that another paper has
/// says that the two are one, and where that is plausible they are put together. Nothing is saved here: the caller saves once.
/// </summary>
public sealed class PaperIdentity(RoundupDb db)
{
    /// <summary>Called after a source has answered and its words were taken (<see cref="Paper.Fill"/>).</summary>
    /// <param name="paper">Saved, with its identifiers, and standing for itself.</param>
    /// <param name="others">What the source calls it, <see cref="PaperRecord.OtherIds"/>, in canonical form.</param>
    /// <param name="source">The source's name: it stands as the reason.</param>
    /// <param name="isBelieved">Whether its word alone puts papers together; what any page says of itself is put to an editor.</param>
    public async Task<Settlement> SettleAsync(Paper paper, IReadOnlyList<PaperId> others, string source, DateTimeOffset now, bool isBelieved = true, CancellationToken cancel = default)
    {
        var (merges, unsettled) = (new List<PaperMerge>(), new List<Paper>());
        if (paper.IsMerged) return new(paper, merges, unsettled);

        var known = await db.Papers.ByKeyAsync(others, cancel);
        foreach (var id in others.Where(id => !known.ContainsKey(id.Key))) paper.Identify(id);
        foreach (var (other, id) in known.Values.Distinct().Select(o => (o, others.First(i => o.IsKnownAs(i)))))
        {
            if (other.Id == paper.Id || unsettled.Contains(other)) continue;
            if (isBelieved && await TryMergeAsync(paper, other, source, id, now, cancel) is { } merge)
            {
                merges.Add(merge);
                paper = merge.Kept;
                continue;
            }

            unsettled.Add(other);
            await db.ClaimSameAsync(paper, other, source, now, cancel);
        }

        return new(paper, merges, unsettled);
    }

    private async Task<PaperMerge?> TryMergeAsync(Paper paper, Paper other, string source, PaperId id, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await MayMergeAsync(paper, other, cancel)) return null;

        var (kept, absorbed) = await KeptOfAsync(paper, other, cancel) == paper.Id ? (paper, other) : (other, paper);
        return (await db.MergeAsync(kept, absorbed, source, $"{source} says that {id.Key} is the same paper", now, cancel)).Merge;
    }

    /// <summary>The id of the paper that is kept of two: the one that readers know, else the older.</summary>
    public async Task<int> KeptOfAsync(Paper one, Paper other, CancellationToken cancel = default)
    {
        var known = await Published.Where(e => e.PaperId == one.Id || e.PaperId == other.Id).Select(e => e.PaperId).Distinct().ToListAsync(cancel);
        return known is [var only] ? only : Math.Min(one.Id, other.Id);
    }

    private async Task<bool> MayMergeAsync(Paper one, Paper other, CancellationToken cancel) =>
        PaperTwins.ArePlausiblyOne(PaperLook.Of(one), PaperLook.Of(other))
        && !await db.AreDistinctAsync(one.Id, other.Id, cancel)
        // Readers know both by what was said of them, under two titles: that is an editor's to judge.
        && (one.TitleKey == other.TitleKey || !await HasPublicOpinionAsync(one, cancel) || !await HasPublicOpinionAsync(other, cancel));

    private Task<bool> HasPublicOpinionAsync(Paper paper, CancellationToken cancel) =>
        Published.AnyAsync(e => e.PaperId == paper.Id && e.Opinions.Any(o => o.Words.Words > 0), cancel);

    private IQueryable<Entry> Published => db.Entries.Where(e => e.Issue.PublishedAt != null);
}
