using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Starting;
using Roundup.Web.Starting;

namespace Roundup.Web.Commands;

internal static class BackupCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "The copy to make; it must not exist yet." };
        var command = new Command("backup", "Copies the SQLite database, consistent, while the site runs.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CopyAsync(parsed.GetValue(file)!, [.. parsed.UnmatchedTokens], parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> CopyAsync(FileInfo file, string[] settings, InvocationConfiguration console, CancellationToken cancel)
    {
        if (file.Exists)
        {
            await console.Error.WriteLineAsync($"{file} exists already; name a new file.");
            return 1;
        }

        await using var app = Serving.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        if (!db.Database.IsSqlite())
        {
            await console.Error.WriteLineAsync("This site keeps its data in PostgreSQL; pg_dump makes its backups.");
            return 1;
        }

        await Backup.WriteAsync(db, file.FullName, cancel);
        await console.Output.WriteLineAsync($"Copied to {file}.");
        return 0;
    }
}
