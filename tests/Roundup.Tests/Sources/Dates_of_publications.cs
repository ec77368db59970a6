using Roundup.Model.Papers;

namespace Roundup.Tests.Sources;

/// <summary>When a paper appeared in print is said by whoever knows it, and not taken from the day of its preprint.</summary>
public sealed class Dates_of_publications
{
    private static readonly PaperId Doi = new(PaperScheme.Doi, "10.1000/paper");

    [Theory]
    [InlineData("""{"type":"journal-article","issued":{"date-parts":[[2022,12,20]]},"published-print":{"date-parts":[[2023,2]]},"volume":"120","DOI":"10.1000/paper","title":["T"]}""", "2023-02-01")]
    [InlineData("""{"type":"proceedings-article","issued":{"date-parts":[[2022,5]]},"DOI":"10.1000/paper","title":["T"]}""", "2022-05-01")]
    [InlineData("""{"type":"posted-content","issued":{"date-parts":[[2022,5,6]]},"DOI":"10.1000/paper","title":["T"]}""", null)]
    public async Task Crossref_dates_the_issue(string work, string? on) =>
        Assert.Equal(on, On(await new AskedSource("Crossref", _ => Reply.Json($$"""{"message":{{work}}}""")).FetchAsync(new[] { Doi })));

    [Theory]
    [InlineData("", "2023-02-07")]
    [InlineData(""","locations":[{"source":{"type":"journal"}},{"source":{"type":"repository"}}]""", null)]
    public async Task OpenAlex_dates_the_earliest_copy_which_may_be_a_preprint(string copies, string? on) =>
        Assert.Equal(on, On(await new AskedSource("OpenAlex", _ => Reply.Json($$$"""
            {"id":"https://openalex.org/W1","doi":"https://doi.org/10.1000/paper","title":"T","publication_date":"2023-02-07","biblio":{"volume":"120"},"primary_location":{"source":{"type":"journal","display_name":"PNAS"}}{{{copies}}}}
            """), AskedSource.WithKeys).FetchAsync(new[] { Doi })));

    private static string? On(IReadOnlyList<PaperRecord> records) => Assert.Single(records).Imprint.IssuedOn?.ToString("yyyy-MM-dd", null);
}
