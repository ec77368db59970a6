using System.Text.RegularExpressions;

namespace Roundup.Tests.House;

/// <summary>What can be set and what can be typed stands in the README.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Settings() => new(Keys().Distinct());

    [Theory, MemberData(nameof(Settings))]
    public void Every_setting_stands_in_the_readme(string key) => Assert.Contains($"`{key}`", Repository.Text("README.md"), StringComparison.Ordinal);

    [Fact]
    public void Every_command_stands_in_the_readme()
    {
        var commands = Repository.Files("src/Roundup.Web/Commands", "*.cs").SelectMany(file => NewCommand().Matches(Repository.Text(file)).Select(m => m.Groups[1].Value)).ToList();

        Assert.True(commands.Count >= 6);
        Assert.All(commands, command => Assert.Matches($@"\| `… -- (\w+ )?{command}\b|-- {command} --dry-run", Repository.Text("README.md")));
    }

    // The sections that are bound to classes, what is read by name, and what is left of appsettings.json.
    private static IEnumerable<string> Keys()
    {
        foreach (var options in Repository.Files("src", "*Options.cs").Select(Repository.Text))
            foreach (var property in Settable().Matches(options).Select(m => m.Groups[1].Value))
                yield return $"{Section().Match(options).Groups[1].Value}:{property}";
        foreach (var file in Repository.Files("src", "*.cs"))
            foreach (Match read in ReadByName().Matches(Repository.Text(file)))
                yield return read.Groups[1].Success ? read.Groups[1].Value : $"ConnectionStrings:{read.Groups[2].Value}";
        yield return "AllowedHosts";
        yield return "Urls";
        yield return "Serilog:MinimumLevel";
    }

    [GeneratedRegex(@"public [\w\[\]?]+ (\w+) \{ get; set; \}")]
    private static partial Regex Settable();

    [GeneratedRegex(@"const string Section = ""(\w+)""")]
    private static partial Regex Section();

    [GeneratedRegex(@"Configuration(?:\[""([\w:]+)""\]|\.GetConnectionString\(""(\w+)""\))")]
    private static partial Regex ReadByName();

    [GeneratedRegex(@"new Command\(""(\w+)""")]
    private static partial Regex NewCommand();
}
