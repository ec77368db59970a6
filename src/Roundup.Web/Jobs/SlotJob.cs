using Roundup.Web.Releasing;

namespace Roundup.Web.Jobs;

/// <summary>Looks every few seconds whether a slot, a scheduled issue or a reminder is due. What is due is decided by rows, so that a restart or a second instance changes nothing.</summary>
public sealed partial class SlotJob(SlotRound round, TimeProvider clock, ILogger<SlotJob> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    /// <summary>After a database that did not answer.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            for (var pause = TimeSpan.FromSeconds(2); ; pause = await TryAsync(stop) ? Look : Breath) await Task.Delay(pause, clock, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The site is going down; the next start finds what is due.
        }
    }

    private async Task<bool> TryAsync(CancellationToken stop)
    {
        try
        {
            await round.RunAsync(stop);
            return true;
        }
        catch (Exception mistake) when (!stop.IsCancellationRequested)
        {
            LogMistake(log, mistake);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The schedule could not be looked at; trying again in half a minute")]
    private static partial void LogMistake(ILogger log, Exception mistake);
}
