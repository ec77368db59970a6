using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model.Papers;

namespace Roundup.Web.Jobs;

/// <summary>What a round of filling reads and writes: each step in a transaction of its own, so that cards fill in one after another.</summary>
internal sealed class FillBook(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How long to wait after the first failure, the second and so on; after the last the paper waits for the editor.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>Somebody may edit a card at the very moment that it is filled in.</summary>
    private const int Attempts = 4;

    private const int AttemptsTogether = 2;

    /// <summary>Whether a mistake says that the database is busy or away, and nothing about what was to be written.</summary>
    public static bool IsOurs(Exception mistake) =>
        Saving.IsBusy(mistake) || mistake is DbException { IsTransient: true } || (mistake.InnerException is { } inner && IsOurs(inner));

    public async Task<List<FillRide>> OpenAsync(IReadOnlyList<PaperErrand> errands, CancellationToken cancel) => await WithDbAsync(async db =>
    {
        var rides = errands.Select(e => new FillRide(e)).ToList();
        foreach (var (ride, paper) in await LoadAsync(db.Papers.AsNoTracking(), rides, cancel)) ride.See(paper);
        return rides;
    });

    /// <summary>Those that nobody called off: who stops the filling takes the errands away.</summary>
    public Task<HashSet<FillRide>> StillWantedAsync(List<FillRide> rides, CancellationToken cancel) => WithDbAsync(async db =>
    {
        var ids = rides.ConvertAll(r => r.ErrandId);
        var there = await db.Errands.Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancel);
        return rides.Where(r => there.Contains(r.ErrandId)).ToHashSet();
    });

    /// <summary>Writes what a source said into the papers, and lets the rides see what is still missing.</summary>
    public async Task WriteAsync(IPaperSource source, List<(FillRide Ride, PaperId Id)> asked, IReadOnlyList<PaperRecord> records, CancellationToken cancel)
    {
        foreach (var (ride, _) in asked.Where(a => !records.Any(r => r.Id.IsSameAs(a.Id)))) ride.Unknown(source);
        var answered = asked.Select(a => (a.Ride, Record: records.FirstOrDefault(r => r.Id.IsSameAs(a.Id))?.Keepable()!)).Where(a => a.Record is not null).ToList();
        if (answered is []) return;

        try
        {
            if (await TryWriteAsync(source, answered, answered.Count > 1 ? AttemptsTogether : Attempts, cancel)) return;
        }
        catch (DbUpdateException mistake) when (!IsOurs(mistake) && answered.Count == 1)
        {
            answered[0].Ride.Failed(source, new(source.Terms.Name, $"What {source.Terms.Name} says of this paper can’t be kept. Fill it in by hand.", mistake));
            return;
        }
        catch (DbUpdateException mistake) when (!IsOurs(mistake))
        {
            // One of them holds what the database does not take: the others are no worse for it.
        }

        if (answered.Count == 1) throw new SourceException(source.Terms.Name, "Somebody else was writing to this paper all the time.") { IsPassing = true };
        // Together they don't go in, perhaps because the source calls two of them by one name: one after the other, the second finds the first.
        foreach (var (ride, id) in asked.Where(a => answered.Exists(b => b.Ride == a.Ride))) await WriteOneAsync(source, (ride, id), records, cancel);
    }

    private async Task WriteOneAsync(IPaperSource source, (FillRide Ride, PaperId Id) one, IReadOnlyList<PaperRecord> records, CancellationToken cancel)
    {
        try
        {
            await WriteAsync(source, [one], records, cancel);
        }
        catch (SourceException failure)
        {
            one.Ride.Failed(source, failure);
        }
    }

    private async Task<bool> TryWriteAsync(IPaperSource source, List<(FillRide Ride, PaperRecord Record)> answered, int attempts, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            var refusal = await WithDbAsync(async db =>
            {
                var papers = await LoadAsync(db.Papers, answered.ConvertAll(a => a.Ride), cancel);
                var taken = new List<(FillRide Ride, Paper Paper)>();
                foreach (var (ride, paper) in papers) taken.Add((ride, await TakeAsync(db, source, paper, answered.Find(a => a.Ride == ride).Record, cancel)));
                var saved = await db.SaveAsync(cancel);
                if (saved is null) foreach (var (ride, paper) in taken) ride.See(paper);
                return saved;
            });
            if (refusal is null) return true;
        }

        return false;
    }

    /// <summary>The end of a ride: done, put off, or left to the editor with a sentence.</summary>
    public async Task CloseAsync(FillRide ride, CancellationToken cancel)
    {
        try
        {
            for (var attempt = 1; attempt <= Attempts; attempt++)
                if (await WithDbAsync(db => CloseAsync(db, ride, cancel)) is null) return;
        }
        catch (DbUpdateException mistake) when (!IsOurs(mistake))
        {
            // The paper can't be told; asking for it over and over would not change that.
            await WithDbAsync(db => db.Errands.Where(e => e.Id == ride.ErrandId).ExecuteDeleteAsync(cancel));
        }
    }

    private async Task<Model.Refusal?> CloseAsync(RoundupDb db, FillRide ride, CancellationToken cancel)
    {
        var errand = await db.Errands.SingleOrDefaultAsync(e => e.Id == ride.ErrandId, cancel);
        var paper = await db.Papers.Include(p => p.Identifiers).SingleOrDefaultAsync(p => p.Id == ride.PaperId, cancel);
        if (errand is null || paper is null) return null;

        if (paper.WantsFilling) paper.FillingFailed(ride.Sentence);
        if (paper.WantsFilling && ride.MayTryAgain && errand.Attempts < Waits.Length) errand.Postpone(After(errand, ride), failed: true);
        else db.Remove(errand);
        return await db.SaveAsync(cancel);
    }

    private DateTimeOffset After(PaperErrand errand, FillRide ride)
    {
        var usual = clock.GetUtcNow() + Waits[errand.Attempts];
        return ride.RetryAt is { } asked && asked > usual ? asked : usual;
    }

    private async Task<Paper> TakeAsync(RoundupDb db, IPaperSource source, Paper paper, PaperRecord record, CancellationToken cancel)
    {
        paper.Fill(record, Typeset.Line(record.Title), PlainText.Render(record.Abstract ?? ""), clock.GetUtcNow());
        if (record.OtherIds is []) return paper;

        // Anybody can write another paper's id into a page.
        var isBelieved = source.Terms.Trust is not SourceTrust.Page;
        return (await new PaperIdentity(db).SettleAsync(paper, record.OtherIds, record.Source, clock.GetUtcNow(), isBelieved, cancel)).Paper;
    }

    private static async Task<List<(FillRide Ride, Paper Paper)>> LoadAsync(IQueryable<Paper> papers, List<FillRide> rides, CancellationToken cancel)
    {
        var ids = rides.ConvertAll(r => r.PaperId);
        var found = await papers.Include(p => p.Identifiers).Where(p => ids.Contains(p.Id)).ToListAsync(cancel);
        return [.. from ride in rides join paper in found on ride.PaperId equals paper.Id select (ride, paper)];
    }

    private async Task<T> WithDbAsync<T>(Func<RoundupDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RoundupDb>());
    }
}
