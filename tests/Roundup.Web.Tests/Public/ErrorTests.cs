using System.Net;

namespace Roundup.Web.Tests.Public;

public sealed class ErrorTests(Shelf site) : IClassFixture<Shelf>
{
    [Theory]
    [InlineData(400, "That request could not be read")]
    [InlineData(403, "That is not yours to do")]
    [InlineData(404, "There is no such page")]
    [InlineData(405, "This address can’t be used that way")]
    [InlineData(410, "This was withdrawn")]
    [InlineData(413, "That was too much at once")]
    [InlineData(429, "Too many requests")]
    [InlineData(500, "Something broke on our side")]
    [InlineData(503, "The site is busy")]
    [InlineData(418, "That did not work")]
    [InlineData(200, "There is no such page")]
    public async Task A_status_is_explained_in_the_sites_clothes(int status, string heading)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync($"/error?status={status}");
        var page = await Site.ParseAsync(reply);

        Assert.Equal(status == 200 ? 404 : status, (int)reply.StatusCode);
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("nav"));
        Assert.True(reply.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("POST", "/issues", 405)]
    [InlineData("GET", "/no/such/page", 404)]
    [InlineData("DELETE", "/no/such/page", 404)]
    public async Task A_request_that_fails_is_answered_with_a_page(string method, string path, int status)
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(new(method), path);
        using var reply = await visitor.SendAsync(request);
        var page = await Site.ParseAsync(reply);

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_question_about_a_status_does_not_hide_our_own_mistake()
    {
        await using var broken = new Site();
        await broken.WithDbAsync(db => db.SetUpAsync());
        using var visitor = broken.Visitor();
        await broken.WithDbAsync(db => db.Database.EnsureDeletedAsync());

        using var reply = await visitor.GetAsync("/papers?status=404");

        Assert.Equal(HttpStatusCode.InternalServerError, reply.StatusCode);
    }

    [Theory, InlineData("/"), InlineData("/nowhere"), InlineData("/issues/1/first-things")]
    public async Task Without_its_database_the_site_still_answers_with_a_page(string path)
    {
        await using var broken = new Site();
        await broken.WithDbAsync(db => db.SetUpAsync());
        using var visitor = broken.Visitor();
        await broken.WithDbAsync(db => db.Database.EnsureDeletedAsync());

        using var reply = await visitor.GetAsync(path);
        var page = await Site.ParseAsync(reply);

        Assert.Equal(path is "/nowhere" ? 404 : 500, (int)reply.StatusCode);
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Roundup", page.QuerySelector(".plate-name")!.TextContent.Trim());
    }
}
