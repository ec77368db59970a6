using Roundup.Model.Papers;

namespace Roundup.Tests.Sources;

/// <summary>Shapes as api.biorxiv.org documents them; nothing is recorded.</summary>
public class Asking_bioRxiv
{
    private const string Versions = """
        {"messages":[{"status":"ok"}],"collection":[
          {"doi":"10.1101/641381","title":"Second <i>title</i>","authors":"Tachiwana, H.; Dacher, M.; van der Berg, J.; Consortium;","date":"2020-02-03","version":"2","type":"new results","category":"molecular biology","abstract":"Newer.","published":"10.1000/Final.1","server":"bioRxiv"},
          {"doi":"10.1101/641381","title":"First title","authors":"Tachiwana, H.","date":"2019-05-17","version":"1","type":"new results","category":"molecular biology","abstract":"Older.","published":"NA","server":"bioRxiv"},
          {"doi":"10.1101/999999","title":"Another","date":"2021-01-01","version":"3"}]}
        """;

    [Fact]
    public async Task The_newest_version_with_the_day_of_the_first_and_the_article_it_became()
    {
        var biorxiv = new AskedSource("bioRxiv", _ => Reply.Json(Versions));
        var paper = (await biorxiv.FetchOneAsync("10.1101/641381"))!;
        Assert.Equal(["https://api.biorxiv.org/details/biorxiv/10.1101/641381/na/json"], biorxiv.Asked);
        Assert.Equal((new PaperId(PaperScheme.BioRxiv, "10.1101/641381", 2), "Second title", "Newer."), (paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(["H. Tachiwana", "M. Dacher", "J. van der Berg", "Consortium"], paper.Authors);
        Assert.Equal((new DateOnly(2019, 5, 17), new DateOnly(2020, 2, 3)), (paper.PublishedOn, paper.UpdatedOn));
        Assert.Equal(["doi:10.1000/final.1"], paper.OtherIds.Select(id => id.Key));
        Assert.Equal([new PaperNotice(PaperChangeKind.Published, "10.1000/final.1", Address: "https://doi.org/10.1000/final.1")], paper.Notices);
        Assert.Equal([new(LinkKind.Pdf, "https://www.biorxiv.org/content/10.1101/641381v2.full.pdf")], paper.Links);
        Assert.Equal(("bioRxiv", PaperKind.Preprint), (paper.Venue, paper.Kind));
    }

    [Fact]
    public async Task The_version_that_was_asked_for_and_none_that_does_not_exist()
    {
        Assert.Equal("First title", (await new AskedSource("bioRxiv", _ => Reply.Json(Versions)).FetchOneAsync("10.1101/641381v1"))?.Title);
        Assert.Null(await new AskedSource("bioRxiv", _ => Reply.Json(Versions)).FetchOneAsync("10.1101/641381v7"));
    }

    [Fact]
    public async Task MedRxiv_is_asked_as_medRxiv_and_a_withdrawal_is_told()
    {
        var medrxiv = new AskedSource("bioRxiv", _ => Reply.Json("""{"collection":[{"doi":"10.1101/2020.03.22.20040832","title":"T","date":"2020-04-01","version":"1","type":"withdrawn","published":"NA"}]}"""));
        var paper = (await medrxiv.FetchOneAsync("https://www.medrxiv.org/content/10.1101/2020.03.22.20040832v1"))!;
        Assert.Equal(["https://api.biorxiv.org/details/medrxiv/10.1101/2020.03.22.20040832/na/json"], medrxiv.Asked);
        Assert.Equal(("medRxiv", PaperChangeKind.Withdrawn), (paper.Venue, Assert.Single(paper.Notices).Kind));
    }

    [Fact]
    public async Task What_it_does_not_know_is_an_empty_list_or_a_message()
    {
        Assert.Null(await new AskedSource("bioRxiv", _ => Reply.Json("""{"messages":[{"status":"no posts found"}],"collection":[]}""")).FetchOneAsync("10.1101/641381"));
        Assert.Null(await new AskedSource("bioRxiv", _ => Reply.Json("""{"messages":[{"status":"no posts found"}]}""")).FetchOneAsync("10.1101/641381"));
    }
}
