using System.CommandLine;
using Roundup.Web.Starting;

namespace Roundup.Web.Commands;

/// <summary>What the program does besides serving. One file a command; none needs a running server.</summary>
public static class RoundupCommands
{
    public static RootCommand Root()
    {
        var sample = new Option<bool>("--sample") { Description = "Serve the sample site at once: an empty database gets the sample issue, published." };
        var root = new RootCommand("Roundup: curates and publishes recurring roundups of research papers. Without a command it serves the site; settings follow as --Key=value.")
        {
            sample,
            ImportCommand.Make(),
            RecogniseCommand.Make(),
            HealthCommand.Make(),
            BackupCommand.Make(),
            PasswordCommand.Make(),
            RenderCommand.Make(),
            SearchCommand.Make(),
        };
        // Settings such as --urls=… belong to the host, which reads the command line again.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancel) => Serving.RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(sample), cancel));
        return root;
    }
}
