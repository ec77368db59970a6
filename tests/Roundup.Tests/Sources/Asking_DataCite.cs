using Roundup.Model.Papers;

namespace Roundup.Tests.Sources;

public class Asking_DataCite
{
    [Fact]
    public async Task It_stands_in_for_arXiv_with_every_date_and_says_which_version_it_knows()
    {
        var datacite = Answering("10.48550/arxiv.2202.05262", """
            "version":"5","types":{"resourceTypeGeneral":"Preprint"},"publisher":"arXiv",
            "creators":[{"name":"Meng, Kevin","nameType":"Personal","givenName":"Kevin","familyName":"Meng"},{"name":"Andonian, Alex J"},{"name":"The ROME, Group","nameType":"Organizational"}],
            "dates":[{"date":"2022-02-10T18:59:59Z","dateType":"Submitted","dateInformation":"v1"},{"date":"2023-01-13T15:02:07Z","dateType":"Submitted","dateInformation":"v5"},
                     {"date":"2023-01-16T01:10:01Z","dateType":"Updated","dateInformation":"v5"},{"date":"2022-02","dateType":"Available"},{"date":"2022","dateType":"Issued"}],
            "descriptions":[{"descriptionType":"Abstract","description":"We analyze.\n Code at https://github.com/kmeng01/rome."},{"descriptionType":"Other","description":"35 pages, 30 figures"}],
            "subjects":[{"subject":"Computation and Language (cs.CL)","subjectScheme":"arXiv"},{"subject":"Machine Learning (cs.LG)","subjectScheme":"arXiv"},{"subject":"FOS: Computer (x.Y)","subjectScheme":"FOS"}],
            "relatedIdentifiers":[{"relationType":"IsVersionOf","relatedIdentifier":"10.1234/NeurIPS.1","relatedIdentifierType":"DOI"}]
            """);
        var paper = (await datacite.FetchOneAsync("2202.05262v2"))!;
        Assert.Equal(["https://api.datacite.org/dois/10.48550%2Farxiv.2202.05262"], datacite.Asked);
        Assert.Equal(new PaperId(PaperScheme.Arxiv, "2202.05262", 5), paper.Id);
        Assert.Equal(["Kevin Meng", "Alex J Andonian", "The ROME, Group"], paper.Authors);
        Assert.Equal((new DateOnly(2022, 2, 10), new DateOnly(2023, 1, 13)), (paper.PublishedOn, paper.UpdatedOn));
        Assert.Equal((PaperKind.Preprint, null, "35 pages, 30 figures"), (paper.Kind, paper.Venue, paper.Comment));
        Assert.Equal(["cs.CL", "cs.LG"], paper.Categories);
        Assert.Equal([new(LinkKind.Pdf, "https://arxiv.org/pdf/2202.05262v5"), new(LinkKind.Code, "https://github.com/kmeng01/rome")], paper.Links);
        Assert.Equal(["doi:10.1234/neurips.1"], paper.OtherIds.Select(id => id.Key));
        Assert.Equal([new PaperNotice(PaperChangeKind.Published, "10.1234/neurips.1", Address: "https://doi.org/10.1234/neurips.1")], paper.Notices);
    }

    [Fact]
    public async Task The_record_of_all_versions_in_the_same_repository_is_no_publication()
    {
        var paper = (await Answering("10.5281/zenodo.7", """
            "types":{"resourceTypeGeneral":"Preprint"},"publisher":{"name":"Zenodo"},
            "relatedIdentifiers":[{"relationType":"IsVersionOf","relatedIdentifier":"10.5281/zenodo.6","relatedIdentifierType":"DOI"},{"relationType":"Cites","relatedIdentifier":"10.1/x1","relatedIdentifierType":"DOI"},
                                  {"relationType":"IsPublishedIn","relatedIdentifier":"10.1234/journal","relatedIdentifierType":"DOI"}]
            """).FetchOneAsync("10.5281/zenodo.7"))!;
        Assert.Equal(["doi:10.5281/zenodo.6"], paper.OtherIds.Select(id => id.Key));
        Assert.Empty(paper.Notices);
        Assert.Equal(("Zenodo", "Zenodo"), (paper.Venue, paper.Imprint.Publisher));
    }

    [Fact]
    public async Task A_withdrawal_a_container_and_escaped_HTML()
    {
        var paper = (await Answering("10.5555/thing", """
            "types":{"resourceTypeGeneral":"JournalArticle"},"publisher":"A Press","container":{"title":"A &amp; B","volume":"3","issue":"2","firstPage":"10","lastPage":"19"},
            "dates":[{"date":"2021-05","dateType":"Issued"},{"date":"2022-06-07","dateType":"Withdrawn"}],
            "descriptions":[{"descriptionType":"Abstract","description":"&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;"}]
            """).FetchOneAsync("10.5555/thing"))!;
        Assert.Equal((PaperKind.Article, "A & B", new PaperImprint("3", "2", "10–19", "A Press", new(2021, 5, 1))), (paper.Kind, paper.Venue, paper.Imprint));
        Assert.Equal(("One. Two.", new DateOnly(2021, 5, 1)), (paper.Abstract, paper.PublishedOn));
        Assert.Equal([new PaperNotice(PaperChangeKind.Withdrawn, "Withdrawal", new(2022, 6, 7))], paper.Notices);
    }

    [Fact]
    public async Task Crossrefs_DOIs_and_other_papers_are_absent()
    {
        Assert.Null(await new AskedSource("DataCite", _ => Reply.Text(404, """{"errors":[{"status":"404"}]}""", "application/json")).FetchOneAsync("10.1073/pnas.2218523120"));
        Assert.Null(await Answering("10.5555/other", "\"x\":1").FetchOneAsync("10.5555/thing"));
    }

    private static AskedSource Answering(string doi, string fields) =>
        new("DataCite", _ => Reply.Json($$$"""{"data":{"id":"{{{doi}}}","attributes":{"doi":"{{{doi}}}","titles":[{"title":"Ttl","titleType":"TranslatedTitle"},{"title":"A Title"}],{{{fields}}} } } }"""));
}
