using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Web.Jobs;

/// <summary>
/// Sees to it that every paper of an issue is looked at again: a minute after the start, and every hour. However a paper got into an issue, by a paste, by hand or
/// from an export, it is found here.
/// </summary>
public sealed class RoundsJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RoundsJob> log)
    : RepeatingJob(new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1)), clock, log)
{
    protected override string Work => "The rounds of papers";

    protected override Task RoundAsync(CancellationToken stop) => PlanAsync(stop);

    /// <summary>Errands where they are missing; none for papers that stand in no issue.</summary>
    public async Task PlanAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        var (zone, now) = (await ZoneAsync(db, cancel), Clock.GetUtcNow());
        await db.KeepRoundsAsync(ErrandKind.Recheck, p => Rounds.NextNight(p.Id, zone, now), cancel);
        await db.KeepRoundsAsync(ErrandKind.CheckLinks, p => Rounds.NextWeek(p.Id, zone, now), cancel);
    }

    /// <summary>Where the publication is; UTC until it has said so.</summary>
    internal static async Task<string> ZoneAsync(RoundupDb db, CancellationToken cancel) =>
        (await db.Publications.AsNoTracking().SingleOrDefaultAsync(cancel))?.Cadence.Zone ?? Cadence.Default.Zone;
}
