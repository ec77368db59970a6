using Roundup.Model.Papers;

namespace Roundup.Tests.Sources;

public class Asking_Semantic_Scholar
{
    [Theory]
    [InlineData("2202.05262v3", "ARXIV:2202.05262")]
    [InlineData("hep-th/0605073", "ARXIV:hep-th/0605073")]
    [InlineData("10.1038/s42256-024-00832-8", "DOI:10.1038/s42256-024-00832-8")]
    [InlineData("10.1016/S0140-6736(20)30183-5", "DOI:10.1016/s0140-6736%2820%2930183-5")]
    [InlineData("P19-1001", "ACL:P19-1001")]
    [InlineData("PMID: 32015508", "PMID:32015508")]
    [InlineData("PMC2652875", "PMCID:2652875")]
    [InlineData("s2:844d502387a3996f167b04e2e83117c30c22e752", "844d502387a3996f167b04e2e83117c30c22e752")]
    [InlineData("CorpusID:13756489", "CorpusID:13756489")]
    [InlineData("https://doi.org/10.1101/674655", "DOI:10.1101/674655")]
    public async Task Each_id_has_its_name_there_and_the_key_goes_along(string id, string name)
    {
        var scholar = new AskedSource("Semantic Scholar", _ => Reply.Recorded("semanticscholar", "paper_not_found.http404.json"));
        Assert.Null(await scholar.FetchOneAsync(id));
        Assert.StartsWith($"https://api.semanticscholar.org/graph/v1/paper/{name}?fields=title,", Assert.Single(scholar.Asked));
        Assert.DoesNotContain("tldr", scholar.Asked[0]);
        Assert.Equal(["x-api-key: key-2"], scholar.Authorizations);
    }

    [Fact]
    public async Task A_recorded_paper_asked_for_by_arXiv_id_tells_its_other_names()
    {
        var paper = (await new AskedSource("Semantic Scholar", _ => Reply.Recorded("semanticscholar", "pqa_graph_v1_paper_DOI_10.1038_s42256-024-00832-8.json")).FetchOneAsync("2304.05376"))!;
        Assert.Equal(["doi:10.1038/s42256-024-00832-8", "pubmed:38799228", "pmc:PMC11116106", "s2:354dcdebf3f8b5feeed5c62090e0bc1f0c28db06", "s2:CorpusID:258059792"], paper.OtherIds.Select(id => id.Key));
    }

    [Theory]
    [InlineData("2304.05377")]
    [InlineData("10.1038/other-doi")]
    [InlineData("PMID: 38799229")]
    [InlineData("CorpusID:1")]
    public async Task A_paper_that_names_itself_otherwise_is_no_answer(string id) =>
        Assert.Null(await new AskedSource("Semantic Scholar", _ => Reply.Recorded("semanticscholar", "pqa_graph_v1_paper_DOI_10.1038_s42256-024-00832-8.json")).FetchOneAsync(id));

    [Fact]
    public async Task A_refused_key_is_said()
    {
        var failure = await Assert.ThrowsAsync<SourceException>(() => new AskedSource("Semantic Scholar", _ => Reply.Recorded("semanticscholar", "batch_forbidden.http403.json")).FetchOneAsync("2304.05376"));
        Assert.Equal("Semantic Scholar refuses to answer us (403). Check the key in the settings, or paste the details instead.", failure.Message);
        Assert.False(failure.IsPassing);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Without_a_key_it_is_off_and_not_asked(string? key)
    {
        var scholar = new AskedSource("Semantic Scholar", _ => throw new InvalidOperationException(), options => options.SemanticScholarKey = key);
        Assert.False(scholar.Source.IsOn);
        Assert.Equal("Semantic Scholar answers only to who has a key, and none is set. Paste the details instead.", (await Assert.ThrowsAsync<SourceException>(() => scholar.FetchAsync("2304.05376"))).Message);
    }
}
