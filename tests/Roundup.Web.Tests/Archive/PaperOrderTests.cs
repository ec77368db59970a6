using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Roundup.Web.Tests.Archive;

/// <summary>Which papers stand on which page of a list, also while an issue comes out.</summary>
public sealed class PaperOrderTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_paper_stands_where_its_newest_issue_has_it()
    {
        await using var site = new BusySite();
        await site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            var (again, alone) = (Scene.Paper("Again", "", "Kevin Meng"), Scene.Paper("Alone", "", "Kevin Meng"));
            var (third, fourth) = (Scene.Paper("Third", "", "Kevin Meng"), Scene.Paper("Fourth", "", "Kevin Meng"));
            foreach (var paper in new[] { again, alone, third, fourth }) await db.FileAsync(paper, "Model editing");
            await db.PublishAsync(1, "First", again, alone);
            await db.PublishAsync(2, "Second", third, fourth, again);
            await db.DraftAsync(3, "Third", alone);
        });

        foreach (var path in new[] { "/papers", "/topics/model-editing", "/authors/kevin-meng" })
            Assert.Equal((path, "Third, Fourth, Again, Alone"), (path, string.Join(", ", (await site.PageAsync(path)).QuerySelectorAll(".papers .title").Select(t => t.TextContent))));
    }

    [Theory]
    [InlineData("/papers/feed.atom", "\"Opinions\"")]
    [InlineData("/api/v1/papers", "\"PaperIdentifiers\"")]
    [InlineData("/papers", "\"Theme\"")]
    public async Task A_page_is_whole_although_an_issue_comes_out_while_it_is_read(string path, string table)
    {
        await using var site = new BusySite();
        await site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            for (var number = 1; number <= 6; number++)
                await db.PublishAsync(number, $"Theme {number}", [.. Enumerable.Range(1, 10).Select(n => Scene.Paper($"Paper {number} {n}", string.Create(CultureInfo.InvariantCulture, $"23{number:00}.{n:00000}")))]);
        });
        site.Meanwhile(table, db => db.PublishAsync(7, "Late", Scene.Paper("Late", "2401.00001")));
        using var visitor = site.Visitor();
        var text = await visitor.GetStringAsync(path);

        Assert.True(site.HasHappened);
        var parts = path switch
        {
            "/papers" => (await Site.ParseAsync(new HttpResponseMessage { Content = new StringContent(text) })).QuerySelectorAll(".papers li").Select(p => p.TextContent.Contains("Issue", StringComparison.Ordinal)),
            "/api/v1/papers" => JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray().Select(p => p.GetRawText().Contains("\"23", StringComparison.Ordinal)),
            _ => XDocument.Parse(text).Root!.Elements(Atom + "entry").Select(e => e.Element(Atom + "content")!.Value.Contains("twice", StringComparison.Ordinal)),
        };
        Assert.NotEmpty(parts);
        Assert.DoesNotContain(false, parts);
    }

    [Theory]
    [InlineData(45, new[] { 45, 30, 30, 15 })]
    [InlineData(3, new[] { 30, 30, 18 })]
    [InlineData(210, new[] { 200, 30, 30, 25 })]
    public async Task The_first_page_of_the_feed_has_the_whole_newest_issue(int papers, int[] pages)
    {
        await using var site = new BusySite();
        await site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            await db.PublishAsync(1, "First", [.. Enumerable.Range(1, 75).Select(n => Scene.Paper($"Older {n}"))]);
            await db.PublishAsync(2, "Second", [.. Enumerable.Range(1, papers).Select(n => Scene.Paper($"Newer {n}"))]);
        });
        using var visitor = site.Visitor();
        var (counts, titles, next) = (new List<int>(), new List<string>(), (string?)"/papers/feed.atom");
        while (next is not null && counts.Count < 9)
        {
            var feed = XDocument.Parse(await visitor.GetStringAsync(next)).Root!;
            titles.AddRange(feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value));
            counts.Add(feed.Elements(Atom + "entry").Count());
            next = feed.Elements(Atom + "link").SingleOrDefault(l => l.Attribute("rel")!.Value == "next")?.Attribute("href")!.Value;
        }

        Assert.Equal(pages, counts);
        Assert.Equal([.. Enumerable.Range(1, papers).Select(n => $"Newer {n}"), .. Enumerable.Range(1, 75).Select(n => $"Older {n}")], titles);
    }
}
