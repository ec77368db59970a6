using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.Issues;
using Roundup.Web.Reading;

namespace Roundup.Web.Tests.Public;

public sealed class IssueTests(Shelf site) : IClassFixture<Shelf>
{
    [Theory]
    [InlineData("/issues/1")]
    [InlineData("/issues/1/")]
    [InlineData("/issues/1/an-old-name")]
    public async Task The_number_decides_and_the_slug_is_mended_for_good(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, reply.StatusCode);
        Assert.Equal("/issues/1/first-things", reply.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/issues")]
    [InlineData("/issues/1/first-things")]
    public async Task Whoever_wants_the_next_one_is_told_how_to_follow(string path) => Assert.Equal(
        ["/feed.atom", "/feed.rss", "/feed.json", "/papers/feed.atom"],
        (await site.PageAsync(path)).QuerySelectorAll("section[aria-labelledby=follow] a").Select(a => a.GetAttribute("href")));

    [Theory]
    [InlineData("/issues/3")]
    [InlineData("/issues/3/not-out-yet")]
    [InlineData("/issues/99/first-things")]
    [InlineData("/issues/0")]
    [InlineData("/issues/99999999999999999999")]
    [InlineData("/issues/one")]
    [InlineData("/issues?page=2")]
    [InlineData("/issues?page=0")]
    [InlineData("/papers?page=-1")]
    public async Task What_is_not_out_is_not_there(string path)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task Nothing_of_a_draft_is_shown_anywhere()
    {
        foreach (var path in Shelf.Pages)
        {
            var page = await site.PageAsync(path);
            Assert.DoesNotContain("Not out yet", page.Body!.TextContent);
            Assert.DoesNotContain("Secret", page.Body.TextContent);
        }
    }

    [Fact]
    public async Task An_issue_shows_its_papers_in_order_with_both_voices()
    {
        var page = await site.PageAsync("/issues/1/first-things");

        Assert.Equal("First things", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Alpha", "Beta, the other"], page.QuerySelectorAll("article.paper header :is(h2, h3)").Select(h => h.TextContent));
        Assert.Contains("We study Alpha.", page.QuerySelector("details.abstract blockquote")!.TextContent);
        Assert.Equal(["My opinion", "Guest <b>’s opinion", "My opinion"], page.QuerySelectorAll("section.opinion .label").Select(h => h.TextContent));
        Assert.Equal("Second <i>thoughts</i>", page.QuerySelector("h2.section")!.TextContent);
        Assert.Equal("https://example.org/related", page.QuerySelector(".related a")!.GetAttribute("href"));
        Assert.Equal("2, one with code", page.QuerySelector(".particulars dd")!.TextContent);
        Assert.Equal(["/issues/2/hostile-titles"], page.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Anchors_come_from_the_entries_themselves()
    {
        var anchors = await site.WithDbAsync(db => db.Entries.Where(e => e.Issue.Number == 1).OrderBy(e => e.Position).ToListAsync());
        var page = await site.PageAsync("/issues/1/first-things");

        Assert.Equal(anchors.Select(e => e.Anchor), page.QuerySelectorAll("article.paper").Select(a => a.Id));
        Assert.Equal(anchors.Select(e => $"#{e.Anchor}"), page.QuerySelectorAll(".toc a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Either_voice_can_be_had_alone_without_script_or_style()
    {
        var opinions = await site.PageAsync("/issues/1/first-things?show=opinions");
        var abstracts = await site.PageAsync("/issues/1/first-things?show=abstracts");

        Assert.Empty(opinions.QuerySelectorAll(".abstract"));
        Assert.NotEmpty(opinions.QuerySelectorAll(".opinion"));
        Assert.Empty(abstracts.QuerySelectorAll(".opinion"));
        Assert.NotEmpty(abstracts.QuerySelectorAll(".abstract"));
    }

    [Fact]
    public async Task Facts_name_the_first_dozen_authors_and_lead_out()
    {
        var page = await site.PageAsync("/issues/1/first-things");
        var (alpha, beta) = (page.QuerySelectorAll(".paper .facts")[0], page.QuerySelectorAll(".paper .facts")[1]);

        Assert.Equal(["https://arxiv.org/abs/2202.05262", "https://doi.org/10.1073/pnas.2218523120", "https://github.com/kmeng01/rome.git", "https://example.org/alpha.pdf"], alpha.QuerySelectorAll("dl a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["arXiv:2202.05262", "doi:10.1073/pnas.2218523120", "kmeng01/rome", "PDF"], alpha.QuerySelectorAll("dl a").Select(a => a.TextContent));
        Assert.Equal("and 28 more", beta.QuerySelector("details.more summary")!.TextContent);
        Assert.Equal(40, beta.QuerySelectorAll("bdi").Length);
        Assert.Equal("Kevin Meng and Laurens van der Maaten. Alpha. NeurIPS. https://arxiv.org/abs/2202.05262", alpha.QuerySelector("[popover] .citation")!.TextContent);
    }

    [Fact]
    public async Task A_correction_is_dated_on_the_publications_calendar()
    {
        await using var own = new Site();
        await own.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            var issue = await db.PublishAsync(1, "Late", Scene.Paper("Alpha"));
            issue.Frame(Scene.Words("Mended."), issue.Closing, new DateTimeOffset(2026, 1, 9, 23, 30, 0, TimeSpan.Zero));
            await db.SaveChangesAsync();
        });

        var page = await own.PageAsync("/issues/1/late");

        Assert.Equal(["2026-01-02", "2026-01-10"], page.QuerySelectorAll(".cover time").Select(t => t.GetAttribute("datetime")));
    }

    [Fact]
    public async Task A_draft_that_was_loaded_whole_has_the_same_shape()
    {
        var whole = await site.WithDbAsync(async db => IssueView.Of(await db.Issues.Whole.AsNoTracking().SingleAsync(i => i.Number == 1), (await db.Publications.SingleAsync())));
        var read = await site.WithDbAsync(async db => new IssueView((await db.ReadIssueAsync(1))!, await db.Publications.SingleAsync()));

        Assert.Equal(Flat(read), Flat(whole));

        static IEnumerable<string> Flat(IssueView view) => view.Papers.Select(p =>
            $"{p.Entry.Anchor} {p.Section} {p.Paper.Path} {string.Join('|', p.Paper.Authors)} {p.Paper.Abstract} {string.Join('|', p.Paper.Ids)} {string.Join('|', p.Paper.Links)} {p.Entry.Html} {string.Join('|', p.Entry.Links)} {string.Join('|', p.Entry.Opinions)}")
            .Append($"{view.Name} {view.PublishedOn} {view.CorrectedOn} {view.Text.Introduction} {view.Text.Closing} {view.Cover.Words} {view.Cover.Round.Outer} {view.Cover.Round.Inner}");
    }
}
