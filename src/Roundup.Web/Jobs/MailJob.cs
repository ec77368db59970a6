using Roundup.Web.Mail;

namespace Roundup.Web.Jobs;

/// <summary>Looks every few seconds whether a mail waits.</summary>
public sealed partial class MailJob(MailRound round, TimeProvider clock, ILogger<MailJob> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>After a database that did not answer.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            for (var pause = Look; ; pause = await TryAsync(stop) ? Look : Breath) await Task.Delay(pause, clock, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The site is going down; what waits is there at the next start.
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

    [LoggerMessage(LogLevel.Error, "Mail could not be looked after; trying again in half a minute")]
    private static partial void LogMistake(ILogger log, Exception mistake);
}
