using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin;

/// <summary>How far the sources have got with the papers of an issue.</summary>
public sealed record FillingState(IReadOnlyDictionary<int, PaperErrand> Errands, DateTimeOffset Now, int Papers)
{
    public static async Task<FillingState> ReadAsync(RoundupDb db, Issue issue, DateTimeOffset now, CancellationToken cancel = default)
    {
        var ids = issue.Entries.Select(e => e.PaperId).Distinct().ToList();
        var errands = await db.Errands.Of(ErrandKind.Fill).AsNoTracking().Where(e => ids.Contains(e.PaperId)).ToDictionaryAsync(e => e.PaperId, cancel);
        var changed = await db.PaperChanges.Open.Where(c => ids.Contains(c.PaperId)).Select(c => c.PaperId).ToListAsync(cancel);
        return new(errands, now, ids.Count) { Changed = changed.ToHashSet() };
    }

    /// <summary>Papers to which something happened that an editor has not settled.</summary>
    public IReadOnlySet<int> Changed { get; init; } = new HashSet<int>();

    /// <summary>Whether something about a paper waits on the page of changes.</summary>
    public bool HasChanged(Paper paper) => Changed.Contains(paper.Id) || paper.OpenLinks.Any();

    /// <summary>Papers that are being asked for at this moment, or will be within seconds.</summary>
    public int Asking => Errands.Values.Count(IsAsking);

    /// <summary>Papers whose sources did not answer and are asked again by themselves.</summary>
    public int Later => Errands.Count - Asking;

    /// <summary>Being asked is not being answered: a source may have failed.</summary>
    public string Progress => $"The sources are being asked: {Papers - Asking} of {InWords.Count(Papers, "paper", "papers")} done.";

    public bool IsAsking(Paper paper) => Errands.TryGetValue(paper.Id, out var errand) && IsAsking(errand);

    /// <summary>When the paper is asked for again; null where it is not waiting for that.</summary>
    public DateTimeOffset? AgainAt(Paper paper) => Errands.TryGetValue(paper.Id, out var errand) && !IsAsking(errand) ? errand.DueAt : null;

    /// <summary>A mark of what the cards show: it changes when a source has filled something in.</summary>
    public string MarkOf(Issue issue) => string.Join('.', issue.Entries.Sum(e => (long)e.Paper.Version), Asking, Later, issue.Entries.Count);

    private bool IsAsking(PaperErrand errand) => errand.DueAt <= Now || errand.ClaimedUntil >= Now;
}
