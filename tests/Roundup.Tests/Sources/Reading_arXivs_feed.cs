using System.Text;
using System.Xml.Linq;
using Roundup.Model.Papers;
using Roundup.Sources;

namespace Roundup.Tests.Sources;

public class Reading_arXivs_feed(ITestOutputHelper output)
{
    [Fact]
    public void Every_recorded_reply_reads()
    {
        var (files, papers) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Path("fixtures", "arxiv"), "*.atom.xml"))
        {
            var entries = XDocument.Load(file).Root!.Elements().Count(element => element.Name.LocalName is "entry");
            var feed = ArxivFeed.Read(File.ReadAllBytes(file));
            Assert.Equal(feed.Refused is null ? entries : 0, feed.Papers.Count);
            Assert.All(feed.Papers, IsWhole);
            (files, papers) = (files + 1, papers + feed.Papers.Count);
        }
        output.WriteLine($"{files} recorded feeds, {papers} papers");
        Assert.True(files >= 11 && papers > 100);
    }

    [Fact]
    public void Replies_of_another_interface_are_an_error_and_no_paper() =>
        Assert.All(Directory.EnumerateFiles(SharedFolder.Path("fixtures", "arxiv"), "2019_*.xml"),
            file => Assert.Contains("something else", Assert.Throws<SourceException>(() => ArxivFeed.Read(File.ReadAllBytes(file))).Message));

    [Fact]
    public void A_title_may_be_nought_and_an_id_old()
    {
        var zero = Recorded("id_2104.12255v1_s0_m100_6ae69987ffe1.atom.xml").Papers.Single();
        Assert.Equal(("0", new PaperId(PaperScheme.Arxiv, "2104.12255", 1)), (zero.Title, zero.Id));

        var old = Recorded("id_quant-ph_0201082v1_s0_m100_86989fe779ef.atom.xml").Papers.Single();
        Assert.Equal(new PaperId(PaperScheme.Arxiv, "quant-ph/0201082", 1), old.Id);
        Assert.Equal(["Stephen Blaha"], old.Authors);
        Assert.Equal((new DateOnly(2002, 1, 18), "32 pages"), (old.PublishedOn, old.Comment));
        Assert.Equal(["quant-ph", "cs.PL"], old.Categories);
        Assert.StartsWith("We show", old.Abstract);
        Assert.Equal([new PaperLink(LinkKind.Pdf, "https://arxiv.org/pdf/quant-ph/0201082v1")], old.Links);
    }

    [Fact]
    public void Missing_is_empty_and_malformed_is_said()
    {
        Assert.Equal((0, null), (Recorded("id_0000.0000_s0_m100_8b51d9633a68.atom.xml").Papers.Count, Recorded("id_0000.0000_s0_m100_8b51d9633a68.atom.xml").Refused));
        Assert.Contains("incorrect id format for abc", Recorded("id_abc_s0_m100_b79c8dcf6bc3.atom.xml").Refused);
    }

    [Fact]
    public void Published_versions_and_code_are_found_in_the_fields()
    {
        var paper = Read("""
            <entry><id>http://arxiv.org/abs/2202.05262v5</id><title>Locating
              and  Editing</title><published>2022-02-10T00:00:00Z</published><updated>2023-01-13T00:00:00Z</updated>
            <summary>  We ask. Our code and data are available at https://rome.baulab.info/.
            </summary><arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">NeurIPS; code: github.com/kmeng01/rome</arxiv:comment>
            <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1103/PhysRevE.106.014116; 10.18653/v1/2022.acl-long.568</arxiv:doi>
            <author><name>Kevin Meng</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">MIT</arxiv:affiliation></author></entry>
            """).Papers.Single();

        Assert.Equal(("Locating and Editing", 5), (paper.Title, paper.Id.Version));
        Assert.Equal(["doi:10.1103/physreve.106.014116", "acl:2022.acl-long.568"], paper.OtherIds.Select(id => id.Key));
        Assert.Equal([new(LinkKind.Code, "https://github.com/kmeng01/rome"), new(LinkKind.Code, "https://rome.baulab.info/")], paper.Links);
        Assert.Equal(["Kevin Meng"], paper.Authors);
        Assert.Equal(new DateOnly(2023, 1, 13), paper.UpdatedOn);
        Assert.False(Withdrawal.IsHintedAt(paper));
    }

    [Fact]
    public void Thousands_of_authors_stay_in_order()
    {
        var authors = string.Concat(Enumerable.Range(1, 2830).Select(n => $"<author><name>Ä. Author{n}</name></author>"));
        var paper = Read($"<entry><id>http://arxiv.org/abs/1411.4413v2</id><title>B</title>{authors}</entry>").Papers.Single();
        Assert.Equal((2830, "Ä. Author1", "Ä. Author2830"), (paper.Authors.Count, paper.Authors[0], paper.Authors[^1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Rate exceeded.</body></html>")]
    [InlineData("Rate exceeded.")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>&c;</title></feed>")]
    public void Garbage_is_a_named_error(string body) =>
        Assert.Equal("arXiv", Assert.Throws<SourceException>(() => ArxivFeed.Read(Encoding.UTF8.GetBytes(body))).PaperSource);

    [Fact]
    public void Withdrawals_are_hinted_at_as_their_authors_put_it()
    {
        string[] withdrawn = ["0704.0156", "0704.0213", "0704.0615", "0704.0615v3", "2101.10016"];
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Path("fixtures", "arxiv-abs"), "*.abs"))
        {
            var lines = File.ReadAllText(file);
            var (comment, summary) = (Field(lines, "Comments: "), lines.Split("\n\\\\\n") is { Length: > 2 } parts ? parts[2] : "");
            var record = new PaperRecord { Id = new(PaperScheme.Arxiv, "x"), Title = "x", Source = "arXiv", Comment = PaperText.Clean(comment), Abstract = PaperText.Clean(summary) };
            Assert.Equal((file, withdrawn.Contains(Path.GetFileNameWithoutExtension(file))), (file, Withdrawal.IsHintedAt(record)));
        }
    }

    private static string Field(string lines, string name)
    {
        var start = lines.IndexOf(name, StringComparison.Ordinal);
        if (start < 0) return "";

        var end = start + name.Length;
        do end = lines.IndexOf('\n', end + 1); while (end > 0 && lines[end + 1] is ' ');
        return lines[(start + name.Length)..end];
    }

    private static void IsWhole(PaperRecord paper)
    {
        Assert.NotEqual("", paper.Title);
        Assert.NotEmpty(paper.Authors);
        Assert.NotNull(paper.Abstract);
        Assert.NotNull(paper.Id.Version);
        Assert.NotNull(paper.PublishedOn);
        Assert.NotEmpty(paper.Categories);
        Assert.Contains(paper.Links, link => link.Kind is LinkKind.Pdf);
        Assert.All([paper.Title, paper.Abstract, .. paper.Authors], text => Assert.DoesNotMatch(@"\s\s|[\r\n]|Ã|â€|^\s|\s$", text));
    }

    private static ArxivFeed Recorded(string file) => ArxivFeed.Read(File.ReadAllBytes(SharedFolder.Path("fixtures", "arxiv", file)));

    private static ArxivFeed Read(string entries) =>
        ArxivFeed.Read(Encoding.UTF8.GetBytes($"<?xml version='1.0' encoding='UTF-8'?><feed xmlns=\"http://www.w3.org/2005/Atom\">{entries}</feed>"));
}
