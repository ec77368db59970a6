namespace Roundup.Web.Tests;

/// <summary>Recorded data that lies beside the repository and is not part of it; what needs it is skipped where it is absent.</summary>
internal static class SharedFolder
{
    public static string Read(params string[] path)
    {
        var named = Environment.GetEnvironmentVariable("ROUNDUP_SHARED");
        string[] places = named is { Length: > 0 } ? [named] : [Path.Combine(Site.Root, "..", "shared"), Path.Combine(Site.Root, "..", "..", "shared")];
        var file = places.Select(p => Path.Combine([p, .. path])).FirstOrDefault(File.Exists);
        Assert.SkipWhen(file is null, "The shared folder is not beside this repository; ROUNDUP_SHARED names it.");
        return File.ReadAllText(file!);
    }
}
