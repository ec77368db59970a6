using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Roundup.Formats.Feeds;

namespace Roundup.Web.Tests.Reading;

public sealed class FeedTests(OpenShelf site) : IClassFixture<OpenShelf>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Thread = "http://purl.org/syndication/thread/1.0";

    public static TheoryData<string> Feeds =>
    [
        .. new[] { "/feed", "/papers/feed", "/topics/editing-models/feed" }.SelectMany(path => FeedFormats.All.Select(f => $"{path}.{f.Extension}")),
        "/comments/feed.atom", "/issues/1/comments.atom", "/issues/2/comments.atom",
    ];

    [Theory, MemberData(nameof(Feeds))]
    public async Task A_feed_keeps_every_rule_of_its_format(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        var bytes = await reply.Content.ReadAsByteArrayAsync();
        var type = FeedFormats.All.Single(f => path.EndsWith($".{f.Extension}", StringComparison.Ordinal)).MediaType;

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal($"{type}; charset=utf-8", reply.Content.Headers.ContentType?.ToString());
        FeedRules.Hold(type, bytes);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain("Secret", text);
        Assert.DoesNotContain("secret", text);
        Assert.False(reply.Headers.Contains("Set-Cookie"));
        Assert.True(reply.Headers.CacheControl is { Public: true, MaxAge.TotalMinutes: 5 });
    }

    [Theory, MemberData(nameof(Feeds))]
    public async Task Who_has_a_feed_already_is_told_so(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);
        using var head = await visitor.SendAsync(new(HttpMethod.Head, path));
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(reply.Headers.ETag!);
        using var answer = await visitor.SendAsync(again);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(reply.Headers.ETag, head.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        // What can lose something, or be called otherwise, has no date that says so: one is told, and never answered by.
        Assert.NotNull(reply.Content.Headers.LastModified);
        using var byDate = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfModifiedSince = DateTimeOffset.UtcNow.AddYears(1) } };
        using var whole = await visitor.SendAsync(byDate);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
    }

    [Fact]
    public void Whatever_stands_in_a_text_the_feed_is_whole()
    {
        string[] odd = [string.Concat(Enumerable.Repeat("<&]]> ", 1700)), "\u202E\u2067\u200F\"'", "\0", "\uD800", "a\uDC00\uD800b", "\uFFFE\uFFFF", "]]>", "<![CDATA[", "&#0;", "\u0007\u001B[31m", "</script>", "\U0001F600", "\u2028", ""];
        foreach (var text in odd)
        {
            var item = new FeedItem("urn:uuid:1", text, "https://a.example/1", Scene.FirstFriday, Scene.FirstFriday, $"<p>{WebUtility.HtmlEncode(text)}</p>") { Summary = text, Authors = [text], Categories = [text], Subjects = [new(text, "https://a.example/paper?a=1&b=2")] };
            var feed = new Feed("urn:uuid:0", text, "https://a.example/", new("https://a.example/feed", "https://a.example/feed", "https://a.example/feed"), Scene.FirstFriday, [item]) { Subtitle = text, Author = text, Rights = text };
            foreach (var format in FeedFormats.All.Where(f => f.Extension is not "atom" || text.Trim() is not "")) FeedRules.Hold(format.MediaType, format.Write(feed));
        }

        Assert.Equal(3, FeedFormats.All.Count);
    }

    [Fact]
    public async Task An_issue_comes_whole_with_whole_addresses_and_set_maths()
    {
        using var visitor = site.Visitor();
        var feed = FeedRules.Xml(await visitor.GetByteArrayAsync("/feed.atom"));
        var entries = feed.Elements(Atom + "entry").ToList();
        var first = entries[1];
        var html = first.Element(Atom + "content")!.Value;

        Assert.Equal(["Issue 2: Hostile titles", "Issue 1: First things"], entries.Select(e => e.Element(Atom + "title")!.Value));
        Assert.Contains("What this shelf holds.", html);
        Assert.Contains("That is the shelf.", html);
        Assert.Contains("We study", html);
        Assert.Contains("Guest’s opinion", WebUtility.HtmlDecode(html));
        Assert.Contains("href=\"http://localhost/issues/1/first-things#e-1\"", html);
        Assert.Contains("<math", html);
        Assert.Contains("Suggested by Ada.", html);
        var replies = first.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "replies");
        Assert.Equal("http://localhost/issues/1/comments.atom", replies.Attribute("href")!.Value);
        Assert.Equal("2", replies.Attribute(Thread + "count")!.Value);
        var related = first.Elements(Atom + "link").Where(l => l.Attribute("rel")!.Value == "related").ToList();
        Assert.Equal(["https://arxiv.org/abs/2202.05262", "https://arxiv.org/abs/2301.00001"], related.Select(l => l.Attribute("href")!.Value));
        Assert.Equal("Alpha & $\\alpha$", related[0].Attribute("title")!.Value);
    }

    [Fact]
    public async Task A_paper_is_an_item_each_time_it_is_covered()
    {
        using var visitor = site.Visitor();
        using var papers = JsonDocument.Parse(await visitor.GetByteArrayAsync("/papers/feed.json"));
        using var topic = JsonDocument.Parse(await visitor.GetByteArrayAsync("/topics/editing-models/feed.json"));

        Assert.Equal(4, papers.RootElement.GetProperty("items").GetArrayLength());
        Assert.Equal(["/issues/2/hostile-titles#e-3", "/issues/1/first-things#e-1"], topic.RootElement.GetProperty("items").EnumerateArray().Select(i => new Uri(i.GetProperty("url").GetString()!)).Select(u => u.PathAndQuery + u.Fragment));
        Assert.Contains("twice", topic.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString());
        Assert.Equal("Editing models", topic.RootElement.GetProperty("items")[0].GetProperty("tags")[0].GetString());
    }

    [Fact]
    public async Task A_comment_says_what_it_answers()
    {
        using var visitor = site.Visitor();
        var talk = FeedRules.Xml(await visitor.GetByteArrayAsync("/issues/1/comments.atom"));
        var papers = FeedRules.Xml(await visitor.GetByteArrayAsync("/papers/feed.atom"));
        var entries = talk.Elements(Atom + "entry").ToList();

        Assert.Equal(2, entries.Count);
        Assert.Equal(entries[1].Element(Atom + "id")!.Value, entries[0].Element(Thread + "in-reply-to")!.Attribute("ref")!.Value);
        Assert.Contains(entries[1].Element(Thread + "in-reply-to")!.Attribute("ref")!.Value, papers.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
    }

    [Fact]
    public async Task An_old_name_of_a_topic_leads_to_its_feed_and_no_topic_to_none()
    {
        using var visitor = site.Visitor();
        using var old = await visitor.GetAsync("/topics/model-editing/feed.rss?page=1");

        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        Assert.Equal("/topics/editing-models/feed.rss?page=1", old.Headers.Location!.ToString());
        foreach (var path in new[] { "/topics/nothing/feed.rss", "/issues/3/comments.atom", "/issues/99/comments.atom", "/feed.atom?page=2", "/feed.atom?page=0", "/feed.atom?page=x", "/feed.exe" })
        {
            using var reply = await visitor.GetAsync(path);
            Assert.True(reply.StatusCode is HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task Ids_stay_when_host_and_title_change_and_updated_tells_of_edits_alone()
    {
        await using var own = new OpenShelf();
        await own.InitializeAsync();
        var before = await ReadAsync(own, "http://localhost");
        await own.WithDbAsync(async db =>
        {
            var paper = await db.Papers.Include(p => p.Identifiers).FirstAsync(p => p.Id == 1);
            Scene.Insist(paper.Describe(Roundup.Formats.Typeset.Line("Filled in later"), ["Somebody"], paper.Abstract, "ICML", "", Scene.FirstFriday.AddDays(90)));
            var publication = await db.Publications.SingleAsync();
            Scene.Insist(publication.Describe("Another name", "", publication.About, "Ines Marlowe", "", "My opinion"));
            await db.SaveChangesAsync();
        });
        var after = await ReadAsync(own, "http://moved.example");

        Assert.NotEqual(before.Title, after.Title);
        Assert.Equal(before.Entries, after.Entries);
        Assert.StartsWith("urn:uuid:", before.Entries[0].Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_an_edit_and_a_removed_comment_is_gone()
    {
        await using var own = new OpenShelf();
        await own.InitializeAsync();
        var before = await ReadAsync(own, "http://localhost");
        await own.WithDbAsync(async db =>
        {
            var issue = await db.Issues.Include(i => i.Corrections).Include(i => i.Entries).ThenInclude(e => e.Opinions).Include(i => i.Entries).ThenInclude(e => e.Paper).AsSplitQuery().SingleAsync(i => i.Number == 1 && !i.IsWorkingCopy);
            var copy = await db.Issues.Include(i => i.Entries).ThenInclude(e => e.Opinions).AsSplitQuery().SingleAsync(i => i.IsWorkingCopy);
            copy.Frame(Scene.Words("Corrected."), copy.Closing, Scene.FirstFriday.AddDays(50));
            Scene.Insist(issue.Correct(copy, "A word.", "Ines", Scene.FirstFriday.AddDays(50)));
            db.Remove(copy);
            foreach (var comment in await db.Comments.Where(c => c.Issue.Number == 2).ToListAsync()) Scene.Insist(comment.Delete("Ines", own.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        var after = await ReadAsync(own, "http://localhost");
        using var visitor = own.Visitor();

        Assert.Equal("2026-02-21T08:00:00Z", after.Entries[1].Updated);
        Assert.NotEqual(before.Entries[1].Updated, after.Entries[1].Updated);
        Assert.Equal(before.Entries[0], after.Entries[0]);
        Assert.Empty(FeedRules.Xml(await visitor.GetByteArrayAsync("/issues/2/comments.atom")).Elements(Atom + "entry"));
    }

    [Theory]
    // Ours says that no paper is concerned; an editor's own words may mean any, and what names papers does.
    [InlineData("", false, "2026-01-02T08:00:00Z")]
    [InlineData("A word.", false, "2026-02-21T08:00:00Z")]
    [InlineData("", true, "2026-02-21T08:00:00Z")]
    public async Task A_paper_was_updated_when_a_correction_may_have_changed_what_is_said_of_it(string note, bool changesSummary, string updated)
    {
        await using var own = new OpenShelf();
        await own.InitializeAsync();
        var before = await ReadAsync(own, "http://localhost", "/papers/feed.atom");
        await own.WithDbAsync(db => OpenShelf.CorrectAsync(db, note, Scene.FirstFriday.AddDays(50), copy =>
        {
            copy.Frame(Scene.Words("Corrected."), copy.Closing, Scene.FirstFriday.AddDays(49));
            if (changesSummary) Scene.Insist(copy.Entries[0].Annotate(null, Scene.Words("A new summary."), []));
        }));
        var after = await ReadAsync(own, "http://localhost", "/papers/feed.atom");

        Assert.Equal(before.Entries.Select(e => e.Id), after.Entries.Select(e => e.Id));
        Assert.Equal(before.Entries[..2], after.Entries[..2]);
        Assert.All(after.Entries[2..], e => Assert.Equal(updated, e.Updated));
    }

    [Fact]
    public async Task A_whole_issue_says_how_far_papers_were_read_and_what_was_corrected_when()
    {
        const string Note = "</p><script>alert(1)</script> ]]> & \"so\" \u202E \0\u0007";
        await using var own = new OpenShelf();
        await own.InitializeAsync();
        // Half an hour before midnight in London it is the next day in Berlin.
        await own.WithDbAsync(db => OpenShelf.CorrectAsync(db, Note, new(2026, 2, 21, 23, 30, 0, TimeSpan.Zero), copy => copy.Entries[0].Opinions[0].NoteDepth(Model.Issues.ReadDepth.RanCode)));
        using var visitor = own.Visitor();
        foreach (var format in FeedFormats.All)
        {
            var bytes = await visitor.GetByteArrayAsync($"/feed.{format.Extension}");
            FeedRules.Hold(format.MediaType, bytes);
        }

        using var feed = JsonDocument.Parse(await visitor.GetByteArrayAsync("/feed.json"));
        var html = feed.RootElement.GetProperty("items")[1].GetProperty("content_html").GetString()!;
        Assert.Contains("<p><strong>My opinion</strong> (paper: ran the code)</p>", html);
        Assert.Contains("<strong>Guest’s opinion</strong></p>", WebUtility.HtmlDecode(html));
        Assert.Contains("<h2>Corrections</h2>\n<p><time datetime=\"2026-02-22\">22 February 2026</time>: &lt;/p&gt;&lt;script&gt;", html);
        Assert.DoesNotContain("<h2>Corrections</h2>", feed.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString()!);
    }

    [Fact]
    public async Task A_comment_that_was_held_is_new_when_readers_see_it()
    {
        await using var own = new OpenShelf();
        await own.InitializeAsync();
        var released = own.Clock.GetUtcNow().AddDays(3);
        await own.WithDbAsync(async db =>
        {
            var held = await db.Comments.Include(c => c.Commenter).Include(c => c.Reports).SingleAsync(c => c.Words.Source == "A held secret.");
            await OpenShelf.SayAsync(db, 1, "Said while it was held.", own.Clock.GetUtcNow().AddDays(1));
            Scene.Insist(held.Approve("Ines", released));
            await db.SaveChangesAsync();
        });
        using var visitor = own.Visitor();
        foreach (var path in new[] { "/comments/feed.atom", "/issues/2/comments.atom" })
        {
            var bytes = await visitor.GetByteArrayAsync(path);
            FeedRules.Hold("application/atom+xml", bytes);
            var first = FeedRules.Xml(bytes).Elements(Atom + "entry").First();
            Assert.Contains("A held secret.", first.Element(Atom + "content")!.Value);
            Assert.Equal(("2026-11-23T08:00:00Z", "2026-11-23T08:00:00Z"), (first.Element(Atom + "published")!.Value, first.Element(Atom + "updated")!.Value));
            Assert.Equal("2026-11-23T08:00:00Z", FeedRules.Xml(bytes).Element(Atom + "updated")!.Value);
        }

        var issue = FeedRules.Xml(await visitor.GetByteArrayAsync("/feed.atom")).Elements(Atom + "entry").First();
        Assert.Equal("2026-11-23T08:00:00Z", issue.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "replies").Attribute(Thread + "updated")!.Value);
    }

    [Fact]
    public async Task A_long_feed_comes_in_pages_that_lead_to_one_another()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            for (var number = 1; number <= 23; number++) await db.PublishAsync(number, $"Theme {number}", Scene.Paper($"Paper {number}", $"2301.{number:00000}"));
        });
        using var visitor = own.Visitor();
        var (seen, next) = (new List<string>(), (string?)"/feed.atom");
        own.Sql.Clear();
        for (var page = 0; next is not null && page < 9; page++)
        {
            var bytes = await visitor.GetByteArrayAsync(next);
            FeedRules.Hold("application/atom+xml", bytes);
            var feed = FeedRules.Xml(bytes);
            seen.AddRange(feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
            string? Link(string rel) => feed.Elements(Atom + "link").SingleOrDefault(l => l.Attribute("rel")!.Value == rel)?.Attribute("href")!.Value;
            Assert.Equal("http://localhost/feed.atom", Link("first"));
            Assert.Equal("http://localhost/feed.atom?page=3", Link("last"));
            next = Link("next");
        }

        Assert.Equal(23, seen.Distinct().Count());
        Assert.InRange(own.Sql.Commands.Count, 1, 3 * 9);
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: queries of a page of the feed = {own.Sql.Commands.Count / 3}");
    }

    [Theory]
    [InlineData("/", 8)]
    [InlineData("/issues", 3)]
    [InlineData("/issues/1/first-things", 4)]
    [InlineData("/papers", 3)]
    [InlineData("/papers/1/alpha-alpha", 3)]
    public async Task Pages_name_the_feeds_that_follow_them(string path, int most)
    {
        var page = await site.PageAsync(path);
        var types = FeedFormats.All.Select(f => f.MediaType).ToList();
        var feeds = page.QuerySelectorAll("head link[rel=alternate]").Where(l => types.Contains(l.GetAttribute("type")!)).ToList();
        using var visitor = site.Visitor();

        Assert.InRange(feeds.Count, 3, most);
        foreach (var feed in feeds)
        {
            using var reply = await visitor.GetAsync(feed.GetAttribute("href"));
            Assert.Equal(feed.GetAttribute("type"), reply.Content.Headers.ContentType?.MediaType);
        }
    }

    private static async Task<(string Title, List<(string Id, string Updated)> Entries)> ReadAsync(Site own, string host, string path = "/feed.atom")
    {
        using var visitor = own.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{host}{path}"));
        using var reply = await visitor.SendAsync(request);
        var feed = FeedRules.Xml(await reply.Content.ReadAsByteArrayAsync());
        return (feed.Element(Atom + "title")!.Value, [.. feed.Elements(Atom + "entry").Select(e => (e.Element(Atom + "id")!.Value, e.Element(Atom + "updated")!.Value))]);
    }
}
