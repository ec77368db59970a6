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
using Roundup.Model.Topics;
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

    [Fact]
    public void What_the_file_says_of_itself_comes_back_and_becomes_nobodys_words()
    {
        var issue = Filed(out var words);
        var markdown = Format.Write(issue, new Publication("The Slow Shelf", Shelf.Now), Details);
        var back = Read(markdown);
        var bare = Read(Format.Write(issue, new Publication("The Slow Shelf", Shelf.Now)));

        output.WriteLine(markdown);
        Assert.Equal(
            ["Issue: 7 of The *Slow* Shelf", "Published: 2 January 2026", "Edited by: Ines [Marlowe]", "Licence of the opinions: CC BY 4.0", "Corrected: 21 February 2026: A word. My opinion: see [1].", "Corrected: 1 March 2026", "Address: https://shelf.example/issues/7/order"],
            back.Details.Select(d => d.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal)));
        Assert.Equal((7, "Shelf: Order"), (back.Number, back.Title));
        Assert.Equal(words, back.Introduction);
        Assert.Equal([("Proc. of *Things*, vol. 2", 2022), ("", 2023), ("NeurIPS", (int?)null), ("NeurIPS", 2024), ("NeurIPS", 2024)], back.Entries.Select(e => (e.Venue, e.PublishedOn?.Year)));
        Assert.Equal([["Model editing", "R&D"], [], [], [], []], back.Entries.Select(e => e.Topics));
        Assert.Equal(["skimmed", "ran the code"], issue.Entries[0].Opinions.Select(o => o.Depth!.Value.Words).Where(markdown.Contains));
        // Papers, opinions and texts are those of the file without all this.
        Assert.Equal("", string.Join("\n", Lost(issue, back, everything: true)));
        Assert.Equal((bare.Introduction, bare.Closing), (back.Introduction, back.Closing));
        Assert.Equal(bare.Entries.Select(e => (e.Title, e.Url, e.Section, e.Abstract, e.Text)), back.Entries.Select(e => (e.Title, e.Url, e.Section, e.Abstract, e.Text)));
        Assert.Equal(bare.Entries.SelectMany(e => e.Opinions), back.Entries.SelectMany(e => e.Opinions));
        Assert.Equal(bare.Entries.SelectMany(e => e.Links), back.Entries.SelectMany(e => e.Links));
        Assert.Empty(bare.Details);
    }

    [Theory]
    [InlineData("]]>")]
    [InlineData("\"quoted\" & 'so' &amp; <b>bold</b> </title>")]
    [InlineData("a\0b\u0007")]
    [InlineData("\u202E right to left \u200F\u2067")]
    [InlineData("# A heading\n\n### Another\n\n**My opinion:** not mine\n\n---")]
    [InlineData("**Address:** <https://evil.example/issues/9>")]
    [InlineData("https://arxiv.org/abs/1706.03762")]
    [InlineData("arXiv:1706.03762")]
    [InlineData("")]
    [InlineData(" ")]
    public void Whatever_stands_in_a_detail_the_papers_and_opinions_are_the_same(string odd)
    {
        foreach (var text in new[] { odd, string.Concat(Enumerable.Repeat($"{odd} ", 10_000 / (odd.Length + 1))) })
        {
            var issue = Filed(out var words, text.Length > 400 ? text[..400] : text);
            var details = Details with { Publication = text, EditedBy = text, Licence = text, LicenceAddress = null, Corrections = [(new(2026, 2, 21), text), (new(2026, 3, 1), text)] };
            var back = Read(Format.Write(issue, new Publication("The Slow Shelf", Shelf.Now), details));

            Assert.Equal((7, words, 5), (back.Number, back.Introduction, back.Entries.Count));
            Assert.Equal("", string.Join("\n", Lost(issue, back, everything: true)));
            Assert.DoesNotContain(back.Details, d => d.Contains('\n') || d.Contains('\0'));
        }
    }

    [Fact]
    public void Lines_that_look_so_elsewhere_stay_the_words_that_they_are()
    {
        const string Foreign = "# Links of May\n\n**Published:** 2 May 2026\n\n### [A paper about something](https://arxiv.org/abs/2202.05262)\n\n**Topics:** cats, dogs\n\n**My opinion:**\n\nI like it.";
        var foreign = Read(Foreign);
        var issue = Filed(out _);
        issue.Entries[0].Opinions[0].Rewrite(Words("I say:\n\n**Topics:** mine\n\n**Published in:** my head, 2026"), Shelf.Now);
        var own = Read(Format.Write(issue, new Publication("The Slow Shelf", Shelf.Now), Details));

        Assert.Equal("**Published:** 2 May 2026", foreign.Introduction);
        Assert.Equal(("", "**Topics:** cats, dogs"), (foreign.Entries[0].Venue, foreign.Entries[0].Text));
        Assert.Empty(foreign.Details);
        Assert.Contains("**Topics:** mine\n\n**Published in:** my head, 2026", own.Entries[0].Opinions[0].Text);
        Assert.Equal(["Model editing", "R&D"], own.Entries[0].Topics);
    }

    private static IssueDetails Details { get; } = new(7, "The *Slow* Shelf", "https://shelf.example/issues/7/order")
    {
        PublishedOn = new(2026, 1, 2),
        EditedBy = "Ines [Marlowe]",
        Licence = "CC BY 4.0",
        LicenceAddress = "https://creativecommons.org/licenses/by/4.0/",
        Corrections = [(new(2026, 2, 21), "A word.\nMy opinion: see [1]."), (new(2026, 3, 1), "")],
    };

    private static Issue Filed(out string introduction, string venue = "Proc. of *Things*, vol. 2")
    {
        var issue = new Issue(7, Shelf.Now);
        issue.Name("Shelf", "Order", Shelf.Now);
        introduction = "What this *shelf* holds.\n\n**Published:** in haste.";
        issue.Frame(Words(introduction), Words("That is the shelf."), Shelf.Now);
        var first = Shelf.Paper("Locating and editing facts", ["Kevin Meng", "David Bau"], "We measure.", venue, on: new(2022, 2, 10), ids: [new(PaperScheme.Arxiv, "2202.05262")]);
        Assert.Null(Topic.Open("Model editing", Shelf.Now, out var editing));
        Assert.Null(Topic.Open("R&D", Shelf.Now, out var research));
        Assert.Null(first.File([research, editing]));
        var entry = issue.Add(first, Shelf.Now);
        entry.Opine("", Words("I *like* it."), Shelf.Now).NoteDepth(ReadDepth.Skimmed);
        entry.Opine("Ann Reader", Words("I don’t."), Shelf.Now).NoteDepth(ReadDepth.RanCode);
        Assert.Null(entry.Annotate(null, Words("It is about memory."), []));
        issue.Add(Shelf.Paper("Nobody links this one", on: new(2023, 1, 1)), Shelf.Now).Opine("", Words("Short."), Shelf.Now);
        foreach (var (title, year) in new[] { ("On one thing", (int?)null), ("On another thing", 2024), ("On the last thing", 2024) })
            issue.Add(Shelf.Paper(title, ["Ellie Pavlick"], "An abstract of some words.", "NeurIPS", on: year is { } y ? new(y, 3, 4) : null), Shelf.Now).Opine("", Words("Nor here."), Shelf.Now);
        return issue;
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
