using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;

namespace Roundup.Web.Jobs;

/// <summary>
/// Looks every second for what is to be done for papers, claims it and has it done. Errands are rows: what a killed process left is taken up by
/// the next, and of several instances one gets each.
/// </summary>
public sealed partial class ErrandJob(
    IServiceScopeFactory scopes, IEnumerable<IErrandRunner> runners, TimeProvider clock, IOptions<JobsOptions> options, ILogger<ErrandJob> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>After a database that did not answer.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);

    /// <summary>After a mistake of ours.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    private readonly TimeSpan _claim = options.Value.ClaimFor;

    protected override Task ExecuteAsync(CancellationToken stop) => Task.WhenAll(runners.Select(runner => LookAsync(runner, stop)));

    private async Task LookAsync(IErrandRunner runner, CancellationToken stop)
    {
        var rounds = new List<Task>();
        try
        {
            while (true)
            {
                rounds.RemoveAll(round => round.IsCompleted);
                var pause = Look;
                if (rounds.Count < runner.RoundsAtOnce) pause = await ClaimAsync(runner, rounds, stop);
                await Task.Delay(pause, clock, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The site is going down; what was claimed is given back.
        }
        finally
        {
            await Task.WhenAll(rounds);
        }
    }

    private async Task<TimeSpan> ClaimAsync(IErrandRunner runner, List<Task> rounds, CancellationToken stop)
    {
        try
        {
            var errands = await WithDbAsync(db => db.ClaimAsync(runner.Kind, clock.GetUtcNow(), clock.GetUtcNow() + _claim, runner.AtOnce, stop));
            if (errands is not []) rounds.Add(Task.Run(() => RunAsync(runner, errands, stop), CancellationToken.None));
            return Look;
        }
        catch (Exception mistake) when (!stop.IsCancellationRequested)
        {
            LogMistake(log, mistake, runner.Kind);
            return Breath;
        }
    }

    /// <summary>Never throws: whatever goes wrong, the next errand must not wait for a restart.</summary>
    private async Task RunAsync(IErrandRunner runner, List<PaperErrand> errands, CancellationToken stop)
    {
        var claim = errands[0].ClaimedBy;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewing = RenewAsync(runner.Kind, claim, done.Token);
        try
        {
            await runner.RunAsync(errands, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was claimed is given back below.
        }
        // What can't be done now must not be done over and over: the rows say how often it was tried.
        catch (Exception mistake)
        {
            LogMistake(log, mistake, runner.Kind);
            await TryAsync(runner.Kind, () => PutOffAsync(claim, FillBook.IsOurs(mistake)));
        }

        await done.CancelAsync();
        await renewing;
        if (stop.IsCancellationRequested) await TryAsync(runner.Kind, () => GiveBackAsync(claim));
    }

    private async Task RenewAsync(ErrandKind kind, string claim, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_claim / 4, clock, done);
                var until = clock.GetUtcNow() + _claim;
                // A database that is locked this time is not the next.
                await TryAsync(kind, () => WithDbAsync(db => db.Errands.Where(e => e.ClaimedBy == claim).ExecuteUpdateAsync(e => e.SetProperty(c => c.ClaimedUntil, until), done)));
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The errands are done.
        }
    }

    private async Task TryAsync(ErrandKind kind, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception mistake) when (mistake is not OperationCanceledException)
        {
            LogMistake(log, mistake, kind);
        }
    }

    private Task PutOffAsync(string claim, bool isBusy)
    {
        var (later, tried) = (clock.GetUtcNow() + (isBusy ? Breath : Rest), isBusy ? 0 : 1);
        return WithDbAsync(db => db.Errands.Where(e => e.ClaimedBy == claim).ExecuteUpdateAsync(e => e
            .SetProperty(c => c.DueAt, later).SetProperty(c => c.Attempts, c => c.Attempts + tried)
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
