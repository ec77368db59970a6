using System.Net;
using Roundup.Model.Papers;

namespace Roundup.Tests.Sources;

public class Asking_Crossref
{
    [Theory]
    [InlineData("10.1175/1520-0469(1996)053<0946:ASTFHH>2.0.CO;2", "10.1175%2F1520-0469%281996%29053%3C0946%3Aastfhh%3E2.0.co%3B2")]
    [InlineData("10.1000/a#b?c%d_e", "10.1000%2Fa%23b%3Fc%25d_e")]
    [InlineData("10.1101/2024.04.01.587366v2", "10.1101%2F2024.04.01.587366")]
    [InlineData("10.2139/ssrn.3520012", "10.2139%2Fssrn.3520012")]
    [InlineData("P19-1001", "10.18653%2Fv1%2Fp19-1001")]
    public async Task A_DOI_is_one_escaped_part_of_the_address(string id, string escaped)
    {
        var crossref = new AskedSource("Crossref", _ => Reply.Text(404, "Resource not found."), AskedSource.WithKeys);
        var asked = id.Contains('#') ? new PaperId(PaperScheme.Doi, id) : AskedSource.Id(id);
        Assert.Empty(await crossref.FetchAsync(new[] { asked }));
        Assert.Equal([$"https://api.crossref.org/works/{escaped}?mailto=editor%40roundup.example"], crossref.Asked);
    }

    [Fact]
    public async Task Without_a_contact_it_does_not_pretend_to_have_one_and_waits_longer()
    {
        var crossref = new AskedSource("Crossref", _ => Reply.Text(404, ""), _ => { });
        await crossref.FetchAsync("10.1000/x1");
        Assert.Equal(["https://api.crossref.org/works/10.1000%2Fx1"], crossref.Asked);
        Assert.Equal(TimeSpan.FromSeconds(1), crossref.Source.Terms.Pause);
        Assert.True(new AskedSource("Crossref", _ => Reply.Text(404, "")).Source.Terms.Pause < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Several_DOIs_are_one_request_and_are_matched_by_DOI_not_by_place()
    {
        var crossref = new AskedSource("Crossref", _ => Reply.Json($$$"""{"message":{"items":[{{{Work("10.1000/C3", "C")}}},{{{Work("10.1000/other", "X")}}},{{{Work("10.1000/a1", "A")}}}]}}"""));
        var records = await crossref.FetchAsync("10.1000/a1", "10.1000/b2", "10.1000/c3");
        Assert.Equal(["A", "C"], records.Select(record => record.Title));
        Assert.Equal(["doi:10.1000/a1", "doi:10.1000/c3"], records.Select(record => record.Id.Key));
        Assert.Equal("https://api.crossref.org/works?filter=doi:10.1000%2Fa1,doi:10.1000%2Fb2,doi:10.1000%2Fc3&rows=3&mailto=editor%40roundup.example", Assert.Single(crossref.Asked));
    }

    [Fact]
    public async Task What_spoils_a_batch_costs_nobody_else_and_a_comma_comes_alone()
    {
        var crossref = new AskedSource("Crossref", address =>
            address.Query.Contains("filter") ? Reply.Text(400, """{"status":"failed"}""", "application/json")
            : address.AbsoluteUri.Contains("a1") ? Reply.Json($$"""{"message":{{Work("10.1000/a1", "A")}}}""")
            : address.AbsoluteUri.Contains("%2C") ? Reply.Json($$"""{"message":{{Work("10.1000/x,y", "Comma")}}}""")
            : Reply.Text(404, "Resource not found."));
        var records = await crossref.FetchAsync(new PaperId[] { new(PaperScheme.Doi, "10.1000/a1"), new(PaperScheme.Doi, "10.1000/b2"), new(PaperScheme.Doi, "10.1000/x,y") });
        Assert.Equal(["A", "Comma"], records.Select(record => record.Title));
        Assert.Equal(4, crossref.Asked.Count);
    }

    [Fact]
    public async Task A_retracted_paper_says_so_and_its_notice_does_not()
    {
        var paper = await ReadAsync("10.1000/paper", """
            "updated-by":[{"DOI":"10.1000/Notice","type":"retraction","label":"Retracted","source":"publisher","updated":{"date-parts":[[2022,3,4]]}},
                          {"DOI":"10.1000/notice","type":"retraction","source":"retraction-watch","updated":{"date-time":"2022-03-05T00:00:00Z"}}]
            """);
        Assert.Equal([new PaperNotice(PaperChangeKind.Retracted, "Retraction", new(2022, 3, 4), "https://doi.org/10.1000/notice")], paper.Notices);

        var notice = await ReadAsync("10.1000/notice", """ "update-to":[{"DOI":"10.1000/paper","type":"retraction","label":"Retraction","updated":{"date-parts":[[2022,3,4]]}}] """, "Retraction: T");
        Assert.Empty(notice.Notices);
    }

    [Fact]
    public async Task A_paper_that_was_retracted_in_place_is_its_own_notice()
    {
        var paper = await ReadAsync("10.1000/paper", """ "update-to":[{"DOI":"10.1000/PAPER","type":"retraction","updated":{"date-parts":[[2021]]}}] """, "RETRACTED: T");
        Assert.Equal([new PaperNotice(PaperChangeKind.Retracted, "Retraction", new(2021, 1, 1), "https://doi.org/10.1000/paper")], paper.Notices);
    }

    [Theory]
    [InlineData("RETRACTED: A thing", PaperChangeKind.Retracted)]
    [InlineData("RETRACTED ARTICLE: A thing", PaperChangeKind.Retracted)]
    [InlineData("WITHDRAWN: A thing", PaperChangeKind.Withdrawn)]
    [InlineData("Retracted articles: a survey", null)]
    public async Task What_only_the_title_says_is_a_hint(string title, PaperChangeKind? kind)
    {
        var notices = (await ReadAsync("10.1000/paper", "\"type\":\"journal-article\"", title)).Notices;
        Assert.Equal(kind is null ? [] : [(kind.Value, false)], notices.Select(notice => (notice.Kind, notice.IsSure)));
    }

    [Fact]
    public async Task Each_kind_of_update_is_told_and_two_of_a_kind_apart()
    {
        var paper = await ReadAsync("10.1000/paper", """
            "updated-by":[{"DOI":"10.1000/2","type":"erratum","updated":{"date-parts":[[2020,2,1]]}},{"DOI":"10.1000/1","type":"erratum","updated":{"date-parts":[[2019,5,6]]}},
                          {"DOI":"10.1000/3","type":"expression_of_concern","updated":{"date-parts":[[null]]}},{"DOI":"10.1000/4","type":"withdrawal"},
                          {"DOI":"10.1000/5","type":"partial_retraction"},{"DOI":"10.1000/6","type":"who knows"},"nothing",{"DOI":7,"type":["retraction"]}]
            """);
        Assert.Equal(
            [
                (PaperChangeKind.Corrected, "Erratum"), (PaperChangeKind.Corrected, "Erratum (2020-02-01)"), (PaperChangeKind.Corrected, "Expression of concern"),
                (PaperChangeKind.Withdrawn, "Withdrawal"), (PaperChangeKind.Corrected, "Partial retraction"),
            ],
            paper.Notices.Select(notice => (notice.Kind, notice.Detail)));
    }

    [Fact]
    public async Task Relations_to_the_same_work_are_ids_and_only_the_preprint_is_told_of_publication()
    {
        var preprint = await ReadAsync("10.1101/2024.04.01.587366", """
            "type":"posted-content","relation":{"is-preprint-of":[{"id-type":"doi","id":"10.1016/J.XGEN.2025.100814"}],"cites":[{"id-type":"doi","id":"10.1000/cited"}],"has-review":[{"id-type":"doi","id":"10.1000/r"}]}
            """);
        Assert.Equal(["doi:10.1016/j.xgen.2025.100814"], preprint.OtherIds.Select(id => id.Key));
        Assert.Equal([PaperChangeKind.Published], preprint.Notices.Select(notice => notice.Kind));

        var article = await ReadAsync("10.1000/paper", """ "relation":{"has-preprint":[{"id-type":"arxiv","id":"2202.05262"},{"id-type":"doi","id":"10.48550/arXiv.2202.05262"}]} """);
        Assert.Equal(["arxiv:2202.05262"], article.OtherIds.Select(id => id.Key));
        Assert.Empty(article.Notices);
    }

    [Fact]
    public async Task Groups_suffixes_and_nameless_authors()
    {
        var paper = await ReadAsync("10.1000/paper", """
            "author":[{"name":"ATLAS Collaboration"},{"given":"Donald","family":"Hora","suffix":"Jr."},{"family":"Stravopodis"},{"given":"Z.","family":"M&amp;uuml;ller"},{},null,"x",{"given":["A"]}]
            """);
        Assert.Equal(["ATLAS Collaboration", "Donald Hora Jr.", "Stravopodis", "Z. Müller"], paper.Authors);
    }

    [Theory]
    [InlineData("10.48550_arxiv.2312.07559_mailto_example_papercrow.ai.http404.txt")]
    [InlineData("works_10.1371_notarealdoi.http404.txt", false)]
    public async Task Not_found_in_plain_text_is_absent(string file, bool isPaperQa = true)
    {
        var crossref = new AskedSource("Crossref", _ => Reply.Recorded("crossref", isPaperQa ? $"pqa_works_{file}" : file));
        Assert.Empty(await crossref.FetchAsync("10.1371/notarealdoi"));
    }

    [Fact]
    public async Task Another_paper_than_the_one_asked_for_is_no_answer() =>
        Assert.Null(await new AskedSource("Crossref", _ => Reply.Json($$"""{"message":{{Work("10.1000/other", "Other")}}}""")).FetchOneAsync("10.1000/paper"));

    [Fact]
    public async Task A_source_that_is_down_is_not_asked_for_the_rest()
    {
        var crossref = new AskedSource("Crossref", _ => new Reply(HttpStatusCode.BadGateway, [], "text/html"));
        var failure = await Assert.ThrowsAsync<SourceException>(() => crossref.FetchAsync(Enumerable.Range(0, 40).Select(n => $"10.1000/p{n:D3}").ToArray()));
        Assert.True(failure.IsPassing);
        Assert.Equal(3, crossref.Asked.Count);
    }

    private static string Work(string doi, string title) => $$"""{"DOI":"{{doi}}","title":["{{title}}"]}""";

    private static async Task<PaperRecord> ReadAsync(string doi, string fields, string title = "T") =>
        (await new AskedSource("Crossref", _ => Reply.Json($$$"""{"message":{"DOI":"{{{doi}}}","title":["{{{title}}}"],{{{fields}}}}}""")).FetchOneAsync(doi))!;
}
