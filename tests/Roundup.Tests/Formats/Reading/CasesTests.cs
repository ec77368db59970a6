using System.Text.Json;
using Roundup.Formats.Reading;
using Roundup.Model.Importing;

namespace Roundup.Tests.Formats.Reading;

/// <summary>Real roundups, read where they lie, and cases of our own, held to the same truth.</summary>
public sealed class CasesTests(ITestOutputHelper output)
{
    [Fact]
    public void Real_roundups_are_read_as_their_truth_says()
    {
        var folder = SharedCases();
        Assert.SkipWhen(folder is null, "The shared cases are not here; ROUNDUP_SHARED names their folder.");
        var total = Measure(Directory.EnumerateFiles(folder!, "*.truth.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        Assert.True(total.Found >= total.Papers * 0.95, "papers found");
        Assert.Equal(0, total.Invented);
        Assert.True(total.TitlesExact >= total.Titles * 0.95, "titles exact");
        Assert.True(total.AbstractsRight >= total.Abstracts * 0.9, "abstracts");
        Assert.True(total.OpinionsRight >= total.Opinions * 0.9, "opinions");
        Assert.Equal(total.Codes, total.CodesRight);
    }

    [Fact]
    public void Roundups_of_our_own_are_read_as_their_truth_says()
    {
        var total = Measure(Directory.EnumerateFiles(OwnCases(), "*.truth.json").Order(StringComparer.Ordinal));
        Assert.Equal(total.Papers, total.Found);
        Assert.Equal(0, total.Invented);
        Assert.Equal(total.Titles, total.TitlesExact);
        Assert.Equal(total.Abstracts, total.AbstractsRight);
        Assert.Equal(total.Opinions, total.OpinionsRight);
        Assert.Equal(total.Codes, total.CodesRight);
    }

    [Fact]
    public void A_roundup_of_links_without_papers_holds_no_entry_and_keeps_its_words()
    {
        var folder = SharedCases();
        Assert.SkipWhen(folder is null, "The shared cases are not here; ROUNDUP_SHARED names their folder.");
        var paste = File.ReadAllText(Path.Combine(folder!, "29-rweekly-negative", "2023-W47.md"));
        var issue = Read(paste);
        var kept = Wording.Words(issue).ToHashSet();
        var lost = Wording.Words(paste).Where(word => word.Any(char.IsLetter) && !kept.Contains(word)).Distinct().ToArray();
        output.WriteLine($"entries {issue.Entries.Count}, words lost: {string.Join(' ', lost)}");
        Assert.Empty(issue.Entries);
        Assert.Empty(lost);
    }

    private Figures Measure(IEnumerable<string> truths)
    {
        var total = new Figures();
        foreach (var path in truths)
        {
            using var truth = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var file in Pastes(path))
            {
                var paste = File.ReadAllText(file);
                var figures = Figures.Of(paste, Read(paste), truth.RootElement);
                output.WriteLine($"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}: {figures}");
                foreach (var miss in figures.Misses) output.WriteLine("    " + miss);
                total.Add(figures);
            }
        }

        output.WriteLine($"TOTAL: {total}");
        return total;
    }

    private static ImportedIssue Read(string paste)
    {
        var refusal = new RoundupReader(Recognition.Of).Read(paste, out var reading);
        Assert.Null(refusal);
        return reading.Issue;
    }

    private static IEnumerable<string> Pastes(string truth)
    {
        var folder = Path.GetDirectoryName(truth)!;
        var name = Path.GetFileName(truth).Replace(".truth.json", "", StringComparison.Ordinal);
        var files = Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file).StartsWith(name + ".", StringComparison.Ordinal) && !file.EndsWith(".json", StringComparison.Ordinal));
        var variants = Path.Combine(folder, "variants");
        return (Directory.Exists(variants) ? files.Concat(Directory.EnumerateFiles(variants)) : files).Order(StringComparer.Ordinal);
    }

    private static string OwnCases() => Path.Combine(Root(), "tests", "Roundup.Tests", "Formats", "Reading", "Cases");

    private static string? SharedCases()
    {
        var root = new DirectoryInfo(Root());
        string?[] places = [Environment.GetEnvironmentVariable("ROUNDUP_SHARED"), Beside(root.Parent), Beside(root.Parent?.Parent)];
        return places.Where(place => place is not null).Select(place => Path.Combine(place!, "cases")).FirstOrDefault(Directory.Exists);
    }

    private static string? Beside(DirectoryInfo? folder) => folder is null ? null : Path.Combine(folder.FullName, "shared");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Roundup.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
