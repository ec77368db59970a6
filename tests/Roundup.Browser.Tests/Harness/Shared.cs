namespace Roundup.Browser.Tests.Harness;

/// <summary>The folder of cases beside the repository; what needs it is skipped where it is absent.</summary>
internal static class Shared
{
    public static string Case(params string[] path)
    {
        var folder = Environment.GetEnvironmentVariable("ROUNDUP_SHARED") is { Length: > 0 } given ? given : Path.Combine(Repository.Root, "..", "shared");
        var file = Path.Combine([folder, "cases", .. path]);
        if (!File.Exists(file)) Assert.Skip($"The cases are not here: {string.Join('/', path)}");
        return File.ReadAllText(file);
    }
}
