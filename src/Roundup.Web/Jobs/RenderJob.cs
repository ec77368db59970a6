using Roundup.Formats;

namespace Roundup.Web.Jobs;

/// <summary>After an upgrade, brings stored texts to today's rendering, a few at a time, while the site serves.</summary>
public sealed partial class RenderJob(RenderRound round, MarkdownRound markdown, TimeProvider clock, ILogger<RenderJob> log) : BackgroundService
{
    private const int AtOnce = 25;

    /// <summary>The first visitors after a start come first.</summary>
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(30);

    /// <summary>Between batches: what readers and editors ask for goes between them.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <summary>When some were left, or the database did not answer.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Warming, clock, stop);
            while (!await TryAsync(stop)) await Task.Delay(Again, clock, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The site is going down; the next start goes on where this one was.
        }
    }

    private async Task<bool> TryAsync(CancellationToken stop)
    {
        try
        {
            return await RunAsync(stop);
        }
        catch (Exception mistake) when (!stop.IsCancellationRequested)
        {
            LogMistake(log, mistake);
            return false;
        }
    }

    private async Task<bool> RunAsync(CancellationToken stop)
    {
        // A build without the library would mark maths as done that it left as written.
        if (!PlainText.SetsMaths) return true;

        var (rendered, left) = (0, 0);
        for (var batch = await round.NextAsync(0, AtOnce, stop); batch.Last is { } last; batch = await round.NextAsync(last, AtOnce, stop))
        {
            (rendered, left) = (rendered + batch.Rendered, left + batch.Left);
            await Task.Delay(Breath, clock, stop);
        }

        while (await markdown.NextAsync(AtOnce, stop) > 0) await Task.Delay(Breath, clock, stop);
        if (rendered > 0) LogRendered(log, rendered);
        return left == 0;
    }

    [LoggerMessage(LogLevel.Information, "Abstracts and titles of {Papers} papers were rendered again, as this version does it")]
    private static partial void LogRendered(ILogger log, int papers);

    [LoggerMessage(LogLevel.Error, "Stored text could not be rendered again; trying again in an hour")]
    private static partial void LogMistake(ILogger log, Exception mistake);
}
