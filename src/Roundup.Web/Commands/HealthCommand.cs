using System.CommandLine;

namespace Roundup.Web.Commands;

/// <summary>Asks a server on this machine whether it is well: the container's health check, where no shell is.</summary>
internal static class HealthCommand
{
    public static Command Make()
    {
        var address = new Argument<Uri>("address")
        {
            Description = "The address to ask.",
            CustomParser = result => new Uri(result.Tokens.Single().Value),
            DefaultValueFactory = _ => new Uri("http://127.0.0.1:8080/health/ready"),
        };
        var command = new Command("health", "Exits with 0 when the server at an address answers that it is well, else with 1.") { address };
        command.SetAction((parsed, cancel) => AskAsync(parsed.GetValue(address)!, parsed.InvocationConfiguration.Output, cancel));
        return command;
    }

    private static async Task<int> AskAsync(Uri address, TextWriter output, CancellationToken cancel)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await client.GetAsync(address, cancel);
            await output.WriteLineAsync($"{(int)answer.StatusCode} {answer.ReasonPhrase}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException)
        {
            await output.WriteLineAsync(trouble.Message);
            return 1;
        }
    }
}
