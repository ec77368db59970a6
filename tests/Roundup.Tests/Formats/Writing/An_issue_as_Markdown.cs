using System.Text.Json;
using System.Text.RegularExpressions;
using Roundup.Formats;
using Roundup.Formats.Reading;
using Roundup.Formats.Writing;
using Roundup.Model;
using Roundup.Model.Importing;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Tests.Formats.Reading;
using Roundup.Tests.House;
using Roundup.Tests.Sources;

namespace Roundup.Tests.Formats.Writing;

/// <summary>What is written as Markdown is read back with the reader of pastes.</summary>
public sealed partial class An_issue_as_Markdown(ITestOutputHelper output)
{
    private static readonly IIssueFormat Format = WrittenFormats.OfIssues.Single(f => f.Extension is "md");

    [Fact]
    public void The_sample_issue_comes_back_whole()
    {
        var issue = Sample();
        var back = Read(Format.Write(issue, new Publication("The Slow Shelf", Shelf.Now)));

        Assert.Equal($"{issue.Title}: {issue.Theme}", back.Title);
        Assert.Equal(issue.Number, back.Number);
        Assert.Equal(issue.Introduction.Source, back.Introduction);
        Assert.Equal(issue.Closing.Source, back.Closing);
        Assert.Equal(10, back.Entries.Count);
        Assert.Equal("", string.Join("\n", Lost(issue, back, everything: true)));
    }

    [Fact]
    public void Sections_guests_and_related_links_come_back()
    {
        var issue = new Issue(7, Shelf.Now);
        issue.Name("Shelf 7", "", Shelf.Now);
        issue.Frame(Words("What this *shelf* holds."), Words("That is the shelf."), Shelf.Now);
        var first = issue.Add(Shelf.Paper("Learning [to] *learn* with under_scores & <tags>", ["Kevin Meng", "David Bau"], "We write `code` and *stars*.\n\nAnd #2: a_b, $x_{i}$, \\alpha, [1] and 3 * 4 < 5.", ids: [new(PaperScheme.Arxiv, "2202.05262")], links: [new(LinkKind.Code, "https://github.com/kmeng01/rome")]), Shelf.Now, "First thoughts");
        first.Opine("", Words("I *like* it.\n\n- one\n- two"), Shelf.Now);
        first.Opine("Ann Reader", Words("I disagree: [see](https://example.org/)."), Shelf.Now);
        Assert.Null(first.Annotate(first.Section, Words("It is about memory."), [new(LinkKind.Related, "https://example.org/related", "More of it"), new(LinkKind.Related, "https://example.org/b", "And that")]));
        issue.Add(Shelf.Paper("Nobody links this one", ["Ellie Pavlick"]), Shelf.Now, "Second thoughts").Opine("", Words("Short."), Shelf.Now);

        var markdown = Format.Write(issue, new Publication("The Slow Shelf", Shelf.Now));
        var back = Read(markdown);

        output.WriteLine(markdown);
        Assert.Equal(["First thoughts", "Second thoughts"], back.Entries.Select(e => e.Section));
        Assert.Equal([null, "Ann Reader"], back.Entries[0].Opinions.Select(o => o.Author));
        // Words of a link are the editor's, and no word is lost: beside the links, the line itself is kept as text.
        Assert.Equal("It is about memory.\n\n**Related:** [More of it](https://example.org/related), [And that](https://example.org/b)", back.Entries[0].Text);
        Assert.Equal(["https://github.com/kmeng01/rome", "https://example.org/related", "https://example.org/b"], back.Entries[0].Links.Select(l => l.Url));
        Assert.Equal(LinkKind.Code, back.Entries[0].Links[0].Kind);
        Assert.Equal("That is the shelf.", back.Closing);
        Assert.Equal("", string.Join("\n", Lost(issue, back, everything: true)));
    }

    [Fact]
    public void Real_roundups_come_back_as_far_as_they_go()
    {
        Assert.SkipWhen(SharedFolder.Root is null, "The shared folder is not beside this repository.");
        var (papers, lost) = (0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedFolder.Root!, "cases"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var issue = Made(Read(File.ReadAllText(file)));
            if (issue.Entries.Count < 3) continue;

            papers += issue.Entries.Count;
            var found = Lost(issue, Read(Format.Write(issue, new Publication("The Slow Shelf", Shelf.Now))), everything: false).ToList();
            foreach (var one in found) output.WriteLine($"{Path.GetFileName(file)}: {one}");
            lost.AddRange(found);
        }

        output.WriteLine($"FIGURE: Markdown of real roundups, papers with title, link, abstract and opinions unchanged = {papers - lost.Count} / {papers}");
        Assert.True(lost.Count * 20 <= papers, $"{lost.Count} of {papers} papers changed");
    }

    private static IEnumerable<string> Lost(Issue issue, ImportedIssue back, bool everything)
    {
        for (var at = 0; at < issue.Entries.Count; at++)
        {
            var entry = issue.Entries[at];
            var read = back.Entries.ElementAtOrDefault(at);
            var (was, found) = (Shape(entry, everything), read is null ? "nothing" : Shape(read, everything));
            if (was != found) yield return $"{entry.Paper.Title}: {Difference(was, found)}";
        }

        if (back.Entries.Count > issue.Entries.Count) yield return $"{back.Entries.Count - issue.Entries.Count} papers more";
    }

    private static string Difference(string was, string found)
    {
        var at = was.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"“{Near(was, at)}” is “{Near(found, at)}”";

        static string Near(string text, int at) => text[Math.Max(0, Math.Min(at, text.Length) - 20)..Math.Min(text.Length, at + 60)];
    }

    private static string Shape(Entry entry, bool everything) => string.Join('\n', new[]
    {
        entry.Paper.Title, entry.Paper.Address, everything ? string.Join("; ", entry.Paper.Authors) : "", Paragraphs(entry.Paper.Abstract.Source),
        string.Join(" / ", entry.Opinions.Where(o => !o.Words.IsEmpty).Select(o => $"{o.Author}: {Blank(o.Words.Source)}")), everything ? string.Join(' ', entry.Paper.Links.Concat(entry.Links).Select(l => l.Url).Concat(Others(entry.Paper)).Distinct().Order()) : "",
    });

    private static IEnumerable<string> Others(Paper paper) => paper.Identifiers.Select(i => PaperAddress.Of(i.ToPaperId())).OfType<string>().Where(a => a != paper.Address);

    private static string Shape(ImportedEntry entry, bool everything) => string.Join('\n', new[]
    {
        entry.Title, entry.Url ?? "", everything ? string.Join("; ", entry.Authors) : "", Paragraphs(entry.Abstract),
        string.Join(" / ", entry.Opinions.Select(o => $"{o.Author}: {Blank(o.Text)}")), everything ? string.Join(' ', entry.Links.Where(l => !entry.Opinions.Any(o => o.Text.Contains(l.Url, StringComparison.Ordinal))).Select(l => l.Url).Order()) : "",
    });

    private static string Paragraphs(string text) => string.Join("\n\n", text.ReplaceLineEndings("\n").Split("\n\n").Select(Blank));

    private static string Blank(string text) => Blanks().Replace(text, " ").Trim();

    private static Issue Sample()
    {
        using var sample = JsonDocument.Parse(Repository.Text("src/Roundup.Web/Sample/sample.json"));
        var contents = sample.RootElement.GetProperty("issue");
        var issue = new Issue(1, Shelf.Now);
        issue.Name(contents.GetProperty("title").GetString()!, contents.GetProperty("theme").GetString()!, Shelf.Now);
        issue.Frame(Words(contents.GetProperty("introduction").GetString()!), Words(contents.GetProperty("closing").GetString()!), Shelf.Now);
        foreach (var (paper, entry) in RealPapers.OfTheSample().Zip(contents.GetProperty("entries").EnumerateArray())) issue.Add(paper, Shelf.Now).Opine("", Words(entry.GetProperty("opinion").GetString()!), Shelf.Now);
        return issue;
    }

    private static Issue Made(ImportedIssue read)
    {
        var issue = new Issue(read.Number ?? 1, Shelf.Now);
        issue.Name(read.Title.Length > Issue.TitleLength ? "" : read.Title, "", Shelf.Now);
        issue.Frame(Words(read.Introduction), Words(read.Closing), Shelf.Now);
        foreach (var entry in read.Entries)
        {
            var added = issue.Add(Shelf.Paper(entry.Title, [.. entry.Authors], entry.Abstract, link: entry.Url ?? ""), Shelf.Now, entry.Section ?? "");
            foreach (var opinion in entry.Opinions) added.Opine(opinion.Author ?? "", Words(opinion.Text), Shelf.Now);
        }

        return issue;
    }

    private static Prose Words(string markdown)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose;
    }

    private static ImportedIssue Read(string paste)
    {
        Assert.Null(new RoundupReader(Recognition.Of).Read(paste, out var reading));
        return reading.Issue;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
