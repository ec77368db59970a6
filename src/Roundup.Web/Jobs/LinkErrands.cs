using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Web.Reading;

namespace Roundup.Web.Jobs;

/// <summary>Looks every week whether the links of covered papers still lead somewhere. A host is asked one thing at a time, with a pause after each.</summary>
public sealed class LinkErrands(IServiceScopeFactory scopes, LinkCheck check, TimeProvider clock) : IErrandRunner
{
    private const int HostsAtOnce = 4;

    /// <summary>A paper has five. What a hostile source lists beyond this many is not looked at.</summary>
    private const int LinksAtMost = 30;

    /// <summary>When nothing at all is reached of this many hosts or more, it is our own network that is down.</summary>
    private const int HostsThatTell = 3;

    private const int Attempts = 4;

    public ErrandKind Kind => ErrandKind.CheckLinks;

    public int AtOnce => 10;

    public async Task RunAsync(IReadOnlyList<PaperErrand> errands, CancellationToken cancel)
    {
        var links = await WithDbAsync(async db =>
        {
            var ids = errands.Select(e => e.PaperId).ToList();
            var papers = await db.Papers.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel);
            return papers.SelectMany(p => p.CheckableLinks.Take(LinksAtMost)).Distinct().ToList();
        });
        var (sights, isOffline) = await LookAsync(links, cancel);
        foreach (var errand in errands) await CloseAsync(errand, isOffline ? [] : sights, isOffline, cancel);
    }

    private async Task<(Dictionary<string, LinkSight> Sights, bool IsOffline)> LookAsync(List<string> links, CancellationToken cancel)
    {
        var sights = new Dictionary<string, LinkSight>();
        var hosts = links.GroupBy(l => new Uri(l).Host).ToList();
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancel }, async (host, stop) =>
        {
            foreach (var link in host)
            {
                var sight = await check.LookAsync(link, cancel: stop);
                lock (sights) sights[link] = sight;
            }
        });
        return (sights, hosts.Count >= HostsThatTell && sights.Values.All(s => s is LinkSight.Unreachable or LinkSight.Silent));
    }

    private async Task CloseAsync(PaperErrand errand, Dictionary<string, LinkSight> sights, bool failed, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
            if (await WithDbAsync(db => CloseAsync(db, errand, sights, failed, cancel)) is null) return;
    }

    private async Task<Refusal?> CloseAsync(RoundupDb db, PaperErrand done, Dictionary<string, LinkSight> sights, bool failed, CancellationToken cancel)
    {
        var (now, publication) = (clock.GetUtcNow(), await db.Publications.AsNoTracking().SingleOrDefaultAsync(cancel));
        var today = publication?.DayOf(now) ?? DateOnly.FromDateTime(now.UtcDateTime);
        var zone = (publication?.Cadence ?? Cadence.Default).Zone;
        if (await db.Papers.SingleOrDefaultAsync(p => p.Id == done.PaperId, cancel) is { } paper)
            foreach (var link in paper.CheckableLinks.Where(sights.ContainsKey).ToList()) paper.NoteLink(link, sights[link], today);

        var errand = await db.Errands.SingleOrDefaultAsync(e => e.Id == done.Id, cancel);
        errand?.Postpone(failed ? Rounds.NextNight(done.PaperId, zone, now) : Rounds.NextWeek(done.PaperId, zone, now), failed);
        return await db.SaveAsync(cancel);
    }

    private async Task<T> WithDbAsync<T>(Func<RoundupDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RoundupDb>());
    }
}
