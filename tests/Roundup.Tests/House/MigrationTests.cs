using System.Text.RegularExpressions;

namespace Roundup.Tests.House;

public sealed partial class MigrationTests
{
    [Fact]
    public void Both_databases_have_the_same_migrations_in_the_same_order() =>
        Assert.Equal(Names("migrations/Sqlite"), Names("migrations/Postgres"));

    private static IEnumerable<string> Names(string folder) =>
        Repository.Files(folder, "*.cs")
            .Select(file => Migration().Match(Path.GetFileName(file)))
            .Where(file => file.Success)
            .OrderBy(file => file.Groups["when"].Value, StringComparer.Ordinal)
            .Select(file => file.Groups["name"].Value);

    [GeneratedRegex(@"^(?<when>\d{14})_(?<name>\w+)\.cs$")]
    private static partial Regex Migration();
}
