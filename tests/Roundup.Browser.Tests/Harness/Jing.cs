using System.Diagnostics;

namespace Roundup.Browser.Tests.Harness;

/// <summary>Jing, the validator of RELAX NG (relaxng.org), as it comes within the Nu HTML checker's archive.</summary>
internal static class Jing
{
    /// <param name="grammar">In compact syntax, by its path in the repository.</param>
    /// <returns>Its errors, each with its file and place.</returns>
    public static async Task<IReadOnlyList<string>> LookAsync(string grammar, IEnumerable<string> files)
    {
        string[] question = ["-cp", NuChecker.Jar, "nu.validator.vendor.thaiopensource.relaxng.util.Driver", "-c", Path.Combine(Repository.Root, grammar), .. files];
        using var java = Process.Start(new ProcessStartInfo("java", question) { RedirectStandardOutput = true })!;
        var said = await java.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await java.WaitForExitAsync(TestContext.Current.CancellationToken);
        string[] errors = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // It ends with 1 for what is not valid, and must not end so for a grammar that it could not read.
        Assert.Equal(errors is [] ? 0 : 1, java.ExitCode);
        return errors;
    }
}
