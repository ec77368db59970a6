using System.Text.Json;

namespace Roundup.Web.Tests.Reading;

public sealed class MetaTests(OpenShelf site) : IClassFixture<OpenShelf>
{
    [Fact]
    public async Task An_issue_says_what_it_is_to_search_engines()
    {
        using var data = await DataAsync(site, "/issues/1/first-things");
        var issue = data.RootElement;
        var reviews = issue.GetProperty("hasPart").EnumerateArray().ToList();
        var comment = issue.GetProperty("comment")[0];

        Assert.Equal("https://schema.org", issue.GetProperty("@context").GetString());
        Assert.Equal("PublicationIssue", issue.GetProperty("@type").GetString());
        Assert.Equal("1", issue.GetProperty("issueNumber").GetString());
        Assert.Equal("Periodical", issue.GetProperty("isPartOf").GetProperty("@type").GetString());
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", issue.GetProperty("license").GetString());
        Assert.All(reviews, r => Assert.Equal("Review", r.GetProperty("@type").GetString()));
        Assert.Equal("ScholarlyArticle", reviews[0].GetProperty("itemReviewed").GetProperty("@type").GetString());
        Assert.Equal("Kevin Meng", reviews[0].GetProperty("itemReviewed").GetProperty("author")[0].GetProperty("name").GetString());
        Assert.Equal(["Ines Marlowe", "Guest"], reviews[0].GetProperty("author").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        Assert.Equal("Comment", comment.GetProperty("@type").GetString());
        Assert.Equal("I agree: see.", comment.GetProperty("text").GetString());
        Assert.Equal("Ada <b>", comment.GetProperty("author").GetProperty("name").GetString());
        Assert.DoesNotContain("secret", issue.GetRawText());
    }

    [Fact]
    public async Task A_paper_says_where_it_was_reviewed()
    {
        using var data = await DataAsync(site, "/papers/1/alpha-alpha");
        var paper = data.RootElement;

        Assert.Equal("ScholarlyArticle", paper.GetProperty("@type").GetString());
        Assert.Equal("https://arxiv.org/abs/2202.05262", paper.GetProperty("sameAs").GetString());
        Assert.Equal(["http://localhost/issues/1/first-things#e-1", "http://localhost/issues/2/hostile-titles#e-3"], paper.GetProperty("review").EnumerateArray().Select(r => r.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task No_title_can_end_the_element_that_the_data_stand_in()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync("</script><script>alert(1)</script>");
            await db.PublishAsync(1, "<!--<script>", Scene.Paper("</SCRIPT ><img src=x onerror=alert(1)> ]]> \u2028", "2301.00001", "\"</script>"));
        });
        using var visitor = own.Visitor();
        var html = await visitor.GetStringAsync("/issues/1/script");
        var block = html[(html.IndexOf("ld+json\">", StringComparison.Ordinal) + 9)..];
        block = block[..block.IndexOf("</script>", StringComparison.Ordinal)];

        Assert.DoesNotContain('<', block);
        Assert.DoesNotContain('>', block);
        using var data = JsonDocument.Parse(block);
        Assert.Equal("</script><script>alert(1)</script>", data.RootElement.GetProperty("isPartOf").GetProperty("name").GetString());
        Assert.Equal("</SCRIPT ><img src=x onerror=alert(1)> ]]>", data.RootElement.GetProperty("hasPart")[0].GetProperty("itemReviewed").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("/issues/1/an-old-name", "/issues/1/first-things")]
    [InlineData("/issues/1", "/issues/1/first-things")]
    [InlineData("/papers/1/an-old-name", "/papers/1/alpha-alpha")]
    [InlineData("/papers/1", "/papers/1/alpha-alpha")]
    public async Task Old_names_lead_to_the_page_for_good(string old, string now)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(old);

        Assert.Equal((301, now), ((int)reply.StatusCode, reply.Headers.Location!.ToString()));
    }

    private static async Task<JsonDocument> DataAsync(Site own, string path) =>
        JsonDocument.Parse((await own.PageAsync(path)).QuerySelector("script[type='application/ld+json']")!.TextContent);
}
