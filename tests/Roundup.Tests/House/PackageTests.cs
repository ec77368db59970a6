using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Roundup.Tests.House;

/// <summary>The same packages on every machine and on every day.</summary>
public sealed partial class PackageTests
{
    public static TheoryData<string> Projects() =>
        new(new[] { "src", "migrations", "tests" }.SelectMany(folder => Repository.Files(folder, "*.csproj")));

    [Fact]
    public void Every_package_has_one_exact_version()
    {
        var versions = XDocument.Parse(Repository.Text("Directory.Packages.props")).Descendants("PackageVersion").ToList();

        Assert.All(versions, package => Assert.Matches(Exact(), package.Attribute("Version")?.Value));
        Assert.Equal(versions.Select(Name).Distinct(StringComparer.OrdinalIgnoreCase).Count(), versions.Count);

        static string? Name(XElement package) => package.Attribute("Include")?.Value;
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_project_takes_its_versions_from_the_one_list_and_locks_what_it_got(string project)
    {
        var packages = XDocument.Parse(Repository.Text(project)).Descendants("PackageReference");

        Assert.All(packages, package => Assert.Null(package.Attribute("Version") ?? package.Attribute("VersionOverride")));
        Assert.True(File.Exists(Repository.At(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))), $"{project} has no lock file.");
    }

    public static TheoryData<string> NpmProjects() => new(Repository.Files("src", "package.json").Concat(Repository.Files("tests", "package.json")));

    [Theory, MemberData(nameof(NpmProjects))]
    public void Every_npm_package_has_one_exact_version_and_the_lock_names_no_address(string project)
    {
        using var file = JsonDocument.Parse(Repository.Text(project));

        Assert.All(
            file.RootElement.GetProperty("dependencies").EnumerateObject(),
            package => Assert.Matches(Exact(), package.Value.GetString()));
        Assert.DoesNotContain("\"resolved\"", Repository.Text(project.Replace("package.json", "package-lock.json")), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[\w.]+)?$")]
    private static partial Regex Exact();
}
