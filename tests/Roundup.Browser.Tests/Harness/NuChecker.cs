using System.Diagnostics;
using System.Text.Json;

namespace Roundup.Browser.Tests.Harness;

/// <summary>The Nu HTML checker (validator.github.io/validator), from npm; it runs on Java.</summary>
internal static class NuChecker
{
    /// <summary>Jing is in it as well.</summary>
    public static readonly string Jar = Path.Combine(Repository.Root, "tests", "Roundup.Browser.Tests", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    /// <param name="folder">All the HTML in it.</param>
    /// <returns>Its errors, each with its file and place; warnings and advice are none.</returns>
    public static async Task<IReadOnlyList<string>> LookAsync(string folder)
    {
        using var java = Process.Start(new ProcessStartInfo("java", ["-jar", Jar, "--errors-only", "--exit-zero-always", "--format", "json", "--stdout", folder]) { RedirectStandardOutput = true })!;
        var said = await java.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await java.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, java.ExitCode);

        using var report = JsonDocument.Parse(said);
        return [.. report.RootElement.GetProperty("messages").EnumerateArray().Select(m =>
            $"{Path.GetFileName(m.GetProperty("url").GetString())}, line {(m.TryGetProperty("lastLine", out var line) ? line.GetInt32() : 0)}: {m.GetProperty("message").GetString()} {(m.TryGetProperty("extract", out var extract) ? extract.GetString() : "")}")];
    }
}
