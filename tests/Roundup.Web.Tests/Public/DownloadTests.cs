using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Formats.Writing;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Public;

public sealed class DownloadTests(Shelf site) : IClassFixture<Shelf>
{
    public static TheoryData<string> Files =>
        [.. WrittenFormats.All.Select(f => $"/issues/1.{f.Extension}"), .. WrittenFormats.All.Select(f => $"/issues/2.{f.Extension}"), .. WrittenFormats.OfPapers.Select(f => $"/papers/1.{f.Extension}")];

    public static TheoryData<string> Absent =>
        [.. new[] { "/issues/3", "/issues/99", "/issues/0", "/papers/6", "/papers/99" }.SelectMany(path => WrittenFormats.OfPapers.Select(f => $"{path}.{f.Extension}")), "/issues/3.md", "/issues/1.exe", "/papers/1.md", "/issues/one.bib", "/issues/99999999999999999999.bib"];

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_is_what_its_name_says(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        var format = WrittenFormats.All.Single(f => path.EndsWith($".{f.Extension}", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal($"{format.MediaType}; charset=utf-8", reply.Content.Headers.ContentType?.ToString());
        Assert.Matches("^inline; filename=\"[a-z0-9-]+\\.[a-z.]+\"$", reply.Content.Headers.ContentDisposition?.ToString());
        Assert.EndsWith($".{format.Extension}\"", reply.Content.Headers.ContentDisposition?.ToString());
        Assert.False(reply.Headers.Contains("Set-Cookie"));
        Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("Alpha", await reply.Content.ReadAsStringAsync());
        Assert.DoesNotContain("Secret", await reply.Content.ReadAsStringAsync());
    }

    [Theory, MemberData(nameof(Absent))]
    public async Task What_is_not_out_cannot_be_had(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        using var head = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
        Assert.DoesNotContain("Secret", await reply.Content.ReadAsStringAsync());
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Who_has_it_already_is_told_so(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        using var head = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        var tag = reply.Headers.ETag!;

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(tag, head.Headers.ETag);
        Assert.Equal(reply.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(r => r.Headers.IfNoneMatch.Add(tag)));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(r => r.Headers.IfNoneMatch.Add(new("\"another\""))));
        // A date is told; but licence, topics, the site's own name and an identifier that was joined have none that says since when they are so.
        Assert.NotNull(reply.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(r => r.Headers.IfModifiedSince = DateTimeOffset.UtcNow.AddYears(1)));

        async Task<HttpStatusCode> AskAsync(Action<HttpRequestMessage> ask)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            ask(request);
            using var answer = await visitor.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_correction_is_another_file()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            await db.PublishAsync(1, "Late", Scene.Paper("Alpha", "2202.05262"));
        });
        using var visitor = own.Visitor();
        using var before = await visitor.GetAsync("/issues/1.md");
        await own.WithDbAsync(async db =>
        {
            var issue = db.Issues.Single();
            issue.Frame(Scene.Words("Mended."), issue.Closing, own.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        using var after = await visitor.GetAsync("/issues/1.md");

        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("Mended.", await after.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_name_in_another_script_makes_an_address_all_the_same()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync("論文の棚");
            await db.PublishAsync(1, "Late", Scene.Paper(Shelf.Hebrew, "2202.05262", "נועה"));
        });
        using var visitor = own.Visitor();
        using var issue = await visitor.GetAsync("/issues/1.bib");
        using var paper = await visitor.GetAsync("/papers/1.bib");

        Assert.Equal("inline; filename=\"issue-1.bib\"", issue.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("inline; filename=\"anon.bib\"", paper.Content.Headers.ContentDisposition?.ToString());
        Assert.Contains(Shelf.Hebrew, await paper.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/issues/1/first-things", "/issues/1.bib /issues/1.csl.json /issues/1.ris /issues/1.md /issues/1.json")]
    [InlineData("/papers/1/alpha", "/papers/1.bib /papers/1.csl.json /papers/1.ris")]
    public async Task A_page_offers_every_format_that_the_scan_finds(string path, string files)
    {
        var page = await site.PageAsync(path);

        Assert.Equal(files.Split(' '), page.QuerySelectorAll("link[rel=alternate]:not([type$='atom+xml'], [type$='rss+xml'], [type$='feed+json'])").Select(l => l.GetAttribute("href")));
        Assert.Equal(files.Split(' '), page.QuerySelectorAll("section:is([aria-labelledby=downloads], [aria-labelledby=cite]) a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Close", page.QuerySelector("[popover] .row a ~ button")!.TextContent);
        Assert.Equal(["/papers/1.bib", "/papers/1.csl.json", "/papers/1.ris"], page.QuerySelector("[popover]")!.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Zotero_finds_every_paper_of_an_issue_and_one_on_a_papers_page()
    {
        var issue = await site.PageAsync("/issues/2/hostile-titles");
        var spans = issue.QuerySelectorAll("span.Z3988").Select(s => Pairs(s.GetAttribute("title")!)).ToList();

        Assert.Equal(["Alpha", Shelf.Script, Shelf.Hebrew, Shelf.Long], spans.Select(p => p["rft.atitle"].Single()));
        Assert.Equal(["Z39.88-2004"], spans[0]["ctx_ver"]);
        Assert.Equal(["info:ofi/fmt:kev:mtx:book"], spans[0]["rft_val_fmt"]);
        Assert.Equal(["Meng, Kevin", "van der Maaten, Laurens"], spans[0]["rft.au"]);
        Assert.Equal(["info:doi/10.1073/pnas.2218523120", "https://arxiv.org/abs/2202.05262"], spans[0]["rft_id"]);
        Assert.All(spans, s => Assert.DoesNotContain("rft.description", s.Select(p => p.Key)));
        Assert.Empty((await site.PageAsync("/papers/1/alpha")).QuerySelectorAll(".Z3988"));

        static ILookup<string, string> Pairs(string kev) => kev.Split('&').Select(pair => pair.Split('=', 2)).ToLookup(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
    }

    [Fact]
    public async Task Tags_say_where_a_paper_stands_and_stop_at_a_hundred_authors()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            var paper = Scene.Paper("Crowd", "2202.05262", [.. Enumerable.Range(1, 300).Select(n => $"Ada Author{n}")]);
            paper.Classify(PaperKind.Article, new(2022, 1, 1), new("119", "47", "1024–1050", "A Press"), Scene.FirstFriday);
            await db.PublishAsync(1, "Late", paper);
        });
        var page = await own.PageAsync("/papers/1/crowd");

        string? Tag(string name) => page.QuerySelector($"meta[name=citation_{name}]")?.GetAttribute("content");
        Assert.Equal(100, page.QuerySelectorAll("meta[name=citation_author]").Length);
        Assert.Equal(["NeurIPS", "119", "47", "1024", "1050", "A Press", "2022", "We study Crowd."], new[] { "journal_title", "volume", "issue", "firstpage", "lastpage", "publisher", "publication_date", "abstract" }.Select(Tag));
    }

    [Fact]
    public async Task An_issue_of_ten_papers_stays_small()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            await db.PublishAsync(1, "Ten", [.. Enumerable.Range(1, 10).Select(n => Scene.Paper($"{Words(n, 9)} {n}", $"2202.0526{n - 1}", [.. Enumerable.Range(1, 6).Select(a => Words((n * 31) + a, 2))]))]);
            foreach (var entry in db.Entries)
                Scene.Insist(db.Papers.Single(p => p.Id == entry.PaperId).Describe(Formats.Typeset.Line($"{Words(entry.Id, 9)}"), ["Kevin Meng"], Formats.PlainText.Render(Words(entry.Id * 977, 180)), "NeurIPS", "", Scene.FirstFriday));
            await db.SaveChangesAsync();
        });
        using var visitor = own.Visitor();
        var html = await visitor.GetByteArrayAsync("/issues/1/ten");
        using var memory = new MemoryStream();
        await using (var brotli = new BrotliStream(memory, CompressionLevel.Optimal, leaveOpen: true)) await brotli.WriteAsync(html);

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: issue page of ten papers with made-up abstracts, HTML = {html.Length / 1024.0:0.0} KB, {memory.Length / 1024.0:0.0} KB compressed");
        Assert.InRange(memory.Length, 1, 20 * 1024);
        Assert.Equal(10, Encoding.UTF8.GetString(html).Split("class=\"Z3988\"").Length - 1);

        // Words that compress no better than real ones.
        static string Words(int seed, int many)
        {
            var random = new Random(seed);
            return string.Join(' ', Enumerable.Range(0, many).Select(_ => string.Concat(Enumerable.Range(0, random.Next(3, 9)).Select(_ => "etaoinshrdlucmfwyp"[random.Next(18)]))));
        }
    }

    [Fact]
    public async Task Every_link_in_a_crawl_of_the_sample_site_answers()
    {
        await using var own = await SampleAsync();

        var seen = await Crawl.WholeAsync(own);

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: links inside the sample site, all answer = {seen.Count}");
        string[] kinds = ["/issues/1.md", "/issues/1.json", "/issues/1.bib", "/issues/1.ris", "/issues/1.csl.json", "/issues/1/picture.png", "/feed", "/topics/language-models", "/authors/kevin-meng", "/api"];
        Assert.Equal([], kinds.Where(kind => !seen.Any(path => path.StartsWith(kind, StringComparison.Ordinal))));
    }

    private static async Task<Site> SampleAsync()
    {
        var own = new Site();
        await using var scope = own.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Roundup.Data.Starting.DatabaseStart>().RunAsync(TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<Roundup.Web.Sample.SampleSite>().EnsureAsync(TestContext.Current.CancellationToken);
        return own;
    }

    [Fact]
    public async Task The_sample_issue_can_be_had_in_every_format()
    {
        await using var own = await SampleAsync();
        using var visitor = own.Visitor();
        var html = await visitor.GetByteArrayAsync("/issues/1/the-order-in-which-networks-learn");
        using var memory = new MemoryStream();
        await using (var brotli = new BrotliStream(memory, CompressionLevel.Optimal, leaveOpen: true)) await brotli.WriteAsync(html);

        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: sample issue page of ten papers, HTML = {html.Length / 1024.0:0.0} KB, {memory.Length / 1024.0:0.0} KB compressed");
        Assert.InRange(memory.Length, 1, 20 * 1024);
        Assert.Equal(10, (await visitor.GetStringAsync("/issues/1.bib")).Split("\n@").Length);
        Assert.Contains("@inproceedings{meng2022locating,\n  title = {Locating and Editing Factual Associations in {GPT}},", await visitor.GetStringAsync("/issues/1.bib"));
        Assert.Equal(10, (await visitor.GetStringAsync("/issues/1.ris")).Split("ER  - \r\n").Length - 1);
    }
}
