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
public sealed partial class RoundsJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RoundsJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>The first visitors after a start come first.</summary>
    private static readonly TimeSpan Warming = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            for (var pause = Warming; ; pause = Pause)
            {
                await Task.Delay(pause, clock, stop);
                await TryPlanAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The site is going down.
        }
    }

    /// <summary>Errands where they are missing; none for papers that stand in no issue.</summary>
    public async Task PlanAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        var (zone, now) = (await ZoneAsync(db, cancel), clock.GetUtcNow());
        await db.KeepRoundsAsync(ErrandKind.Recheck, p => Rounds.NextNight(p.Id, zone, now), cancel);
        await db.KeepRoundsAsync(ErrandKind.CheckLinks, p => Rounds.NextWeek(p.Id, zone, now), cancel);
    }

    /// <summary>Where the publication is; UTC until it has said so.</summary>
    internal static async Task<string> ZoneAsync(RoundupDb db, CancellationToken cancel) =>
        (await db.Publications.AsNoTracking().SingleOrDefaultAsync(cancel))?.Cadence.Zone ?? Cadence.Default.Zone;

    private async Task TryPlanAsync(CancellationToken stop)
    {
        try
        {
            await PlanAsync(stop);
        }
        // A database that is locked or away now is there in an hour; the papers can wait as long.
        catch (Exception mistake) when (!stop.IsCancellationRequested)
        {
            LogMistake(log, mistake);
        }
    }

    [LoggerMessage(LogLevel.Error, "The rounds could not be planned; trying again in an hour")]
    private static partial void LogMistake(ILogger log, Exception mistake);
}
