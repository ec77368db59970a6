using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Sources;

namespace Roundup.Web.Jobs;

/// <summary>What a recheck reads and writes: each paper in a transaction of its own, together with the errand's next date.</summary>
internal sealed class RecheckBook(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Somebody may edit the paper at that very moment.</summary>
    private const int Attempts = 4;

    public Task<List<Recheck>> OpenAsync(IReadOnlyList<PaperErrand> errands, CancellationToken cancel) => WithDbAsync(async db =>
    {
        var ids = errands.Select(e => e.PaperId).ToList();
        var names = await db.Papers.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, Names = p.Identifiers.OrderBy(i => i.Id).Select(i => new PaperId(i.Scheme, i.Value, i.CoveredVersion)).ToList() })
            .ToDictionaryAsync(p => p.Id, p => p.Names, cancel);
        return errands.Where(e => names.ContainsKey(e.PaperId)).Select(e => new Recheck(e, names[e.PaperId])).ToList();
    });

    /// <summary>Writes what was found and when to look again.</summary>
    public async Task CloseAsync(Recheck recheck, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
            if (await WithDbAsync(db => CloseAsync(db, recheck, cancel)) is null) return;
    }

    /// <summary>Nothing is written of what was found: a database that does not take it is asked again the next night, with whatever is said then.</summary>
    public Task<Refusal?> PutOffAsync(Recheck recheck, CancellationToken cancel) => WithDbAsync(async db =>
    {
        var errand = await db.Errands.SingleOrDefaultAsync(e => e.Id == recheck.ErrandId, cancel);
        errand?.Postpone(Rounds.NextNight(recheck.PaperId, await RoundsJob.ZoneAsync(db, cancel), clock.GetUtcNow()), failed: true);
        return await db.SaveAsync(cancel);
    });

    private async Task<Refusal?> CloseAsync(RoundupDb db, Recheck recheck, CancellationToken cancel)
    {
        var errand = await db.Errands.SingleOrDefaultAsync(e => e.Id == recheck.ErrandId, cancel);
        if (await db.Papers.Include(p => p.Identifiers).SingleOrDefaultAsync(p => p.Id == recheck.PaperId, cancel) is { } paper)
        {
            var known = await db.PaperChanges.Where(c => c.PaperId == paper.Id).ToListAsync(cancel);
            // A paper that turns out to be another one is looked at under that name the next night.
            foreach (var record in recheck.Records.TakeWhile(_ => !paper.IsMerged)) await TakeAsync(db, paper, record, known, cancel);
        }

        errand?.Postpone(Rounds.NextNight(recheck.PaperId, await RoundsJob.ZoneAsync(db, cancel), clock.GetUtcNow()), recheck.HasFailed);
        return await db.SaveAsync(cancel);
    }

    private async Task TakeAsync(RoundupDb db, Paper paper, PaperRecord record, List<PaperChange> known, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var notice in paper.NewsIn(record, Withdrawal.IsHintedAt(record)))
        {
            var change = paper.Changed(notice, record, now);
            if (known.Exists(k => IsSame(k, change))) continue;

            // Of versions only the latest is worth a look.
            foreach (var older in known.Where(k => k.IsOpen && k.NewVersion < change.NewVersion)) older.Dismiss("", now);
            known.Add(change);
            db.Add(change);
        }

        // A card that still waits for its words is covered with them.
        if (!paper.WantsFilling) paper.Cover(PaperEdition.Of(record, now));
        if (record.OtherIds is not []) await new PaperIdentity(db).SettleAsync(paper, record.OtherIds, record.Source, now, cancel: cancel);
    }

    // Sources spell a journal and a notice in their own ways; a version that is older than one we know is a copy that lags behind.
    private static bool IsSame(PaperChange known, PaperChange found) => known.Kind == found.Kind
        && (found.NewVersion is { } version ? known.NewVersion >= version : Letters.Only(known.Detail) == Letters.Only(found.Detail));

    private async Task<T> WithDbAsync<T>(Func<RoundupDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RoundupDb>());
    }
}
