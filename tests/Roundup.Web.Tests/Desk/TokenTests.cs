using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;

namespace Roundup.Web.Tests.Desk;

/// <summary>The inbox as a script fills it.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task A_script_puts_papers_into_the_inbox_as_a_paste_would()
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(db => db.PublishAsync(1, "Out", Scene.Paper("Known paper", "2202.05262")));
        using var bo = await site.SeatAsync(Role.Contributor, "Bo Two");
        var token = await MakeAsync(bo);

        using var first = await SendAsync(site, token, Json(new { url = "https://arxiv.org/abs/2301.00001", note = "Look \u202Eat it." }));
        using var again = await SendAsync(site, token, new FormUrlEncodedContent([new("text", "2301.00001"), new("note", "Again.")]));
        using var known = await SendAsync(site, token, Json(new { text = "2202.05262\n10.1073/pnas.2218523120" }));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created], new[] { first, again, known }.Select(r => r.StatusCode));
        Assert.True(first.Headers.CacheControl?.NoStore);
        Assert.False(first.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(first.Headers.Contains("Set-Cookie"));
        var item = await site.WithDbAsync(db => db.Inbox.OrderBy(i => i.Id).FirstAsync());
        Assert.Equal(("Bo Two", "Look at it.\n\nAgain."), (item.AddedBy, item.Note));
        var papers = (await ReadAsync(known)).GetProperty("papers").EnumerateArray().ToList();
        Assert.Equal([true, false], papers.Select(p => p.GetProperty("seenBefore").GetBoolean()));
        Assert.Equal(("Known paper", "issue 1"), (papers[0].GetProperty("title").GetString(), papers[0].GetProperty("seenIn")[0].GetString()));
        var one = (await ReadAsync(again)).GetProperty("papers")[0];
        Assert.Equal((item.PaperId, $"/admin/inbox#i-{item.Id}", true), (one.GetProperty("id").GetInt32(), one.GetProperty("path").GetString(), one.GetProperty("seenBefore").GetBoolean()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_a_sentence()
    {
        await using var site = new DeskSite();
        using var bo = await site.SeatAsync(Role.Contributor, "Bo Two");
        var token = await MakeAsync(bo);

        (HttpStatusCode Status, string? Token, HttpContent Content)[] cases =
        [
            (HttpStatusCode.Unauthorized, null, Json(new { url = "2301.00001" })),
            (HttpStatusCode.Unauthorized, token[..^1], Json(new { url = "2301.00001" })),
            (HttpStatusCode.BadRequest, token, new StringContent("{", Encoding.UTF8, "application/json")),
            (HttpStatusCode.BadRequest, token, new StringContent("{\"url\":7}", Encoding.UTF8, "application/json")),
            (HttpStatusCode.BadRequest, token, Json(new { note = "No paper." })),
            (HttpStatusCode.UnsupportedMediaType, token, new StringContent("2301.00001", Encoding.UTF8, "text/plain")),
            (HttpStatusCode.RequestEntityTooLarge, token, Json(new { text = new string('a', 1024 * 1024) })),
            (HttpStatusCode.UnprocessableEntity, token, Json(new { text = "Nothing but words." })),
            (HttpStatusCode.UnprocessableEntity, token, Json(new { url = "2301.00001", note = new string('n', 4001) })),
        ];
        foreach (var (status, secret, content) in cases)
        {
            using var reply = await SendAsync(site, secret, content);
            Assert.Equal(status, reply.StatusCode);
            Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
            Assert.False(string.IsNullOrEmpty((await ReadAsync(reply)).GetProperty("detail").GetString()));
        }

        Assert.Equal(0, await site.WithDbAsync(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task A_token_ends_with_its_owner_s_role_account_or_wish()
    {
        await using var site = new DeskSite();
        using var bo = await site.SeatAsync(Role.Contributor, "Bo Two");
        using var other = await site.SeatAsync(Role.Editor, "Ed Itor");
        var (token, second) = (await MakeAsync(bo), await MakeAsync(bo));
        Task<HttpStatusCode> AskAsync(string secret) => StatusAsync(SendAsync(site, secret, Json(new { url = "2301.00001" })));
        Task BecomeAsync(Action<Person> change) => site.WithDbAsync(async db =>
        {
            change(await db.Users.SingleAsync(p => p.Name == "Bo Two"));
            await db.SaveChangesAsync();
        });

        using var foreign = await other.Client.GetAsync("/admin/tokens/1/revoke");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.Created, await AskAsync(token));
        await BecomeAsync(p => p.Role = Role.Reader);
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(token));
        await BecomeAsync(p => (p.Role, p.LeftAt) = (Role.Contributor, site.Clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
        await BecomeAsync(p => p.LeftAt = null);
        using var revoked = await bo.SendAsync("/admin/tokens/1/revoke", "main form");
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await AskAsync(token), await AskAsync(second)));
        Assert.DoesNotContain(token, (await bo.ReadAsync("/admin/tokens")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_use_is_noted_once_a_minute()
    {
        await using var site = new DeskSite();
        using var bo = await site.SeatAsync(Role.Contributor, "Bo Two");
        var token = await MakeAsync(bo);
        var begun = site.Clock.GetUtcNow();
        async Task<DateTimeOffset?> UsedAsync()
        {
            using var reply = await SendAsync(site, token, Json(new { url = "2301.00001" }));
            return await site.WithDbAsync(db => db.ApiTokens.Select(t => t.LastUsedAt).SingleAsync());
        }

        Assert.Equal(begun, await UsedAsync());
        site.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(begun, await UsedAsync());
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(begun.AddMinutes(1), await UsedAsync());
    }

    [Fact]
    public async Task A_script_that_knocks_without_end_is_told_to_wait()
    {
        await using var site = new DeskSite();
        using var bo = await site.SeatAsync(Role.Contributor, "Bo Two");
        var token = await MakeAsync(bo);
        var told = false;
        for (var i = 0; i < 2000 && !told; i++)
        {
            using var reply = await SendAsync(site, token, new StringContent("{", Encoding.UTF8, "application/json"));
            told = reply.StatusCode is HttpStatusCode.TooManyRequests && reply.Headers.RetryAfter is not null && reply.Content.Headers.ContentType?.MediaType is "application/problem+json";
        }

        Assert.True(told);
        using var other = await SendAsync(site, await MakeAsync(bo), Json(new { url = "2301.00001" }));
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
    }

    [Fact]
    public async Task A_phone_learns_where_to_share_to()
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(db => db.SetUpAsync("Ein “Blatt” & <mehr>"));
        using var reply = await site.Visitor().GetAsync("/manifest.webmanifest");
        var manifest = await ReadAsync(reply);

        Assert.Equal("application/manifest+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Ein “Blatt” & <mehr>", manifest.GetProperty("short_name").GetString());
        Assert.Equal(("/admin", "standalone"), (manifest.GetProperty("start_url").GetString(), manifest.GetProperty("display").GetString()));
        var target = manifest.GetProperty("share_target");
        Assert.Equal(("/capture", "GET", "url"), (target.GetProperty("action").GetString(), target.GetProperty("method").GetString(), target.GetProperty("params").GetProperty("url").GetString()));
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            using var picture = await site.Visitor().GetAsync(icon.GetProperty("src").GetString());
            Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        }

        using var editor = await site.SeatAsync(Role.Editor);
        Assert.NotNull((await editor.ReadAsync("/admin")).QuerySelector("link[rel=manifest]"));
        Assert.Null((await site.PageAsync("/")).QuerySelector("link[rel=manifest]"));
    }

    private static async Task<string> MakeAsync(Seat seat)
    {
        using var made = await seat.SendAsync("/admin/tokens/new", "main form", ("Input.Name", "alerts <b>"));
        var token = (await Site.ParseAsync(made)).QuerySelector("#token")!.TextContent.Trim();
        Assert.StartsWith("rdup_", token, StringComparison.Ordinal);
        return token;
    }

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private static async Task<HttpResponseMessage> SendAsync(DeskSite site, string? token, HttpContent content)
    {
        // Not a browser: neither Origin nor Sec-Fetch-Site, and no cookie.
        using var script = site.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/inbox") { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await script.SendAsync(request);
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> asked)
    {
        using var reply = await asked;
        return reply.StatusCode;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage reply) => JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement;
}
