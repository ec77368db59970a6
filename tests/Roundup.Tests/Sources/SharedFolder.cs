namespace Roundup.Tests.Sources;

/// <summary>The recorded replies and real texts, which lie beside the repository and are not part of it.</summary>
internal static class SharedFolder
{
    /// <summary>ROUNDUP_SHARED, else <c>shared</c> beside the repository or, for a worktree, one level further up.</summary>
    public static string? Root { get; } = Find();

    public static string Path(params string[] parts)
    {
        var path = Root is null ? null : System.IO.Path.Combine([Root, .. parts]);
        Assert.SkipUnless(path is not null && (File.Exists(path) || Directory.Exists(path)), "The shared folder is not beside this repository.");
        return path!;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ROUNDUP_SHARED") is { Length: > 0 } named) return named;

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Roundup.sln"))) folder = folder.Parent;
        for (var level = 0; folder is not null && level < 2; level++)
        {
            folder = folder.Parent;
            var shared = folder is null ? "" : System.IO.Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(shared, "fixtures"))) return shared;
        }
        return null;
    }
}
