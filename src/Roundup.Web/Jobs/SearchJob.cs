using Roundup.Data;
using Roundup.Data.Search;

namespace Roundup.Web.Jobs;

/// <summary>
/// Makes the index anew where this version makes other documents than the last one did, or where somebody began to and was stopped, and catches up with what no save has done: changes past the
/// context, and those that were too many for one save.
/// </summary>
public sealed partial class SearchJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SearchJob> log)
    : RepeatingJob(new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)), clock, log)
{
    /// <summary>Between batches: what readers and editors ask for goes between them.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    protected override string Work => "The search";

    protected override async Task RoundAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rebuild = scope.ServiceProvider.GetRequiredService<SearchRebuild>();
        if (await rebuild.IsNeededAsync(stop))
        {
            await rebuild.RunAsync(false, _ => { }, Breath, stop);
            LogBuilt(log);
        }

        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        while (await db.CatchUpSearchAloneAsync(stop) > 0) await Task.Delay(Breath, Clock, stop);
    }

    [LoggerMessage(LogLevel.Information, "The search's index was made anew, as this version does it")]
    private static partial void LogBuilt(ILogger log);
}
