using Roundup.Formats;
using Roundup.Formats.Writing;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Tests.House;

namespace Roundup.Tests.Formats.Writing;

/// <summary>One small issue in every format that the scan finds, letter for letter. What changed on purpose is taken over with ROUNDUP_GOLDEN=write.</summary>
public sealed class Golden_files
{
    public static TheoryData<string> Extensions => [.. WrittenFormats.All.Select(f => f.Extension)];

    [Theory, MemberData(nameof(Extensions))]
    public void A_format_writes_what_it_wrote(string extension)
    {
        var issue = Small();
        var written = WrittenFormats.All.Single(f => f.Extension == extension) switch
        {
            IIssueFormat format => format.Write(issue, new Publication("The Slow Shelf", Shelf.Now)),
            IPaperFormat format => format.Write([.. issue.Entries.Select(e => Reference.Of(e.Paper))]),
            var odd => throw new NotSupportedException($"{odd}"),
        };
        var file = Repository.At($"tests/Roundup.Tests/Formats/Writing/Golden/issue.{extension}");
        if (Environment.GetEnvironmentVariable("ROUNDUP_GOLDEN") is "write") File.WriteAllText(file, written);

        Assert.Equal(File.ReadAllText(file), written);
    }

    [Fact]
    public void The_scan_finds_them_all_and_their_names_differ()
    {
        Assert.Equal(["BibTeX", "CSL-JSON", "RIS", "Markdown"], WrittenFormats.All.Select(f => f.Name));
        Assert.Equal(4, WrittenFormats.All.Select(f => f.Extension).Distinct().Count());
        Assert.All(WrittenFormats.All, f => Assert.Matches(@"^[a-z]+(\.[a-z]+)?$", f.Extension));
    }

    [Fact]
    public void RIS_ends_its_lines_as_RIS_does_and_no_papers_are_a_file_too()
    {
        var ris = WrittenFormats.OfPapers.Single(f => f.Extension is "ris").Write([Reference.Of(Shelf.Paper("One", @abstract: "a\nb\r\nc"))]);

        Assert.Equal("TY  - GEN\r\nTI  - One\r\nAB  - a b c\r\nER  - \r\n", ris);
        Assert.Equal(["", "[]\n", ""], WrittenFormats.OfPapers.Select(f => f.Write([])));
    }

    [Theory]
    [InlineData("Language Models are GPT-3", "Language Models are {GPT}-3")]
    [InlineData("On the approximation of functions by Bernstein and the rest of them", "On the approximation of functions by {Bernstein} and the rest of them")]
    [InlineData("A Gaussian View of ImageNet: An $O(n)$ Story", "A {Gaussian} View of {ImageNet}: An {$O(n)$} Story")]
    [InlineData("It begins: Here, and goes on with small letters", "It begins: Here, and goes on with small letters")]
    [InlineData("ALL OF IT IS SHOUTED", "ALL OF IT IS SHOUTED")]
    [InlineData("R&D at 50%: C#, snake_case, $5", @"{R\&D} at 50\%: C\#, snake\_case, \$5")]
    public void A_title_keeps_its_capitals_where_it_has_to_and_is_never_braced_as_a_whole(string title, string tex) =>
        Assert.Contains($"  title = {{{tex}}}", WrittenFormats.OfPapers.Single(f => f.Extension is "bib").Write([Reference.Of(Shelf.Paper(title))]));

    [Theory]
    [InlineData("Meng", "meng2022locating")]
    [InlineData("Łukasz Żółć", "zolc2022locating")]
    [InlineData("Laurens van der Maaten", "maaten2022locating")]
    [InlineData("王小明", "anon2022locating")]
    public void A_key_is_ASCII(string author, string key) =>
        Assert.Equal(key, CitationKeys.Of(Reference.Of(Shelf.Paper("The Locating of Things", [author], on: new(2022, 2, 10)))));

    [Fact]
    public void COinS_escapes_what_would_end_a_value()
    {
        var kev = Coins.Of(Reference.Of(Shelf.Paper("R&D = 100% + \"x\" <y>", ["Kevin Meng"], "Not in it.", "J. of A&B", PaperKind.Article, new(2022, 1, 1), new("1", "2", "3–4", "A&B"), ids: [new(PaperScheme.Doi, "10.1/a&b=c")])));

        Assert.Equal(
            "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=article&rft.atitle=R%26D%20%3D%20100%25%20%2B%20%22x%22%20%3Cy%3E&rft.jtitle=J.%20of%20A%26B&rft.volume=1&rft.issue=2&rft.spage=3&rft.epage=4&rft.pub=A%26B&rft.date=2022&rft.aulast=Meng&rft.aufirst=Kevin&rft.au=Meng%2C%20Kevin&rft_id=info%3Adoi%2F10.1%2Fa%26b%3Dc&rft_id=https%3A%2F%2Fdoi.org%2F10.1%2Fa%2526b%253Dc",
            kev);
    }

    private static Issue Small()
    {
        var issue = new Issue(7, Shelf.Now);
        Assert.Null(issue.Name("The Slow Shelf, issue 7", "Order", Shelf.Now));
        issue.Frame(Words("What this *shelf* holds."), Words("That is the shelf."), Shelf.Now);
        var meng = Shelf.Paper("Locating & Editing Facts in GPT", ["Kevin Meng", "Laurens van der Maaten", "ATLAS and Friends Collaboration", "Martin Luther King Jr."], "We measure $x_{i}$ at 50% & more.\n\nAgain.", "Journal of {Odd} Things", PaperKind.Article, new(2022, 2, 10), new("119", "47", "1024–1050", "Taylor and Francis", new(2022, 2, 10)), ids: [new(PaperScheme.Doi, "10.1073/pnas.2218_523120"), new(PaperScheme.Arxiv, "2202.05262")], categories: ["cs.CL", "cs.LG"], links: [new(LinkKind.Code, "https://github.com/kmeng01/rome"), new(LinkKind.Pdf, "https://example.org/a_b.pdf")]);
        var entry = issue.Add(meng, Shelf.Now, "First thoughts");
        entry.Opine("", Words("I *like* it."), Shelf.Now);
        entry.Opine("Ann Reader", Words("I don’t."), Shelf.Now);
        Assert.Null(entry.Annotate("First thoughts", Words("It is about memory."), [new(LinkKind.Related, "https://example.org/related_(1)", "More of it")]));
        issue.Add(Shelf.Paper("漢字の論文", ["王小明"], kind: PaperKind.Preprint, on: new(2023, 1, 1), ids: [new(PaperScheme.Arxiv, "2301.00001")], categories: ["cs.AI"]), Shelf.Now, "Second thoughts");
        issue.Add(Shelf.Paper("A post about $5 and _marks_", ["Ann Reader"], kind: PaperKind.Page, venue: "LessWrong", on: new(2024, 5, 6), link: "https://www.lesswrong.com/posts/abc/a_post"), Shelf.Now, "Second thoughts");
        issue.Add(Shelf.Paper("A thesis", ["Bo Student"], kind: PaperKind.Thesis, on: new(2020, 6, 7), imprint: new(Publisher: "MIT")), Shelf.Now, "Second thoughts");
        return issue;
    }

    private static Prose Words(string markdown)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose;
    }
}
