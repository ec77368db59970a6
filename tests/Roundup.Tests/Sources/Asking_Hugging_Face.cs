using Roundup.Model.Papers;

namespace Roundup.Tests.Sources;

/// <summary>The shape as clients of the interface describe it; nothing is recorded.</summary>
public class Asking_Hugging_Face
{
    [Fact]
    public async Task It_ties_code_and_project_to_an_arXiv_paper()
    {
        var face = new AskedSource("Hugging Face", _ => Reply.Json("""
            {"id":"2408.00714","title":"SAM 2: Segment Anything\n in Images and Videos","summary":"We present SAM 2.","authors":[{"_id":"1","name":"Nikhila Ravi","hidden":false},{"name":"Valentin Gabeur"},{}],
             "publishedAt":"2024-08-01T17:00:08.000Z","upvotes":110,"githubRepo":"https://github.com/facebookresearch/sam2","projectPage":"https://ai.meta.com/sam2","ai_summary":"A machine's words."}
            """));
        var paper = (await face.FetchOneAsync("2408.00714v2"))!;
        Assert.Equal(["https://huggingface.co/api/papers/2408.00714"], face.Asked);
        Assert.True(face.Source.Terms.IsSupplement);
        Assert.Equal((new PaperId(PaperScheme.Arxiv, "2408.00714"), "SAM 2: Segment Anything in Images and Videos", new DateOnly(2024, 8, 1)), (paper.Id, paper.Title, paper.PublishedOn));
        Assert.Equal([new(LinkKind.Code, "https://github.com/facebookresearch/sam2"), new(LinkKind.Project, "https://ai.meta.com/sam2")], paper.Links);
        Assert.Equal(["Nikhila Ravi", "Valentin Gabeur"], paper.Authors);
    }

    [Theory]
    [InlineData("""{"id":"2408.00714","title":"T","githubRepo":"javascript:alert(1)","projectPage":"not an address"}""")]
    [InlineData("""{"id":"2408.00714","title":"T","githubRepo":"","projectPage":null}""")]
    [InlineData("""{"id":"2408.00714","title":"T","githubRepo":{"a":1},"projectPage":["https://a.example"]}""")]
    public async Task What_is_no_address_is_no_link(string answer) =>
        Assert.Empty((await new AskedSource("Hugging Face", _ => Reply.Json(answer)).FetchOneAsync("2408.00714"))!.Links);

    [Fact]
    public async Task What_nobody_submitted_and_what_is_older_than_its_ids_is_absent()
    {
        Assert.Null(await new AskedSource("Hugging Face", _ => Reply.Text(404, "<html>404</html>", "text/html")).FetchOneAsync("2408.00714"));
        Assert.False(new AskedSource("Hugging Face", _ => Reply.Json("{}")).Source.Covers(AskedSource.Id("hep-th/0605073")));
    }
}
