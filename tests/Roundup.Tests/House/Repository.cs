using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Roundup.Tests.House;

/// <summary>The files as they stand in the work tree, without what a build made.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string At(string path) => Path.Combine(Root, path);

    /// <param name="folder">Below the root, with <c>/</c>.</param>
    /// <param name="pattern">As for <see cref="Directory.EnumerateFiles(string, string)"/>.</param>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(At(folder))
            ? Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "lib"))
                .Order(StringComparer.Ordinal)
            : [];

    public static string Text(string file) => File.ReadAllText(At(file));

    public static CompilationUnitSyntax Syntax(string file) =>
        CSharpSyntaxTree.ParseText(Text(file), cancellationToken: TestContext.Current.CancellationToken).GetCompilationUnitRoot();

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
