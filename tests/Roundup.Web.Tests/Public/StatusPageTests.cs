using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Roundup.Model.Discussion;
using Roundup.Web.Tests.Talk;

namespace Roundup.Web.Tests.Public;

/// <summary>What is said where there is nothing to be had: a page to people, problem+json to programs.</summary>
public sealed class StatusPageTests(Shelf site) : IClassFixture<Shelf>
{
    public static TheoryData<string, int> Files => new()
    {
        { "/issues/99.md", 404 }, { "/issues/99.bib", 404 }, { "/issues/99.ris", 404 }, { "/issues/99.csl.json", 404 }, { "/issues/99.json", 404 }, { "/papers/99.bib", 404 },
        { "/issues/99/picture.png", 404 }, { "/papers/99/picture.png", 404 }, { "/feed.atom?page=99", 404 }, { "/feed.rss?page=99", 404 }, { "/feed.json?page=0", 404 },
        { "/topics/nothing/feed.atom", 404 }, { "/issues/99/comments.atom", 404 }, { "/sitemap-9.xml", 404 }, { "/nothing.exe", 404 }, { "/lib/nothing.css", 404 },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task A_program_that_asks_for_a_file_gets_what_it_can_read(string path, int status)
    {
        foreach (var accepted in new[] { null, "*/*", "application/atom+xml, */*;q=0.5", "image/avif,image/webp,*/*;q=0.8", "application/json", "application/problem+json, text/html;q=0.5" })
        {
            using var reply = await AskAsync(path, accepted);
            Assert.Equal(status, (int)reply.StatusCode);
            if (path is "/issues/99.json") continue;

            await IsProblemAsync(reply, status);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public async Task A_person_who_opens_the_address_of_a_file_gets_a_page(string path, int status)
    {
        foreach (var accepted in new[] { "text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html, application/json" })
        {
            using var reply = await AskAsync(path, accepted);
            Assert.Equal(status, (int)reply.StatusCode);
            // The reading interface's shape has one answer for all.
            if (path is not "/issues/99.json") Assert.Equal("text/html", reply.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory, InlineData("/issues/99", null), InlineData("/nowhere", "*/*"), InlineData("/arxiv/2202.99999", "*/*"), InlineData("/papers/99", "text/*"), InlineData("/nowhere", "nonsense;;, /")]
    public async Task An_address_of_a_page_answers_with_one_unless_json_is_asked_for(string path, string? accepted)
    {
        using var page = await AskAsync(path, accepted);
        using var json = await AskAsync(path, "application/json");

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        await IsProblemAsync(json, 404);
    }

    [Fact]
    public async Task What_breaks_is_said_to_programs_as_well()
    {
        await using var broken = await BrokenAsync();
        using var visitor = broken.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.atom");
        request.Headers.Accept.Clear();
        request.Headers.TryAddWithoutValidation("Accept", "application/atom+xml");
        visitor.DefaultRequestHeaders.Accept.Clear();
        using var reply = await visitor.SendAsync(request);

        await IsProblemAsync(reply, 500);
    }

    [Theory]
    [InlineData("POST", "/issues", 405, "This address can’t be used that way")]
    [InlineData("GET", "/nowhere", 404, "There is no such page")]
    [InlineData("GET", "/issues/99.bib", 404, "There is no such page")]
    [InlineData("DELETE", "/issues.exe", 404, "There is no such page")]
    public async Task A_page_for_an_error_is_well_made(string method, string path, int status, string heading)
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(new(method), path);
        using var reply = await visitor.SendAsync(request);

        await IsPageAsync(reply, status, heading);
    }

    [Fact]
    public async Task What_is_refused_is_well_made()
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.PostAsync("/suggest", new FormUrlEncodedContent([KeyValuePair.Create("Input.Paper", "")]));
        var page = await Site.ParseAsync(reply);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        WellMade.Check(page);
    }

    [Theory, InlineData("br"), InlineData("gzip")]
    public async Task Our_own_mistake_is_well_made_and_said_in_plain_bytes(string encoding)
    {
        await using var broken = await BrokenAsync();
        using var visitor = broken.Visitor();
        visitor.DefaultRequestHeaders.Add("Accept-Encoding", encoding);
        using var reply = await visitor.GetAsync("/papers");
        using var own = await visitor.GetAsync("/preview/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        Assert.Equal(HttpStatusCode.InternalServerError, own.StatusCode);
        Assert.Equal("no-referrer", Assert.Single(own.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("noindex, nofollow", Assert.Single(own.Headers.GetValues("X-Robots-Tag")));
        Assert.Empty(reply.Content.Headers.ContentEncoding);
        await IsPageAsync(reply, 500, "Something broke on our side");
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_how_long_to_wait()
    {
        // Another site for each: all of a test come from one network.
        foreach (var (path, most, longest) in new[] { ("/search", 600, 600), ("/sitemap.xml", 300, 60) })
        {
            await using var own = new Site();
            await own.WithDbAsync(db => db.SetUpAsync());
            using var visitor = own.Visitor();
            for (var asked = 0; asked < most; asked++)
            {
                using var fine = await visitor.GetAsync(path);
                Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
            }

            using var reply = await visitor.GetAsync(path);
            var seconds = (int)reply.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
            Assert.InRange(seconds, 1, longest);
            Assert.Contains(seconds switch { 60 => "Wait a minute,", < 60 => $"Wait {seconds} second", _ => $"Wait {(seconds + 59) / 60} minutes," }, (await IsPageAsync(reply, 429, "Too many requests")).QuerySelector(".lead")!.TextContent);
            visitor.DefaultRequestHeaders.Accept.Clear();
            using var again = await visitor.GetAsync(path);
            if (path is "/sitemap.xml") Assert.Contains("Retry-After", await IsProblemAsync(again, 429), StringComparison.Ordinal);
            else Assert.Equal("text/html", again.Content.Headers.ContentType?.MediaType);
            Assert.NotNull(again.Headers.RetryAfter);
        }
    }

    [Theory]
    [InlineData("GET", 429, null, "Wait 10 minutes, then try again.")]
    [InlineData("POST", 429, null, "Wait 10 minutes, then try again. What you typed is still in the form.")]
    [InlineData("GET", 429, "application/json", "Ask again after as many seconds as the Retry-After header says.")]
    [InlineData("POST", 400, "application/json", "The request could not be read. Nothing was changed.")]
    [InlineData("GET", 500, "application/json", "The mistake is ours, and is logged. Ask again later.")]
    public async Task Nobody_is_told_of_a_form_who_has_none(string method, int status, string? accepted, string sentence)
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(new(method), $"/error?status={status}");
        if (accepted is not null) request.Headers.Accept.ParseAdd(accepted);
        using var reply = await visitor.SendAsync(request);

        Assert.Equal(sentence, accepted is null ? (await Site.ParseAsync(reply)).QuerySelector(".lead")!.TextContent : await IsProblemAsync(reply, status));
    }

    [Theory]
    [InlineData(CommentState.Hidden)]
    [InlineData(CommentState.Deleted)]
    [InlineData(CommentState.Removed)]
    public async Task A_comment_that_readers_saw_and_that_was_taken_back_is_gone(CommentState state)
    {
        await using var own = await OpenAsync();
        var said = await own.SayAsync("A secret.");
        using var visitor = own.Visitor();
        using var before = await visitor.GetAsync($"/comments/{said.Id}");
        await own.ChangeAsync(said.Id, c => Become(c, state, own.Clock.GetUtcNow()));
        using var reply = await visitor.GetAsync($"/comments/{said.Id}");

        Assert.Equal(HttpStatusCode.Redirect, before.StatusCode);
        Assert.DoesNotContain("secret", (await IsPageAsync(reply, 410, "This was withdrawn")).Body!.TextContent);
    }

    [Fact]
    public async Task A_comment_that_readers_reported_out_and_an_editor_deleted_is_gone()
    {
        await using var own = await OpenAsync();
        var said = await own.SayAsync("Rude.");
        var now = own.Clock.GetUtcNow();
        await own.ChangeAsync(said.Id, c => Assert.Null(c.Report("Rude.", "one", now)));
        await own.ChangeAsync(said.Id, c => Assert.Null(c.Report("Rude.", "two", now)));
        Assert.Equal(404, await StatusAsync(own, said.Id));
        await own.ChangeAsync(said.Id, c => Assert.Null(c.Delete("Ines", now)));

        Assert.Equal(410, await StatusAsync(own, said.Id));
    }

    [Fact]
    public async Task Nobody_learns_of_a_comment_that_readers_never_saw()
    {
        await using var own = await OpenAsync();
        var now = own.Clock.GetUtcNow();
        var kept = new Dictionary<string, int>();
        foreach (var state in Enum.GetValues<CommentState>().Except([CommentState.Public]))
        {
            var held = await own.SayAsync("Held.", isKnown: false);
            await own.ChangeAsync(held.Id, c => Become(c, state, now));
            kept[$"held, then {state}"] = held.Id;
        }

        var spam = await own.SayAsync("Spam.");
        await own.ChangeAsync(spam.Id, c => Become(c, CommentState.Spam, now));
        kept["public, then spam"] = spam.Id;
        kept["never there"] = spam.Id + 1;
        var texts = new HashSet<string>();
        foreach (var (what, id) in kept)
        {
            using var visitor = own.Visitor();
            using var reply = await visitor.GetAsync($"/comments/{id}");
            Assert.True(reply.StatusCode is HttpStatusCode.NotFound, what);
            texts.Add(await reply.Content.ReadAsStringAsync());
        }

        Assert.Single(texts);
    }

    private static void Become(Comment comment, CommentState state, DateTimeOffset now)
    {
        switch (state)
        {
            case CommentState.Hidden: Assert.Null(comment.Hide("Ines", now)); break;
            case CommentState.Spam: Assert.Null(comment.MarkSpam("Ines", now)); break;
            case CommentState.Deleted: Assert.Null(comment.Delete("Ines", now)); break;
            case CommentState.Removed: comment.Remove(now); break;
            default: break;
        }
    }

    private static async Task<int> StatusAsync(Site own, int comment)
    {
        using var visitor = own.Visitor();
        using var reply = await visitor.GetAsync($"/comments/{comment}");
        return (int)reply.StatusCode;
    }

    private static async Task<TalkSite> OpenAsync()
    {
        var own = new TalkSite();
        await own.InitializeAsync();
        return own;
    }

    private static async Task<Site> BrokenAsync()
    {
        var broken = new Site();
        await broken.WithDbAsync(db => db.SetUpAsync());
        using (var visitor = broken.Visitor()) (await visitor.GetAsync("/about")).Dispose();
        await broken.WithDbAsync(db => db.Database.EnsureDeletedAsync());
        return broken;
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string? accepted)
    {
        using var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Accept.Clear();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null) request.Headers.TryAddWithoutValidation("Accept", accepted);
        return await visitor.SendAsync(request);
    }

    private static async Task<IHtmlDocument> IsPageAsync(HttpResponseMessage reply, int status, string heading)
    {
        var page = await Site.ParseAsync(reply);
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal("text/html", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.True(reply.Headers.CacheControl?.NoStore);
        Assert.Contains("default-src 'none'", Assert.Single(reply.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
        WellMade.Check(page);
        return page;
    }

    private static async Task<string?> IsProblemAsync(HttpResponseMessage reply, int status)
    {
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.True(reply.Headers.CacheControl?.NoStore);
        using var problem = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        return problem.RootElement.GetProperty("detail").GetString();
    }
}
