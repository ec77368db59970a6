using System.CommandLine;
using Roundup.Data.Starting;
using Roundup.Formats;
using Roundup.Web.Jobs;
using Roundup.Web.Starting;

namespace Roundup.Web.Commands;

/// <summary>At once what the site does by itself after an upgrade.</summary>
internal static class RenderCommand
{
    private const int AtOnce = 100;

    public static Command Make()
    {
        var command = new Command("render", "Renders abstracts and titles again that an earlier version stored; the words stay. The site does it by itself, slowly.");
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => RenderAsync([.. parsed.UnmatchedTokens], parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> RenderAsync(string[] settings, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!PlainText.SetsMaths)
        {
            await console.Error.WriteLineAsync("This build has no library for maths: nothing would look better for it.");
            return 1;
        }

        await using var app = Serving.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseStart>().RunAsync(cancel);
        var (round, rendered, left) = (app.Services.GetRequiredService<RenderRound>(), 0, 0);
        for (var batch = await round.NextAsync(0, AtOnce, cancel); batch.Last is { } last; batch = await round.NextAsync(last, AtOnce, cancel))
            (rendered, left) = (rendered + batch.Rendered, left + batch.Left);

        await console.Output.WriteLineAsync($"{rendered} papers were rendered again{(left > 0 ? $"; {left} were being edited, run it once more" : "")}.");
        return 0;
    }
}
