using Roundup.Model.Papers;

namespace Roundup.Tests.Sources;

public class Asking_OpenAlex
{
    [Theory]
    [InlineData("10.1023/A:1007154515475", "doi:10.1023%2Fa%3A1007154515475")]
    [InlineData("2202.05262", "doi:10.48550%2Farxiv.2202.05262")]
    [InlineData("https://doi.org/10.1101/674655", "doi:10.1101%2F674655")]
    [InlineData("PMID: 11330823", "pmid:11330823")]
    public async Task Each_id_has_its_name_there_and_the_key_goes_along(string id, string name)
    {
        var openAlex = new AskedSource("OpenAlex", _ => Reply.Recorded("openalex", "pqa_works_https_doi.org_10.1046_j.1365-2699.2003.00795.http404.txt"));
        Assert.Null(await openAlex.FetchOneAsync(id));
        Assert.Equal([$"https://api.openalex.org/works/{name}?api_key=key-3"], openAlex.Asked);
    }

    [Theory]
    [InlineData("""{"We":[0,3],"show":[1],"that":[2],"show.":[4]}""", "We show that We show.")]
    [InlineData("""{"Abstract":[0],"We":[1],"show.":[9]}""", "We show.")]
    [InlineData("""{"show.":[2147483647],"We":[5]}""", "We show.")]
    [InlineData("""{"We":[0,"x",-1,null,{}],"a":"1","show.":[2,2],"":[3]}""", "We a show.")]
    [InlineData("""{"<jats:p>We":[0],"show.</jats:p>":[1]}""", "We show.")]
    [InlineData("""[]""", null)]
    [InlineData("""{}""", null)]
    [InlineData("""null""", null)]
    public async Task An_inverted_abstract_is_turned_back(string index, string? text) =>
        Assert.Equal(text, (await ReadAsync($"\"abstract_inverted_index\":{index}")).Abstract);

    [Fact]
    public async Task A_retraction_is_a_hint_since_it_has_been_wrong_by_the_thousand()
    {
        Assert.Equal([new PaperNotice(PaperChangeKind.Retracted, "Retraction", IsSure: false)], (await ReadAsync("\"is_retracted\":true")).Notices);
        Assert.Empty((await ReadAsync("\"is_retracted\":false")).Notices);
        Assert.Empty((await ReadAsync("\"is_retracted\":\"true\"")).Notices);
    }

    [Theory]
    [InlineData("\"type_crossref\":\"proceedings-article\",\"type\":\"article\"", PaperKind.ConferencePaper)]
    [InlineData("\"type\":\"article\",\"primary_location\":{\"source\":{\"type\":\"conference\"}}", PaperKind.ConferencePaper)]
    [InlineData("\"type\":\"preprint\"", PaperKind.Preprint)]
    [InlineData("\"type\":\"dissertation\"", PaperKind.Thesis)]
    [InlineData("\"type\":\"article\"", PaperKind.Unknown)]
    [InlineData("\"type\":[\"article\"]", PaperKind.Unknown)]
    public async Task The_kind_is_what_the_publisher_registered_where_it_says(string fields, PaperKind kind) => Assert.Equal(kind, (await ReadAsync(fields)).Kind);

    [Fact]
    public async Task A_paper_that_names_itself_otherwise_is_no_answer() =>
        Assert.Null(await new AskedSource("OpenAlex", _ => Reply.Recorded("openalex", "work.json")).FetchOneAsync("10.1000/other"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_blank_key_is_no_key_and_it_is_not_asked(string? key)
    {
        var openAlex = new AskedSource("OpenAlex", _ => throw new InvalidOperationException(), options => options.OpenAlexKey = key);
        Assert.False(openAlex.Source.IsOn);
        Assert.Equal("OpenAlex is asked only with a key, and none is set. Paste the details instead.", (await Assert.ThrowsAsync<SourceException>(() => openAlex.FetchAsync("2304.05376"))).Message);
    }

    private static async Task<PaperRecord> ReadAsync(string fields) =>
        (await new AskedSource("OpenAlex", _ => Reply.Json($$$"""{"doi":"https://doi.org/10.1000/x1","title":"T",{{{fields}}}}""")).FetchOneAsync("10.1000/x1"))!;
}
