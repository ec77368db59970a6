using System.CommandLine;
using Roundup.Data.Search;
using Roundup.Data.Starting;
using Roundup.Web.Starting;

namespace Roundup.Web.Commands;

/// <summary>The index keeps itself; this is for one that was damaged, or that nobody trusts.</summary>
internal static class SearchCommand
{
    public static Command Make()
    {
        var fromNothing = new Option<bool>("--from-nothing") { Description = "Throw the old index away first; until it is done, little is found." };
        var rebuild = new Command("rebuild", "Makes the index anew, while the site finds in the old one. It can be stopped and started again.") { fromNothing };
        rebuild.TreatUnmatchedTokensAsErrors = false;
        rebuild.SetAction((parsed, cancel) => RebuildAsync(parsed.GetValue(fromNothing), [.. parsed.UnmatchedTokens], parsed.InvocationConfiguration, cancel));
        return new Command("search", "The index of the search.") { rebuild };
    }

    // A seventh of the time: whoever waits to write tries every 150 ms, for 5 s.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(15);

    private static async Task<int> RebuildAsync(bool fromNothing, string[] settings, InvocationConfiguration console, CancellationToken cancel)
    {
        await using var app = Serving.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseStart>().RunAsync(cancel);
        var (done, told) = (new SearchRebuild.Progress(0, 0), 0);
        try
        {
            await scope.ServiceProvider.GetRequiredService<SearchRebuild>().RunAsync(fromNothing, progress =>
            {
                done = progress;
                if (progress.Done * 10L / Math.Max(1, progress.All) is var tenth && tenth <= told) return;

                told = (int)tenth;
                console.Output.WriteLine($"{progress.Done:N0} of {progress.All:N0}");
            }, Breath, cancel);
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync($"Stopped after {done.Done:N0} of {done.All:N0}; {(fromNothing ? "the rest is not found until the site has made it by itself, or until you run" : "the rest is as it was. Run")} it again{(fromNothing ? "." : " to finish.")}");
            return 1;
        }

        await console.Output.WriteLineAsync($"{done.Done:N0} papers and issues can be found.");
        return 0;
    }
}
