using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Roundup.Sources;

namespace Roundup.Web.Commands;

/// <summary>Which papers a text names: what the paper box and comments see.</summary>
internal static class RecogniseCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var jsonLines = new Option<bool>("--json-lines") { Description = "Each line of standard input is a JSON string; without it, a line is a text as it is." };
        var command = new Command("recognise", "Prints, for each line of standard input, one line of JSON with the papers that it names.") { jsonLines };
        command.SetAction((parsed, cancel) => RecogniseAsync(Console.In, parsed.InvocationConfiguration, parsed.GetValue(jsonLines), cancel));
        return command;
    }

    private static async Task<int> RecogniseAsync(TextReader input, InvocationConfiguration console, bool jsonLines, CancellationToken cancel)
    {
        var finder = new PaperFinder();
        for (var number = 1; await input.ReadLineAsync(cancel) is { } line; number++)
        {
            if (Text(line, jsonLines) is not { } text)
            {
                await console.Error.WriteLineAsync($"Line {number} is not a JSON string.");
                return 1;
            }

            var papers = finder.Find(text).Select(found => new { found.Id.Scheme, Id = found.Id.Value, found.Id.Version, found.Text });
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(new { papers }, Lines));
        }

        return 0;
    }

    private static string? Text(string line, bool jsonLines)
    {
        if (!jsonLines) return line;
        try
        {
            return JsonSerializer.Deserialize<string>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
