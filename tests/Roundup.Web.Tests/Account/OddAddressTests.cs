using System.Net;

namespace Roundup.Web.Tests.Account;

/// <summary>Addresses and fields that no form makes: an answer, and no exception.</summary>
public sealed class OddAddressTests
{
    private const string Ann = "ann@example.org";

    [Theory]
    [InlineData("/comments/%20", HttpStatusCode.NotFound)]
    [InlineData("/comments/%20/mute", HttpStatusCode.NotFound)]
    [InlineData("/suggestions/%20", HttpStatusCode.NotFound)]
    [InlineData("/preview/%20", HttpStatusCode.NotFound)]
    [InlineData("/account/join/%20", HttpStatusCode.NotFound)]
    [InlineData("/set-up/%20", HttpStatusCode.Gone)]
    public async Task A_link_of_a_blank_opens_nothing(string path, HttpStatusCode expected)
    {
        await using var site = new AccountSite();
        await site.WithDbAsync(db => db.SetUpAsync());
        using var visitor = site.Browser();

        using var reply = await visitor.Client.GetAsync(path);

        Assert.Equal(expected, reply.StatusCode);
    }

    [Fact]
    public async Task The_second_step_without_its_sealed_key_begins_again()
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var ann = await site.SignedInAsync(Ann);

        using var reply = await ann.SendAsync("/account/two-factor", "main form", ("Input.Sealed", ""), ("Input.Code", "123456"), ("Input.Password", AccountSite.Password));

        Assert.Equal("/account/two-factor", reply.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/%C3%A4", "/account")]
    [InlineData("/a%0D%0Ab", "/account")]
    [InlineData("//evil.example", "/account")]
    [InlineData("/issues/%25C3%25A4", "/issues/%C3%A4")]
    public async Task Whoever_signs_in_goes_on_where_a_header_can_say(string asked, string expected)
    {
        await using var site = new AccountSite();
        await site.ReaderAsync(Ann);
        using var browser = site.Browser();

        using var reply = await browser.SendAsync($"/account/sign-in?ReturnUrl={asked}", "form[data-keeps-fragment]", ("Input.Email", Ann), ("Input.Password", AccountSite.Password));
        using var signedIn = await browser.Client.GetAsync($"/account/sign-in?ReturnUrl={asked}");

        Assert.Equal((expected, expected), (reply.Headers.Location?.OriginalString, signedIn.Headers.Location?.OriginalString));
    }

    [Theory, InlineData("/issues/1/comment"), InlineData("/suggest"), InlineData("/comments/mine")]
    public async Task A_cookie_with_what_no_database_takes_is_not_looked_for(string path)
    {
        await using var site = new AccountSite();
        await site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            await db.PublishAsync(1, "One", Scene.Paper("A paper"));
        });
        using var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", "roundup-writer=%00");
        site.Sql.Clear();

        using var reply = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.DoesNotContain(site.Sql.Commands, c => c.Contains("FROM \"Commenters\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_browser_s_name_is_cut_between_letters()
    {
        var began = new Roundup.Data.People.Attendance(1, "key", new string('x', 298) + "\0x\U0001F600", "", DateTimeOffset.UnixEpoch);

        Assert.Equal(new string('x', 299), began.Browser);
    }

    [Fact]
    public async Task Who_came_too_often_is_told_how_long_to_wait()
    {
        await using var site = new AccountSite();
        using var visitor = site.Browser();
        for (var i = 0; i < 20; i++) (await visitor.Client.PostAsync("/account/sign-in", new FormUrlEncodedContent([]))).Dispose();

        using var reply = await visitor.Client.PostAsync("/account/sign-in", new FormUrlEncodedContent([]));

        Assert.Equal((HttpStatusCode)429, reply.StatusCode);
        Assert.Matches("Wait (10|9) minutes", await reply.Content.ReadAsStringAsync());
    }
}
