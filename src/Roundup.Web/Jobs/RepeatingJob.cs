namespace Roundup.Web.Jobs;

/// <summary>
/// Does a round of work, waits, and does it again until the site goes down. What is due is decided by rows in the database, so that a restart, a kill or a
/// second instance changes nothing; a round that fails, as when the database is away, is tried again after a longer pause.
/// </summary>
public abstract partial class RepeatingJob(RepeatingJob.Pauses pauses, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <param name="First">After the start.</param>
    /// <param name="Next">After a round.</param>
    /// <param name="AfterTrouble">After a round that failed.</param>
    public sealed record Pauses(TimeSpan First, TimeSpan Next, TimeSpan AfterTrouble);

    protected TimeProvider Clock => clock;

    /// <summary>What could not be done when it fails, as the log says it: "The mail".</summary>
    protected abstract string Work { get; }

    protected abstract Task RoundAsync(CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            for (var pause = pauses.First; ; pause = await TryAsync(stop) ? pauses.Next : pauses.AfterTrouble) await Task.Delay(pause, clock, stop);
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
            await RoundAsync(stop);
            return true;
        }
        catch (Exception mistake) when (!stop.IsCancellationRequested)
        {
            LogMistake(log, Work, pauses.AfterTrouble, mistake);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} could not be looked after; trying again in {Pause}")]
    private static partial void LogMistake(ILogger log, string work, TimeSpan pause, Exception mistake);
}
