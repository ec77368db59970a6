using System.CommandLine;

namespace Roundup.Web.Commands;

/// <summary>Asks a server on this machine whether it is well: the container's health check, where no shell is.</summary>
internal static class HealthCommand
{
    public static Command Make()
    {
        // What looks like a setting would be taken for the address, were there only one argument.
        var words = new Argument<string[]>("address") { Description = "The address to ask; without one, where the settings say that the site listens.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("health", "Exits with 0 when the server at an address answers that it is well, else with 1. Settings may follow as --Key=value.") { words };
        command.SetAction((parsed, cancel) => AskAsync(RequestOf(parsed.GetValue(words) ?? []), parsed.InvocationConfiguration.Output, cancel));
        return command;
    }

    private static HttpRequestMessage RequestOf(string[] words)
    {
        if (Array.Find(words, word => !word.StartsWith('-')) is { } address) return new HttpRequestMessage(HttpMethod.Get, address);

        var settings = WebApplication.CreateBuilder(words).Configuration;
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(ListeningAt(settings), "/health/ready"));
        // A site that answers to its own names alone would refuse to be asked by a number.
        request.Headers.Host = FirstName(settings["AllowedHosts"]);
        return request;
    }

    // As Kestrel reads them: addresses, else ports, else its own default.
    private static Uri ListeningAt(IConfiguration settings)
    {
        var urls = settings["Urls"] is { Length: > 0 } said ? said : string.Join(';', Split(settings["HTTP_PORTS"]).Select(port => $"http://*:{port}"));
        var listening = Split(urls).Select(BindingAddress.Parse).OrderBy(a => a.Scheme is "https").FirstOrDefault() ?? BindingAddress.Parse("http://localhost:5000");
        return new UriBuilder(listening.Scheme, listening.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : listening.Host, listening.Port).Uri;
    }

    // An entry may be *.papers.example, for every name below that one.
    private static string? FirstName(string? allowed) => Split(allowed) is [var first, ..] hosts && !hosts.Contains("*") ? new HostString(first.Replace("*", "www", StringComparison.Ordinal)).ToUriComponent() : null;

    private static string[] Split(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static async Task<int> AskAsync(HttpRequestMessage request, TextWriter output, CancellationToken cancel)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await client.SendAsync(request, cancel);
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
