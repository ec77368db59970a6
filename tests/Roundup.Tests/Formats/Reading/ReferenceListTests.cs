using System.Diagnostics;
using System.Text.Json;
using Roundup.Formats.Reading;
using Roundup.Model.Importing;
using Roundup.Sources;
using Roundup.Tests.Sources;

namespace Roundup.Tests.Formats.Reading;

/// <summary>Entries of BibTeX and RIS, read with all that the sources recognise, against what a person says that they say.</summary>
public sealed class ReferenceListTests(ITestOutputHelper output)
{
    private static readonly PaperFinder Finder = new();
    private static readonly RoundupReader Reader = new(fragment => Finder.Recognise(fragment));

    [Theory]
    [InlineData("odd.bib", "odd.expected.tsv", 40)]
    [InlineData("odd.ris", "odd.ris.expected.tsv", 5)]
    public void Each_entry_says_what_a_person_reads_in_it(string file, string expectations, int least)
    {
        var expected = File.ReadLines(Path.Combine(Folder(), expectations)).Where(row => row is not "" && row[0] is not '#').Select(row => row[(row.IndexOf('\t') + 1)..]).ToList();
        var entries = Read(File.ReadAllText(Path.Combine(Folder(), file))).Entries;
        var said = entries.Select(Said).ToList();
        foreach (var (row, at) in expected.Select((row, at) => (row, at)).Where(each => each.at >= said.Count || each.row != said[each.at])) output.WriteLine($"expected {row}\n    said {said.ElementAtOrDefault(at)}");
        output.WriteLine($"FIGURE: {file}: entries right = {expected.Zip(said).Count(pair => pair.First == pair.Second)} of {expected.Count}");

        Assert.True(expected.Count >= least);
        Assert.Equal(expected, said);
    }

    [Fact]
    public void Every_entry_of_the_fixtures_is_read()
    {
        var texts = Directory.EnumerateFiles(SharedFolder.Path("fixtures", "bibtex"), "*.bib").Concat(Directory.EnumerateFiles(SharedFolder.Path("fixtures", "crossref"), "*.bib")).Select(File.ReadAllText).ToList();
        using var memory = JsonDocument.Parse(File.ReadAllText(SharedFolder.Path("fixtures", "identifiers", "papermemory_bibtexs.json")));
        texts.AddRange(memory.RootElement.GetProperty("strings").EnumerateArray().Select(entry => entry.GetString()!));
        var written = texts.Sum(text => text.Split('\n').Count(line => line.TrimStart().StartsWith('@')));
        var entries = texts.SelectMany(text => Read(text).Entries).ToList();
        output.WriteLine($"FIGURE: entries of the fixtures read = {entries.Count} of {written}");

        Assert.Equal(written, entries.Count);
        string[] titles =
        [
            "url: https://example.org", "href: Example", "ElsevierGlyph: —", "unknown: \\unknown", "Phi: $\\Phi$", "a&b%c$d#e_f~^\\", "—", "$e=mc^2$",
            "Augmenting large language models with chemistry tools", "An Algorithm for Multi-Attribute Diverse Matching", "Unpaired Image-to-Image Translation Using Cycle-Consistent Adversarial Networks",
        ];
        Assert.All(titles, title => Assert.Contains(entries, entry => entry.Title == title));
        Assert.Contains(entries, entry => entry.Authors is ["Hermann von Helmholtz", "Hermänñ von Helmhöltz", "Hermänñ von Helmhöltz", "Hermänñ von Helmhöltz"]);
        Assert.Contains(entries, entry => entry.Authors is ["a and b", "c", "D E"]);
        Assert.Equal(2, entries.Count(entry => entry.Authors is ["A and B"]));
        Assert.Contains(entries, entry => entry is { Venue: "Nature Machine Intelligence", Imprint: { Volume: "6", Number: "5", Pages: "525–535" }, PublishedOn: { Year: 2024, Month: 5 } } && entry.Authors[0] == "Andres M. Bran");
    }

    [Fact]
    public void Entries_stand_in_their_places_among_links_and_words()
    {
        var issue = Read("""
            # Quiet roundup, week 2

            ## Language

            https://arxiv.org/abs/2301.00011

            ```bibtex
            @misc{meng2022locating, title={Locating and Editing Factual Associations in GPT},
              author={Meng, Kevin and Bau, David}, eprint={2202.05262}, archivePrefix={arXiv}}
            ```

            My opinion: this is the one to read.

            https://arxiv.org/abs/2301.00022

            ## Tissue

            TY  - JOUR
            TI  - Developing functional tissues
            AU  - Makris, Eleftherios A.
            DO  - 10.1073/pnas.1414271111
            AB  - We grow them.
            ER  - 

            My opinion: well grown.
            """);

        Assert.Equal(["https://arxiv.org/abs/2301.00011", "https://arxiv.org/abs/2202.05262", "https://arxiv.org/abs/2301.00022", "https://doi.org/10.1073/pnas.1414271111"], issue.Entries.Select(entry => entry.Url));
        Assert.Equal(["Language", "Language", "Language", "Tissue"], issue.Entries.Select(entry => entry.Section));
        Assert.Equal("this is the one to read.", Assert.Single(issue.Entries[1].Opinions).Text);
        Assert.Equal("well grown.", Assert.Single(issue.Entries[3].Opinions).Text);
        Assert.Equal("We grow them.", issue.Entries[3].Abstract);
        Assert.Equal("Quiet roundup, week 2", issue.Title);
    }

    [Fact]
    public void An_entry_below_its_own_paper_is_not_a_second_one()
    {
        var issue = Read("""
            ## [Locating and Editing Factual Associations in GPT](https://arxiv.org/abs/2202.05262)

            @misc{meng2022locating, title={Locating and Editing Factual Associations in {GPT}}, author={Meng, Kevin and Bau, David}, eprint={2202.05262}, archivePrefix={arXiv}, year=2022}

            My opinion: good.

            ## [Counting Birds](https://arxiv.org/abs/2301.00022)

            My opinion: many.
            """);

        Assert.Equal(["Locating and Editing Factual Associations in GPT", "Counting Birds"], issue.Entries.Select(entry => entry.Title));
        Assert.Equal(["Kevin Meng", "David Bau"], issue.Entries[0].Authors);
        Assert.Equal(2022, issue.Entries[0].PublishedOn?.Year);
        Assert.Equal("good.", Assert.Single(issue.Entries[0].Opinions).Text);
    }

    [Fact]
    public void An_open_entry_loses_only_itself()
    {
        var issue = Read("@article{a, title = {First}, author = {A. A.}}\n@article{b, title = {Second, author = {B. B.}\n\n@article{c, title = {Third}, author = {C. C.}}\n\n@article{d, title={Fourth},\n  author={D. D.}\n");
        Assert.Equal(["First", "Third", "Fourth"], issue.Entries.Select(entry => entry.Title).Where(title => title is not ['S', ..]));
        Assert.Equal(["D. D."], issue.Entries[^1].Authors);
    }

    [Fact]
    public void What_an_editor_mends_in_the_outline_goes_before_what_the_entry_says()
    {
        Assert.Null(Reader.Read("@misc{a, title={Drft}, author={Ann Ant}, year={2022}, eprint={2202.05262}, archivePrefix={arXiv}}", out var reading));
        Assert.Equal([LineRole.PaperTitle, LineRole.Authors, LineRole.Reference], reading.Lines.Select(line => line.Role));

        var mended = Reader.Assemble([.. reading.Lines.Select(line => line.Role is LineRole.PaperTitle ? line with { Text = "Drift" } : line)]).Entries.Single();
        Assert.Equal(("Drift", "arXiv", "https://arxiv.org/abs/2202.05262"), (mended.Title, mended.Venue, mended.Url));
        Assert.Equal(["Ann Ant"], mended.Authors);

        var corrected = Reader.Assemble([.. reading.Lines.Select(line => line.Role is LineRole.Reference ? line with { Text = line.Text.Replace("2022}", "2021}") } : line)]).Entries.Single();
        Assert.Equal(2021, corrected.PublishedOn?.Year);
        var alone = Reader.Assemble([reading.Lines[^1]]).Entries.Single();
        Assert.Equal("Drft", alone.Title);
    }

    [Fact]
    public void The_outline_gives_the_same_issue_again()
    {
        Assert.Null(Reader.Read(File.ReadAllText(Path.Combine(Folder(), "odd.bib")), out var reading));
        Assert.Equal(Json(reading.Issue), Json(Reader.Assemble(reading.Lines)));
    }

    [Theory]
    [InlineData("Mail me at anna@article{x} or @override(y = 2). TY - Tuesday.")]
    [InlineData("@media (max-width: 40em) { body { color: red } }")]
    [InlineData("@RequestMapping(value = \"/x\", method = POST)")]
    [InlineData("@article{")]
    [InlineData("TY  - JOUR")]
    public void What_only_looks_like_an_entry_stays_text(string paste)
    {
        var issue = Read(paste);
        Assert.Empty(issue.Entries);
        Assert.Contains(paste.Split(' ')[0], issue.Introduction);
    }

    [Fact]
    public void A_page_that_shows_its_entry_as_code_is_read()
    {
        var issue = Read("<html><body><h1>Cite us</h1><pre><code>@misc{a_b,\n  title = {A_title &amp; more},\n  author = {Ann Ant and Bob Bee},\n  eprint = {2202.05262}\n}</code></pre></body></html>");
        Assert.Equal("A_title & more", Assert.Single(issue.Entries).Title);
        Assert.Equal(["Ann Ant", "Bob Bee"], issue.Entries[0].Authors);
    }

    [Fact]
    public void The_dry_run_prints_the_new_fields_where_they_are_known()
    {
        var json = Json(Read("@article{a, title={T}, journal={Nature}, volume=5, pages={1--2}, year=2020, month=mar, doi={10.1038/nature14539}}"));
        using var entry = JsonDocument.Parse(json);
        var first = entry.RootElement.GetProperty("entries")[0];
        Assert.Equal(["doi:10.1038/nature14539"], first.GetProperty("ids").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(("article", "Nature", "5", "1–2", "2020-03-01"), (first.GetProperty("kind").GetString(), first.GetProperty("venue").GetString(), first.GetProperty("volume").GetString(), first.GetProperty("pages").GetString(), first.GetProperty("published").GetString()));
        Assert.DoesNotContain("venue", Json(Read("https://arxiv.org/abs/2202.05262")));
    }

    [Fact]
    public void Five_hundred_entries_are_read_at_once()
    {
        var paste = string.Concat(Enumerable.Range(1, 500).Select(at => $"@inproceedings{{key{at},\n  title = {{A {{T}}itle of Paper {at} with Stra{{\\ss}}e}},\n  author = {{Ant, Ann and Bee, Bob and Cee, {{\\'E}}va}},\n  booktitle = {{Proceedings of Things}},\n  year = {{2020}},\n  pages = {{{at}--{at + 9}}},\n  doi = {{10.1145/3292500.{3330000 + at}}},\n  abstract = {{{string.Concat(Enumerable.Repeat("We study things at length and find more of them. ", 20))}}}\n}}\n\n"));
        Read(paste);
        var watch = Stopwatch.StartNew();
        var issue = Read(paste);
        output.WriteLine($"FIGURE: 500 entries of BibTeX, {paste.Length / 1000} KB = {watch.ElapsedMilliseconds} ms");
        Assert.Equal(500, issue.Entries.Count);
        Assert.All(issue.Entries, entry => Assert.Equal(["Ann Ant", "Bob Bee", "Éva Cee"], entry.Authors));
    }

    private static string Said(ImportedEntry entry) => string.Join('\t', entry.Title, string.Join("; ", entry.Authors), entry.Kind, entry.Venue,
        $"{entry.Imprint.Volume}/{entry.Imprint.Number}/{entry.Imprint.Pages}/{entry.Imprint.Publisher}", entry.PublishedOn?.ToString("yyyy-MM-dd", null), string.Join(' ', entry.Ids), entry.Url);

    private static ImportedIssue Read(string paste)
    {
        Assert.Null(Reader.Read(paste, out var reading));
        return reading.Issue;
    }

    private static string Json(ImportedIssue issue)
    {
        using var text = new StringWriter();
        ImportedIssueJson.Write(issue, text);
        return text.ToString();
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Roundup.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "Roundup.Tests", "Formats", "Reading", "References");
    }
}
