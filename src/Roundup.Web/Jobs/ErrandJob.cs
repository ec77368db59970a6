using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;

namespace Roundup.Web.Jobs;

/// <summary>
/// Looks every second for what is to be done for papers, claims it and has it done. Errands are rows: what a killed process left is taken up by
/// the next, and of several instances one gets each.
/// </summary>
public sealed partial class ErrandJob(IServiceScopeFactory scopes, IEnumerable<IErrandRunner> runners, TimeProvider clock, ILogger<ErrandJob> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>After a database that did not answer.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);

    /// <summary>After a mistake of ours.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    /// <summary>How long a claim holds unless it is renewed: this long after a kill, another takes over.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    protected override Task ExecuteAsync(CancellationToken stop) => Task.WhenAll(runners.Select(runner => LookAsync(runner, stop)));

    private async Task LookAsync(IErrandRunner runner, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var pause = await WorkAsync(runner, stop);
                await Task.Delay(pause, clock, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The site is going down; what was claimed was given back.
        }
    }

    private async Task<TimeSpan> WorkAsync(IErrandRunner runner, CancellationToken stop)
    {
        try
        {
            var errands = await WithDbAsync(db => db.ClaimAsync(runner.Kind, clock.GetUtcNow(), clock.GetUtcNow() + Claim, runner.AtOnce, stop));
            if (errands is not []) await RunAsync(runner, errands, stop);
            return Look;
        }
        // Whatever went wrong, the next errand must not wait for a restart; this one is put off.
        catch (Exception mistake) when (!stop.IsCancellationRequested)
        {
            LogMistake(log, mistake, runner.Kind);
            return Breath;
        }
    }

    private async Task RunAsync(IErrandRunner runner, List<PaperErrand> errands, CancellationToken stop)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewing = RenewAsync(errands[0].ClaimedBy, done.Token);
        try
        {
            await runner.RunAsync(errands, stop);
        }
        // What can't be done now must not be done over and over: the rows say how often it was tried.
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            await PutOffAsync(errands[0].ClaimedBy);
            throw;
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
            if (stop.IsCancellationRequested) await GiveBackAsync(errands[0].ClaimedBy);
        }
    }

    private async Task RenewAsync(string claim, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Claim / 4, clock, done);
                var until = clock.GetUtcNow() + Claim;
                await WithDbAsync(db => db.Errands.Where(e => e.ClaimedBy == claim).ExecuteUpdateAsync(e => e.SetProperty(c => c.ClaimedUntil, until), done));
            }
        }
        catch (OperationCanceledException)
        {
            // The errands are done.
        }
    }

    private Task PutOffAsync(string claim)
    {
        var later = clock.GetUtcNow() + Rest;
        return WithDbAsync(db => db.Errands.Where(e => e.ClaimedBy == claim).ExecuteUpdateAsync(e => e
            .SetProperty(c => c.DueAt, later).SetProperty(c => c.Attempts, c => c.Attempts + 1)
            .SetProperty(c => c.ClaimedUntil, (DateTimeOffset?)null).SetProperty(c => c.ClaimedBy, "")));
    }

    private Task GiveBackAsync(string claim) => WithDbAsync(db => db.Errands.Where(e => e.ClaimedBy == claim)
        .ExecuteUpdateAsync(e => e.SetProperty(c => c.ClaimedUntil, (DateTimeOffset?)null).SetProperty(c => c.ClaimedBy, ""), CancellationToken.None));

    private async Task<T> WithDbAsync<T>(Func<RoundupDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RoundupDb>());
    }

    [LoggerMessage(LogLevel.Error, "Errands of the kind {Kind} failed")]
    private static partial void LogMistake(ILogger log, Exception mistake, ErrandKind kind);
}
