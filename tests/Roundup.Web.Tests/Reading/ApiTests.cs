using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Reading;

public sealed class ApiTests(OpenShelf site) : IClassFixture<OpenShelf>
{
    public static TheoryData<string, string> Paths => new()
    {
        { "/api/v1/issues", "/api/v1/issues" },
        { "/api/v1/issues/{number}", "/api/v1/issues/1" },
        { "/issues/{number}.json", "/issues/1.json" },
        { "/api/v1/issues/{number}/comments", "/api/v1/issues/1/comments" },
        { "/api/v1/papers", "/api/v1/papers" },
        { "/api/v1/papers/{id}", "/api/v1/papers/1" },
        { "/api/v1/topics", "/api/v1/topics" },
    };

    [Theory, MemberData(nameof(Paths))]
    public async Task An_answer_is_what_the_description_says_and_no_more(string described, string path)
    {
        using var visitor = site.Visitor();
        using var description = JsonDocument.Parse(await visitor.GetByteArrayAsync("/api/openapi.json"));
        using var reply = await visitor.GetAsync(path);
        using var answer = JsonDocument.Parse(await reply.Content.ReadAsByteArrayAsync());
        var schema = description.RootElement.GetProperty("paths").GetProperty(described).GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("application/json; charset=utf-8", reply.Content.Headers.ContentType?.ToString());
        Assert.Empty(new Described(description.RootElement).Faults(answer.RootElement, schema, "$"));
        Assert.DoesNotContain("ecret", answer.RootElement.GetRawText());
        Assert.DoesNotContain(OpenShelf.Email, answer.RootElement.GetRawText());
    }

    [Fact]
    public async Task A_program_that_asks_the_wrong_way_is_told_so_in_its_own_words()
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.DeleteAsync("/api/v1/issues");
        using var problem = JsonDocument.Parse(await reply.Content.ReadAsByteArrayAsync());

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (reply.StatusCode, reply.Content.Headers.ContentType?.MediaType));
        Assert.Equal(405, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal("The address takes other methods: the Allow header names them.", problem.RootElement.GetProperty("detail").GetString());
        Assert.Contains("GET", reply.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_page_behind_the_only_one_is_said_not_to_be_there()
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync("/api/v1/topics?page=2");

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Contains("There is only one page.", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_names_every_path_and_describes_every_field()
    {
        using var visitor = site.Visitor();
        using var description = JsonDocument.Parse(await visitor.GetByteArrayAsync("/api/openapi.json"));
        var root = description.RootElement;

        Assert.StartsWith("3.1", root.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(Paths.Select(p => p.Data.Item1).Distinct().Order(), root.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order());
        var shapes = root.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(s => s.Name.Contains("Shape", StringComparison.Ordinal)).ToList();
        var silent = shapes.SelectMany(s => s.Value.GetProperty("properties").EnumerateObject().Where(p => !p.Value.TryGetProperty("description", out _)).Select(p => $"{s.Name}.{p.Name}"));
        Assert.Empty(silent);
        Assert.InRange(shapes.Count, 10, 40);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task The_description_names_the_headers_and_statuses_that_there_are(string described, string path)
    {
        using var visitor = site.Visitor();
        using var description = JsonDocument.Parse(await visitor.GetByteArrayAsync("/api/openapi.json"));
        var methods = description.RootElement.GetProperty("paths").GetProperty(described);
        using var reply = await visitor.GetAsync(path);
        using var conditional = new HttpRequestMessage(HttpMethod.Get, path);
        conditional.Headers.IfMatch.Add(new("\"another\""));
        using var failed = await visitor.SendAsync(conditional);
        foreach (var (method, name) in new[] { ("get", ""), ("head", "Head") })
        {
            var operation = methods.GetProperty(method);
            var responses = operation.GetProperty("responses");
            Assert.EndsWith(name, operation.GetProperty("operationId").GetString(), StringComparison.Ordinal);
            Assert.Equal(reply.Headers.Where(h => h.Key is "ETag" or "Link").Select(h => h.Key).Order(), responses.GetProperty("200").GetProperty("headers").EnumerateObject().Select(h => h.Name).Order());
            Assert.True(responses.TryGetProperty(((int)failed.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), out _), failed.StatusCode.ToString());
            Assert.True(responses.GetProperty("429").GetProperty("headers").TryGetProperty("Retry-After", out _));
            Assert.Contains("If-None-Match", operation.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
            Assert.Equal(described is "/api/v1/papers/{id}", responses.TryGetProperty("302", out _));
            Assert.All(operation.GetProperty("parameters").EnumerateArray().Where(p => p.GetProperty("name").GetString() is "page"), p => Assert.Equal("integer", p.GetProperty("schema").GetProperty("type").GetString()));
        }
    }

    /// <summary>What other people's programs rely on changes on purpose only: then the file beside this test is replaced by what it prints.</summary>
    [Fact]
    public async Task The_description_is_the_one_that_was_agreed()
    {
        using var visitor = site.Visitor();
        using var description = JsonDocument.Parse(await visitor.GetByteArrayAsync("/api/openapi.json"));
        var now = JsonSerializer.Serialize(description.RootElement, JsonSerializerOptions.Web).ReplaceLineEndings("\n");
        var kept = Path.Combine(Site.Root, "tests/Roundup.Web.Tests/Reading/openapi.json");
        if (Environment.GetEnvironmentVariable("ROUNDUP_KEEP_OPENAPI") is "1") await File.WriteAllTextAsync(kept, Pretty(description.RootElement));
        using var agreed = JsonDocument.Parse(await File.ReadAllTextAsync(kept));

        Assert.True(JsonElement.DeepEquals(agreed.RootElement, description.RootElement), $"The description of the reading interface has changed. If it shall, run this test with ROUNDUP_KEEP_OPENAPI=1.\n{now}");
    }

    [Fact]
    public async Task Lists_come_in_pages_that_lead_to_one_another()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            for (var number = 1; number <= 45; number++) await db.PublishAsync(number, $"Theme {number}", Scene.Paper($"Paper {number}"));
        });
        using var visitor = own.Visitor();
        var (numbers, next, asked) = (new List<int>(), (string?)"/api/v1/issues", 0);
        while (next is not null && asked++ < 9)
        {
            using var reply = await visitor.GetAsync(next);
            using var list = await reply.Content.ReadFromJsonAsync<JsonDocument>();
            numbers.AddRange(list!.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetInt32()));
            Assert.Equal((3, 45), (list.RootElement.GetProperty("pages").GetInt32(), list.RootElement.GetProperty("total").GetInt32()));
            var links = Assert.Single(reply.Headers.GetValues("Link")).Split(", ");
            next = links.SingleOrDefault(l => l.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1];
            Assert.Contains("<http://localhost/api/v1/issues?page=3>; rel=\"last\"", links);
        }

        Assert.Equal(Enumerable.Range(1, 45).Reverse(), numbers);
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: pages asked = {asked}");
    }

    [Theory]
    [InlineData("/api/v1/issues/3", 404)]
    [InlineData("/api/v1/issues/99/comments", 404)]
    [InlineData("/api/v1/papers/4", 404)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/issues?page=9", 404)]
    [InlineData("/api/v1/issues?page=x", 400)]
    [InlineData("/api/v1/issues?page=%2B1", 400)]
    [InlineData("/api/v1/issues?page=%201", 400)]
    [InlineData("/api/v1/issues?page=99999999999", 400)]
    [InlineData("/api/v1/papers?page=-1", 400)]
    [InlineData("/issues/3.json", 404)]
    public async Task A_program_hears_in_its_own_way_what_is_wrong(string path, int status)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        using var problem = await reply.Content.ReadFromJsonAsync<JsonDocument>();

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.True(reply.Headers.CacheControl is { NoCache: true });
        Assert.NotEqual("", problem!.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Programs_in_pages_of_any_site_may_read_and_ask_again_cheaply()
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/issues/1");
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var reply = await visitor.SendAsync(request);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/issues/1");
        again.Headers.IfNoneMatch.Add(reply.Headers.ETag!);
        using var asked = new HttpRequestMessage(HttpMethod.Options, "/api/v1/issues/1");
        asked.Headers.Add("Origin", "https://elsewhere.example");
        asked.Headers.Add("Access-Control-Request-Method", "GET");
        asked.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var head = await visitor.SendAsync(new(HttpMethod.Head, "/api/v1/issues/1"));

        Assert.Equal("*", Assert.Single(reply.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(reply.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(reply.Headers.Contains("Set-Cookie"));
        Assert.True(reply.Headers.CacheControl is { Public: true, NoStore: false });
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendAsync(again)).StatusCode);
        using var allowed = await visitor.SendAsync(asked);
        Assert.Contains("if-none-match", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await visitor.PostAsync("/api/v1/issues/1", null)).StatusCode);
    }

    [Fact]
    public async Task An_issue_comes_with_its_words_as_written_and_as_shown()
    {
        using var visitor = site.Visitor();
        using var issue = JsonDocument.Parse(await visitor.GetByteArrayAsync("/issues/1.json"));
        var entry = issue.RootElement.GetProperty("entries")[0];

        Assert.Equal("What this shelf holds.", issue.RootElement.GetProperty("introduction").GetProperty("markdown").GetString());
        Assert.Equal("<p>What this shelf holds.</p>", issue.RootElement.GetProperty("introduction").GetProperty("html").GetString()!.Trim());
        Assert.Equal(["Ines Marlowe", "Guest"], entry.GetProperty("opinions").EnumerateArray().Select(o => o.GetProperty("author").GetString()));
        Assert.Contains("href=\"http://localhost/issues/1/first-things#e-1\"", entry.GetProperty("opinions")[1].GetProperty("text").GetProperty("html").GetString());
        Assert.Equal("Ada", entry.GetProperty("thanks")[0].GetString());
        Assert.Equal("editing-models", entry.GetProperty("paper").GetProperty("topics")[0].GetProperty("slug").GetString());
        Assert.Equal("arxiv", entry.GetProperty("paper").GetProperty("identifiers")[0].GetProperty("scheme").GetString(), ignoreCase: true);
        Assert.Equal(2, issue.RootElement.GetProperty("comments").GetInt32());
    }

    [Fact]
    public async Task An_issue_says_what_was_corrected_how_far_papers_were_read_and_what_became_of_them()
    {
        await using var own = new OpenShelf();
        await own.InitializeAsync();
        await own.WithDbAsync(async db =>
        {
            var issue = await OpenShelf.CorrectAsync(db, OpenShelf.Odd, Scene.FirstFriday.AddDays(50), copy => copy.Entries[0].Opinions[0].NoteDepth(ReadDepth.Skimmed));
            var alpha = issue.Entries[0].Paper;
            db.Add(new PaperChange(alpha, new(PaperChangeKind.NewVersion, "v2", new(2026, 1, 20)), "arXiv", Scene.FirstFriday.AddDays(20)));
            db.Add(new PaperChange(alpha, new(PaperChangeKind.NewVersion, "v3"), "arXiv", Scene.FirstFriday.AddDays(30)));
            db.Add(new PaperChange(alpha, new(PaperChangeKind.Retracted, "", new(2026, 3, 1), "https://doi.org/10.1234/retraction"), "Crossref", Scene.FirstFriday.AddDays(60)));
            db.Add(new PaperChange(alpha, new(PaperChangeKind.Withdrawn, "A secret that no editor has looked at", IsSure: false), "arXiv", Scene.FirstFriday.AddDays(60)));
            await db.SaveChangesAsync();
        });
        using var visitor = own.Visitor();
        using var description = JsonDocument.Parse(await visitor.GetByteArrayAsync("/api/openapi.json"));
        foreach (var (described, path) in Paths.Select(p => p.Data))
        {
            using var reply = JsonDocument.Parse(await visitor.GetByteArrayAsync(path));
            var schema = description.RootElement.GetProperty("paths").GetProperty(described).GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Assert.Empty(new Described(description.RootElement).Faults(reply.RootElement, schema, "$"));
            Assert.DoesNotContain("secret", reply.RootElement.GetRawText());
        }

        using var whole = JsonDocument.Parse(await visitor.GetByteArrayAsync("/issues/1.json"));
        using var paper = JsonDocument.Parse(await visitor.GetByteArrayAsync("/api/v1/papers/1"));
        using var papers = JsonDocument.Parse(await visitor.GetByteArrayAsync("/api/v1/papers"));
        var correction = Assert.Single(whole.RootElement.GetProperty("corrections").EnumerateArray());
        Assert.Equal((Scene.FirstFriday.AddDays(50), OpenShelf.Odd.Trim()), (correction.GetProperty("at").GetDateTimeOffset(), correction.GetProperty("note").GetString()));
        Assert.Equal(["skimmed", null], whole.RootElement.GetProperty("entries")[0].GetProperty("opinions").EnumerateArray().Select(o => o.GetProperty("depth").GetString()));
        foreach (var news in new[] { whole.RootElement.GetProperty("entries")[0].GetProperty("paper"), paper.RootElement, papers.RootElement.GetProperty("items").EnumerateArray().Last() }.Select(p => p.GetProperty("news")))
        {
            Assert.Equal(["Retracted", "New version v3"], news.EnumerateArray().Select(n => n.GetProperty("words").GetString()));
            Assert.Equal(("Retracted", "2026-03-01", "https://doi.org/10.1234/retraction"), (news[0].GetProperty("kind").GetString(), news[0].GetProperty("happenedOn").GetString(), news[0].GetProperty("url").GetString()));
            Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (news[1].GetProperty("happenedOn").ValueKind, news[1].GetProperty("url").ValueKind));
        }

        Assert.Empty(whole.RootElement.GetProperty("entries")[1].GetProperty("paper").GetProperty("news").EnumerateArray());
    }

    [Theory, InlineData("/api/v1/topics"), InlineData("/feed.json"), InlineData("/papers/1.bib"), InlineData("/issues/1/picture.png"), InlineData("/sitemap.xml")]
    public async Task Too_many_questions_are_told_to_wait(string path)
    {
        await using var own = new Site();
        using var visitor = own.Visitor();
        HttpResponseMessage? last = null;
        for (var asked = 0; asked <= 300; asked++) last = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.Equal("60", Assert.Single(last.Headers.GetValues("Retry-After")));
        if (path.StartsWith("/api", StringComparison.Ordinal)) Assert.Contains("300 requests a minute", await last.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_page_describes_it_to_people()
    {
        var page = await site.PageAsync("/api");
        using var visitor = site.Visitor();

        Assert.Contains("/api/openapi.json", page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        foreach (var link in page.QuerySelectorAll("main a[href^='/']"))
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link.GetAttribute("href"))).StatusCode);
    }

    private static string Pretty(JsonElement json) => $"{JsonSerializer.Serialize(json, new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" })}\n";
}
