using System.Diagnostics;
using System.Text.Json;
using Roundup.Formats.Writing;
using Roundup.Tests.House;
using Roundup.Tests.Sources;

namespace Roundup.Tests.Formats.Writing;

/// <summary>What readers that other people made (tests/readers) find in what Roundup writes.</summary>
internal static class OtherReaders
{
    /// <summary>By extension.</summary>
    public static async Task<IReadOnlyDictionary<string, ReadFile>> ReadAsync(IReadOnlyList<Reference> papers)
    {
        var readers = Repository.At("tests/readers");
        Assert.SkipUnless(Directory.Exists(Path.Combine(readers, "node_modules")), "The readers are not installed: this was built with -p:FrontEnd=false. Build without that, online, with Node.js 20 or newer.");

        var folder = Directory.CreateTempSubdirectory("roundup-");
        try
        {
            foreach (var format in WrittenFormats.OfPapers)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"papers.{format.Extension}"), format.Write(papers), TestContext.Current.CancellationToken);
            return await AskAsync(readers, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyDictionary<string, ReadFile>> AskAsync(string readers, string folder)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(readers, "read.mjs"), folder]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = readers };
        if (SharedFolder.Root is { } root && Path.Combine(root, "fixtures", "csl", "csl-data.json") is var schema && File.Exists(schema)) start.ArgumentList.Add(schema);
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await errors);
        var files = JsonSerializer.Deserialize<Dictionary<string, ReadFile>>(text, JsonSerializerOptions.Web)!;
        return new Dictionary<string, ReadFile> { ["bib"] = files["bib"], ["ris"] = files["ris"], ["csl.json"] = files["csl"] };
    }

    public sealed record ReadFile(IReadOnlyList<ReadPaper> Papers, IReadOnlyList<string> Errors);

    public sealed record ReadPaper(
        string? Type, string? Key, string? Title, IReadOnlyList<ReadName> Authors, string? Year, string? Month, string? Day, string? Venue, string? Publisher, string? Volume, string? Number,
        string? Pages, string? Doi, string? Arxiv, string? PrimaryClass, string? Url, string? Pdf, IReadOnlyList<string> Keywords, string? Note, string? Abstract);

    public sealed record ReadName(string? Literal, string? Given, string? Particle, string? Family, string? Suffix)
    {
        public string Printed => Literal ?? string.Join(' ', new[] { Given, Particle, Family, Suffix }.Where(part => part is { Length: > 0 }));
    }
}
