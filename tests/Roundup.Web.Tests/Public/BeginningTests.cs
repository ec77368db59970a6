using Roundup.Model.Issues;

namespace Roundup.Web.Tests.Public;

/// <summary>A site that has little or nothing yet, and one that has a lot.</summary>
public sealed class BeginningTests
{
    [Fact]
    public async Task Before_it_is_set_up_the_site_says_so_and_leads_nowhere()
    {
        await using var site = new Site();

        var page = await site.PageAsync("/");

        Assert.Equal("This site is being set up", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("server’s log", page.Body!.TextContent);
        Assert.Empty(page.QuerySelectorAll("nav, footer"));
        foreach (var path in new[] { "/issues", "/papers", "/about" }) Assert.Single((await site.PageAsync(path)).QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Before_the_first_issue_the_site_says_when_to_come_back()
    {
        await using var site = new Site();
        await site.WithDbAsync(db => db.SetUpAsync());

        var home = await site.PageAsync("/");

        Assert.Equal("The Slow Shelf", home.QuerySelector("h1")!.TextContent);
        Assert.Contains("Every Friday at 09:00, Europe/Berlin", home.Body!.TextContent);
        Assert.Contains("Nothing is published yet", (await site.PageAsync("/issues")).Body!.TextContent);
        Assert.Contains("Nothing is published yet", (await site.PageAsync("/papers")).Body!.TextContent);
    }

    [Fact]
    public async Task About_says_who_and_when_and_on_which_terms()
    {
        await using var site = new Site();
        await site.WithDbAsync(db => db.SetUpAsync(cadence: new Cadence(DayOfWeek.Monday, new TimeOnly(18, 30), 2, "Etc/UTC")));

        var page = await site.PageAsync("/about");

        Assert.Equal("slowly", page.QuerySelector(".prose em")!.TextContent);
        Assert.Equal(["Ines Marlowe", "Every two weeks on Monday at 18:30, UTC", "CC BY 4.0"], page.QuerySelectorAll(".ledger dd").Take(3).Select(d => d.TextContent.Trim()));
        Assert.Equal(["/feed.atom", "/papers/feed.atom", "/api"], page.QuerySelectorAll(".ledger dd").Skip(3).SelectMany(d => d.QuerySelectorAll("a")).Select(a => a.GetAttribute("href")));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", page.QuerySelector(".ledger a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Long_lists_come_in_pages_of_fifty_grouped_by_year()
    {
        await using var site = new Site();
        await site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            for (var number = 1; number <= 60; number++) await db.PublishAsync(number, $"Theme {number}", Scene.Paper($"Paper {number}"));
        });

        var first = await site.PageAsync("/issues");
        var second = await site.PageAsync("/issues?page=2");
        var papers = await site.PageAsync("/papers?page=2");

        Assert.Equal(50, first.QuerySelectorAll("article.entry").Length);
        Assert.Equal("Theme 60", first.QuerySelector("article.entry h3")!.TextContent);
        Assert.Equal(["2027", "2026"], first.QuerySelectorAll(".year h2").Select(h => h.TextContent));
        Assert.Equal("/issues?page=2", first.QuerySelector(".pager a")!.GetAttribute("href"));
        Assert.Equal(10, second.QuerySelectorAll("article.entry").Length);
        Assert.Equal("http://localhost/issues?page=2", second.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("Paper 10", papers.QuerySelector(".title")!.TextContent);
        Assert.Equal("60 issues and 60 papers since January 2026.", first.QuerySelector(".lead")!.TextContent);
    }
}
