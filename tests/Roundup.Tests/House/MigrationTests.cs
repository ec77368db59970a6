using System.Text.RegularExpressions;

namespace Roundup.Tests.House;

public sealed partial class MigrationTests
{
    [Fact]
    public void Both_databases_have_the_same_migrations_in_the_same_order() =>
        Assert.Equal(Names("migrations/Sqlite"), Names("migrations/Postgres"));

    /// <summary>What is edited later would run at a time when its columns are not there yet.</summary>
    [Fact]
    public void Migrations_run_what_stands_in_them()
    {
        var statements = Repository.Files("migrations", "*.cs").SelectMany(file => Statement().Matches(Repository.Text(file)).Select(m => m.Groups[1].Value)).ToList();

        Assert.NotEmpty(statements);
        Assert.All(statements, start => Assert.Equal("\"", start));
    }

    private static IEnumerable<string> Names(string folder) =>
        Repository.Files(folder, "*.cs")
            .Select(file => Migration().Match(Path.GetFileName(file)))
            .Where(file => file.Success)
            .OrderBy(file => file.Groups["when"].Value, StringComparer.Ordinal)
            .Select(file => file.Groups["name"].Value);

    [GeneratedRegex(@"^(?<when>\d{14})_(?<name>\w+)\.cs$")]
    private static partial Regex Migration();

    [GeneratedRegex(@"\.Sql\(\s*(.)")]
    private static partial Regex Statement();
}
