using System.Text.Json.Nodes;
using Roundup.Model.Papers;

namespace Roundup.Tests.Sources;

/// <summary>Shapes as OpenReview documents them; its interface lets nobody record it.</summary>
public class Asking_OpenReview
{
    private const string Empty = """{"notes":[],"count":0}""";

    [Fact]
    public async Task The_newer_interface_wraps_its_values_and_its_authors_may_be_objects()
    {
        var openReview = new AskedSource("OpenReview", _ => Reply.Json("""
            {"notes":[{"id":"other12345","forum":"gJcEM8sxHK","content":{"title":{"value":"A review"}}},
              {"id":"gJcEM8sxHK","forum":"gJcEM8sxHK","cdate":1632500000000,"odate":1632900000000,"pdate":1643400000000,"content":{
                "title":{"value":"Mapping Language Models to  Grounded Conceptual Spaces"},"authors":{"value":[{"fullname":"Roma Patel","username":"~Roma_Patel1"},"Ellie Pavlick"]},
                "abstract":{"value":"A **fundamental** criticism of $x_1**2$ ([code](https://github.com/a/b))."},
                "venue":{"value":"ICLR 2022 Poster"},"venueid":{"value":"ICLR.cc/2022/Conference"},"pdf":{"value":"/pdf/abc.pdf"}}}]}
            """));
        var paper = (await openReview.FetchOneAsync("https://openreview.net/forum?id=gJcEM8sxHK"))!;
        Assert.Equal(["https://api2.openreview.net/notes?id=gJcEM8sxHK"], openReview.Asked);
        Assert.Equal(["Authorization: Bearer token-1"], openReview.Authorizations);
        Assert.Equal("Mapping Language Models to Grounded Conceptual Spaces", paper.Title);
        Assert.Equal(["Roma Patel", "Ellie Pavlick"], paper.Authors);
        Assert.Equal("A fundamental criticism of $x_1**2$ (code (https://github.com/a/b)).", paper.Abstract);
        Assert.Equal((PaperKind.ConferencePaper, "ICLR 2022 Poster", new DateOnly(2021, 9, 29)), (paper.Kind, paper.Venue, paper.PublishedOn));
        Assert.Equal([new(LinkKind.Pdf, "https://openreview.net/pdf?id=gJcEM8sxHK"), new(LinkKind.Code, "https://github.com/a/b")], paper.Links);
        Assert.Equal([new PaperNotice(PaperChangeKind.Published, "ICLR 2022 Poster", new(2022, 1, 28), "https://openreview.net/forum?id=gJcEM8sxHK")], paper.Notices);
    }

    [Fact]
    public async Task What_the_newer_interface_lacks_the_older_is_asked_for()
    {
        var openReview = new AskedSource("OpenReview", address => Reply.Json(address.Host is "api2.openreview.net" ? Empty
            : """{"notes":[{"id":"rJl-b3RcF7","forum":"rJl-b3RcF7","tcdate":1538000000000,"content":{"title":"The Lottery Ticket Hypothesis","authors":["Jonathan Frankle","Michael Carbin"],"venueid":"ICLR.cc/2019/Conference","venue":"ICLR 2019"}}]}"""));
        var paper = (await openReview.FetchOneAsync("https://openreview.net/forum?id=rJl-b3RcF7"))!;
        Assert.Equal(["https://api2.openreview.net/notes?id=rJl-b3RcF7", "https://api.openreview.net/notes?id=rJl-b3RcF7"], openReview.Asked);
        Assert.Equal(("The Lottery Ticket Hypothesis", "ICLR 2019", 2), (paper.Title, paper.Venue, paper.Authors.Count));

        Assert.Null(await new AskedSource("OpenReview", _ => Reply.Text(404, """{"name":"NotFoundError"}""", "application/json")).FetchOneAsync("openreview:rJl-b3RcF7"));
        Assert.Null(await new AskedSource("OpenReview", _ => Reply.Json(Empty)).FetchOneAsync("openreview:rJl-b3RcF7"));
    }

    [Theory]
    [InlineData("ICLR.cc/2024/Conference", "ICLR 2024 poster", PaperKind.ConferencePaper)]
    [InlineData("TMLR", "Accepted by TMLR", PaperKind.Article)]
    [InlineData("ICLR.cc/2024/Conference/Submission", "Submitted to ICLR 2024", PaperKind.Preprint)]
    [InlineData("ICLR.cc/2024/Conference/Rejected_Submission", "ICLR 2024 Conference", PaperKind.Preprint)]
    [InlineData("ICLR.cc/2024/Conference/Withdrawn_Submission", "ICLR 2024 Conference Withdrawn Submission", PaperKind.Preprint)]
    [InlineData("ICLR.cc/2024/Conference/Desk_Rejected_Submission", "ICLR 2024", PaperKind.Preprint)]
    [InlineData("ICLR.cc/2022/Conference", "Submitted to ICLR 2022", PaperKind.Preprint)]
    [InlineData("TMLR/Under_Review", "Under review for TMLR", PaperKind.Preprint)]
    [InlineData("dblp.org/conf/NIPS/2020", "NeurIPS 2020", PaperKind.Unknown)]
    [InlineData("OpenReview.net/Archive", "NeurIPS 2020", PaperKind.Unknown)]
    [InlineData("OpenReview.net/Public_Article", "CoRR 2020", PaperKind.Unknown)]
    [InlineData("", "ICLR 2024", PaperKind.Unknown)]
    public async Task Only_the_venues_own_word_is_an_acceptance(string venueId, string venue, PaperKind kind)
    {
        var content = new JsonObject { ["title"] = "T", ["venueid"] = new JsonObject { ["value"] = venueId }, ["venue"] = new JsonObject { ["value"] = venue } };
        var answer = new JsonObject { ["notes"] = new JsonArray(new JsonObject { ["id"] = "gJcEM8sxHK", ["content"] = content }) };
        var paper = (await new AskedSource("OpenReview", _ => Reply.Json(answer.ToJsonString())).FetchOneAsync("openreview:gJcEM8sxHK"))!;
        var isAccepted = kind is PaperKind.ConferencePaper or PaperKind.Article;
        Assert.Equal((kind, isAccepted ? venue : null), (paper.Kind, paper.Venue));
        Assert.Equal(isAccepted, paper.Notices.Any(notice => notice.Kind is PaperChangeKind.Published));
        Assert.Equal(venueId.Contains("Withdrawn"), paper.Notices.Any(notice => notice.Kind is PaperChangeKind.Withdrawn));
    }

    [Theory]
    [InlineData(403, """{"name":"ChallengeRequiredError","message":"…"}""", "OpenReview refuses servers. Open the page and use the clipper, or paste the details.")]
    [InlineData(403, """{"name":"ForbiddenError"}""", "OpenReview does not show us this paper. Open the page and use the clipper, or paste the details.")]
    [InlineData(401, """{"name":"TokenExpiredError"}""", "OpenReview no longer takes our token. Put a new one into the settings, or open the page and use the clipper.")]
    public async Task A_refusal_points_to_the_clipper(int status, string body, string sentence)
    {
        var failure = await Assert.ThrowsAsync<SourceException>(() => new AskedSource("OpenReview", _ => Reply.Text(status, body, "application/json")).FetchOneAsync("openreview:gJcEM8sxHK"));
        Assert.Equal((sentence, false), (failure.Message, failure.IsPassing));
    }

    [Fact]
    public async Task Without_a_token_it_is_off_and_not_asked()
    {
        var openReview = new AskedSource("OpenReview", _ => throw new InvalidOperationException(), options => options.OpenReviewToken = " ");
        Assert.False(openReview.Source.IsOn);
        Assert.Equal("OpenReview refuses servers. Open the page and use the clipper, or paste the details.", (await Assert.ThrowsAsync<SourceException>(() => openReview.FetchAsync("openreview:gJcEM8sxHK"))).Message);
    }

    [Fact]
    public async Task The_documented_shape_reads()
    {
        var note = JsonNode.Parse(File.ReadAllText(SharedFolder.Path("fixtures", "openreview", "note_v2.documented-shape.json")))!["v2"]!;
        var paper = await new AskedSource("OpenReview", _ => Reply.Json(note.ToJsonString())).FetchAsync(new PaperId[] { new(PaperScheme.OpenReview, "or2023") });
        Assert.Equal(("Title", null, PaperKind.Unknown), (Assert.Single(paper).Title, paper[0].Venue, paper[0].Kind));
    }
}
