using System.Net;

namespace Roundup.Web.Tests.Public;

public sealed class PaperTests(Shelf site) : IClassFixture<Shelf>
{
    [Theory]
    [InlineData("/papers/1", HttpStatusCode.MovedPermanently, "/papers/1/alpha")]
    [InlineData("/papers/1/wrong", HttpStatusCode.MovedPermanently, "/papers/1/alpha")]
    [InlineData("/arxiv/2202.05262", HttpStatusCode.Redirect, "/papers/1/alpha")]
    [InlineData("/arxiv/2202.05262v4", HttpStatusCode.Redirect, "/papers/1/alpha")]
    [InlineData("/arxiv/cs/0112017", HttpStatusCode.Redirect, "/papers/2/beta-the-other")]
    [InlineData("/doi/10.1073/PNAS.2218523120", HttpStatusCode.Redirect, "/papers/1/alpha")]
    [InlineData("/doi/10.1073%2Fpnas.2218523120", HttpStatusCode.Redirect, "/papers/1/alpha")]
    public async Task A_paper_is_found_by_its_names(string path, HttpStatusCode status, string address)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);

        Assert.Equal(status, reply.StatusCode);
        Assert.Equal(address, reply.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/papers/6/secret")]
    [InlineData("/papers/99")]
    [InlineData("/arxiv/2401.00001")]
    [InlineData("/arxiv/")]
    [InlineData("/doi/10.1/nothing")]
    public async Task A_paper_that_no_issue_shows_is_not_there(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task A_papers_page_holds_every_opinion_with_its_issue()
    {
        var page = await site.PageAsync("/papers/1/alpha");

        Assert.Equal("Covered in issues 1 and 2", page.QuerySelector(".kicker")!.TextContent);
        Assert.Equal(["Issue 1", "Issue 2"], page.QuerySelectorAll(".opinions h3").Select(h => h.TextContent));
        Assert.Equal(3, page.QuerySelectorAll(".opinions .prose > p").Length);
        Assert.Equal(2, page.QuerySelectorAll(".ledger li").Length);
    }

    [Fact]
    public async Task A_paper_is_cited_in_every_format_that_it_can_be_had_in()
    {
        var page = await site.PageAsync("/papers/1/alpha");

        Assert.Equal(["Text", "BibTeX", "CSL-JSON", "RIS"], page.QuerySelectorAll(".formats summary").Select(s => s.TextContent));
        Assert.All(page.QuerySelectorAll(".formats .citation"), c => Assert.Contains("Alpha", c.TextContent));
        Assert.StartsWith("@", page.QuerySelector(".formats pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/papers/1.bib", "/papers/1.csl.json", "/papers/1.ris"], page.QuerySelectorAll(".formats a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_name_keeps_its_comma()
    {
        var page = await site.PageAsync("/papers/1/alpha");

        Assert.Equal(["Kevin Meng,", "Laurens van der Maaten"], page.QuerySelectorAll(".facts dd:has([rel=author]) > span").Select(s => s.TextContent));
        Assert.Equal("1 paper.", (await site.PageAsync("/authors/ada-author7")).QuerySelector(".top .lead")!.TextContent);
    }

    [Fact]
    public async Task Citation_tags_stand_on_a_papers_page_only()
    {
        var page = await site.PageAsync("/papers/1/alpha");

        Assert.Equal(
            ["citation_title=Alpha", "citation_author=Kevin Meng", "citation_author=Laurens van der Maaten", "citation_conference_title=NeurIPS", "citation_doi=10.1073/pnas.2218523120", "citation_arxiv_id=2202.05262", "citation_pdf_url=https://example.org/alpha.pdf", "citation_abstract=We study Alpha."],
            page.QuerySelectorAll("meta[name^=citation_]").Select(m => $"{m.GetAttribute("name")}={m.GetAttribute("content")}"));
        foreach (var path in Shelf.Pages.Where(p => !p.StartsWith("/papers/", StringComparison.Ordinal)))
            Assert.Empty((await site.PageAsync(path)).QuerySelectorAll("meta[name^=citation_]"));
    }

    [Fact]
    public async Task Papers_of_the_newest_issue_come_first()
    {
        var page = await site.PageAsync("/papers");

        Assert.Equal(["Alpha", Shelf.Script, Shelf.Hebrew, Shelf.Long, "Beta, the other"], page.QuerySelectorAll(".papers .title").Select(a => a.TextContent));
    }
}
