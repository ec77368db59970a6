using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Roundup.Tests.House;

/// <summary>Model ← {Sources, Formats, Data} ← Web: each project exists because of a dependency that it must not have.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Roundup.Model"] = [],
        ["Roundup.Sources"] = ["Roundup.Model"],
        ["Roundup.Formats"] = ["Roundup.Model"],
        ["Roundup.Data"] = ["Roundup.Model"],
        ["Roundup.Migrations.Sqlite"] = ["Roundup.Data"],
        ["Roundup.Migrations.Postgres"] = ["Roundup.Data"],
        ["Roundup.Web"] =
        [
            "Roundup.Model", "Roundup.Sources", "Roundup.Formats", "Roundup.Data",
            "Roundup.Migrations.Sqlite", "Roundup.Migrations.Postgres",
        ],
    };

    public static TheoryData<string> Projects() =>
        new(Repository.Files("src", "*.csproj").Concat(Repository.Files("migrations", "*.csproj")));

    public static TheoryData<string> Libraries() => new(Allowed.Keys.Where(name => name != "Roundup.Web"));

    [Theory, MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_below_it(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var referred = Items(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension);

        Assert.True(Allowed.ContainsKey(name), $"{name} is a new project: say here what it may refer to.");
        Assert.Empty(referred.Except(Allowed[name]));
    }

    [Theory, MemberData(nameof(Libraries))]
    public void An_assembly_uses_only_those_below_it(string name)
    {
        var used = Assembly.Load(name).GetReferencedAssemblies().Select(other => other.Name!);
        // What a migration calls through the database's assembly may live in the model.
        string[] allowed = [.. Allowed[name], .. Allowed[name].SelectMany(below => Allowed[below])];

        Assert.Empty(used.Where(other => other.StartsWith("Roundup.", StringComparison.Ordinal)).Except(allowed));
    }

    [Fact]
    public void The_model_needs_no_package_and_no_web_framework()
    {
        Assert.Empty(Items("src/Roundup.Model/Roundup.Model.csproj", "PackageReference"));
        Assert.Empty(Items("src/Roundup.Model/Roundup.Model.csproj", "FrameworkReference"));
        Assert.All(
            Assembly.Load("Roundup.Model").GetReferencedAssemblies(),
            other => Assert.StartsWith("System.", other.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_model_touches_neither_files_nor_networks_nor_the_machine()
    {
        string[] outside = ["File", "Directory", "Console", "Environment", "Process", "HttpClient", "Socket"];
        var touched =
            from file in Repository.Files("src/Roundup.Model", "*.cs")
            from access in Repository.Syntax(file).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            where access.Expression is IdentifierNameSyntax name && outside.Contains(name.Identifier.Text)
            select $"{file}: {access}";

        Assert.Empty(touched);
        Assert.All(
            Assembly.Load("Roundup.Model").GetReferencedAssemblies(),
            other => Assert.DoesNotMatch(@"^System\.(Net|Console|IO|Diagnostics\.Process)", other.Name));
    }

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Parse(Repository.Text(project)).Descendants(kind).Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));
}
