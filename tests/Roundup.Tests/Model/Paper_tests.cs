using Roundup.Formats;
using Roundup.Model.Papers;

namespace Roundup.Tests.Model;

public sealed class Paper_tests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly PaperId Rome = new(PaperScheme.Arxiv, "2202.05262", 5);

    [Fact]
    public void A_source_fills_blanks_and_never_writes_over_an_edit()
    {
        var paper = new Paper("2202.05262", Now);
        paper.Identify(Rome);
        paper.Describe(Typeset.Line("2202.05262"), ["Edited By Hand"], PlainText.Render(""), "", "", Now);

        paper.Fill(Record(), Typeset.Line(Record().Title), PlainText.Render("From the source."), Now);

        Assert.Equal("Locating and Editing", paper.Title);
        Assert.Equal(["Edited By Hand"], paper.Authors);
        Assert.Equal("From the source.", paper.Abstract.Source);
        Assert.Equal("arXiv", paper.FilledFrom);

        paper.Fill(Record() with { Title = "Another" }, Typeset.Line("Another"), PlainText.Render("Another."), Now);
        Assert.Equal(("Locating and Editing", "From the source."), (paper.Title, paper.Abstract.Source));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("arxiv.org/abs/1")]
    [InlineData("//evil.example/")]
    [InlineData("data:text/html,x")]
    public void A_link_that_is_no_web_address_is_refused_and_nothing_changes(string link)
    {
        var paper = new Paper("A", Now);

        Assert.Equal("Link", paper.Describe(Typeset.Line("B"), [], PlainText.Render(""), "", link, Now)?.Field);
        Assert.Equal("Links", paper.Relink([new PaperLink(LinkKind.Code, link)], Now)?.Field);
        Assert.Equal(("A", ""), (paper.Title, paper.Address));
    }

    [Fact]
    public void A_paper_is_read_where_the_editor_says_else_where_its_name_leads()
    {
        var paper = new Paper("A", Now);
        paper.Identify(Rome);
        Assert.Equal("https://arxiv.org/abs/2202.05262v5", paper.Address);

        paper.Describe(Typeset.Line("A"), [], PlainText.Render(""), "", "https://example.org/a", Now);
        Assert.Equal("https://example.org/a", paper.Address);
    }

    [Fact]
    public void A_name_counts_once_whatever_its_version()
    {
        var paper = new Paper("A", Now);
        paper.Identify(Rome);
        paper.Identify(Rome with { Version = 1 });

        Assert.Equal(5, Assert.Single(paper.Identifiers).CoveredVersion);
    }

    private static PaperRecord Record() => new() { Id = Rome, Title = "Locating\n  and Editing", Authors = ["Kevin Meng"], Source = "arXiv" };
}
