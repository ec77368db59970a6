namespace Roundup.Browser.Tests.Harness;

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from)
    {
        var folder = new DirectoryInfo(from);
        while (!File.Exists(Path.Combine(folder.FullName, "Roundup.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No Roundup.sln above {from}.");
        }

        return folder.FullName;
    }
}
