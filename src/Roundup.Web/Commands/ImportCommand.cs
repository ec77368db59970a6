using System.CommandLine;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Starting;
using Roundup.Formats.Reading;
using Roundup.Model;
using Roundup.Model.Importing;
using Roundup.Sources;
using Roundup.Web.Importing;
using Roundup.Web.Starting;

namespace Roundup.Web.Commands;

/// <summary>What the box of the desk does, for a file.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "A roundup as Markdown, HTML or plain text, or a list of ids and addresses." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what was understood, as JSON, and save nothing." };
        var command = new Command("import", "Reads a roundup and makes a draft of it.") { file, dryRun };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => ImportAsync(parsed.GetValue(file)!, parsed.GetValue(dryRun), [.. parsed.UnmatchedTokens], parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> ImportAsync(FileInfo file, bool dryRun, string[] settings, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!file.Exists)
        {
            await console.Error.WriteLineAsync($"There is no file {file}.");
            return 1;
        }

        var text = await File.ReadAllTextAsync(file.FullName, cancel);
        var finder = new PaperFinder();
        if (new RoundupReader(fragment => finder.Recognise(fragment)).Read(text, out var reading) is { } unreadable) return await RefuseAsync(console, unreadable);

        if (!dryRun) return await DraftAsync(reading.Issue, settings, console, cancel);

        ImportedIssueJson.Write(reading.Issue, console.Output);
        await console.Output.WriteLineAsync();
        return 0;
    }

    private static async Task<int> DraftAsync(ImportedIssue read, string[] settings, InvocationConfiguration console, CancellationToken cancel)
    {
        await using var app = Serving.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseStart>().RunAsync(cancel);
        var (refusal, issue) = await scope.ServiceProvider.GetRequiredService<IssueImport>().DraftAsync(read, cancel);
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        await db.KeepRevisionsAsync(new Writer(null, "Import"), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel: cancel);
        refusal ??= await db.SaveAsync(cancel);
        if (refusal is not null) return await RefuseAsync(console, refusal);

        await console.Output.WriteLineAsync($"Issue {issue.Number} is a draft with {issue.Entries.Count} papers: /admin/issues/{issue.Number}/edit");
        return 0;
    }

    private static async Task<int> RefuseAsync(InvocationConfiguration console, Refusal refusal)
    {
        await console.Error.WriteLineAsync(refusal.Sentence);
        return 1;
    }
}
