using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Roundup.Data.Papers;
using Roundup.Data.People;
using Roundup.Data.Starting;
using Roundup.Formats;
using Roundup.Model.Papers;
using Roundup.Web.Jobs;

namespace Roundup.Web.Tests.Upgrade;

/// <summary>What an installation of the first version meets when today's version is started on it; on both databases.</summary>
public sealed class From_the_first_version
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Nothing_is_lost_and_the_pages_answer(Engine engine)
    {
        await using var site = await OldSite.MakeAsync(engine);

        var issue = await site.PageAsync("/issues/7/bounds");
        var shown = issue.Body!.TextContent;
        Assert.All(["Bounds", "-bounds", "for $20 or $30", "Ada One", "Opinion 1.", "Opinion 3.", "Plain words.", "Theory"], words => Assert.Contains(words, shown, StringComparison.Ordinal));
        Assert.Contains(issue.QuerySelectorAll("a"), a => a.GetAttribute("href") is "https://github.com/ada/bounds");
        Assert.Contains(issue.QuerySelectorAll("a"), a => a.GetAttribute("href") is "https://example.org/talk");
        foreach (var path in new[] { "/", "/issues", "/papers", "/papers/1/on-alpha-bounds", "/about", "/issues/7.bib", "/issues/7.ris" })
        {
            using var visitor = site.Visitor();
            using var reply = await visitor.GetAsync(path);
            Assert.True((int)reply.StatusCode < 400, $"{path}: {(int)reply.StatusCode}");
        }

        using var owner = await site.SeatAsync(Role.Owner);
        foreach (var path in new[] { "/admin", "/admin/issues/7/edit", "/admin/papers", "/admin/papers/1", "/admin/papers/twins", "/admin/inbox", "/admin/changes", "/admin/issues/7/entries/1/edit" }) await owner.ReadAsync(path);

        var papers = await site.WithDbAsync(db => db.Papers.AsNoTracking().Include(p => p.Identifiers).OrderBy(p => p.Id).ToListAsync());
        Assert.Equal(["Ada One", "Bo Two"], papers[0].Authors);
        Assert.Equal([new(LinkKind.Code, "https://github.com/ada/bounds"), new(LinkKind.Project, "https://bounds.example", "The project")], papers[0].Links);
        Assert.Equal(("NeurIPS", new DateOnly(2022, 2, 10), 4), (papers[0].Venue, papers[0].PublishedOn, papers[0].Version));
        Assert.Equal(new PaperId(PaperScheme.Arxiv, "2202.05262", 2), Assert.Single(papers[0].Identifiers).ToPaperId());
        Assert.All(papers, p => Assert.Empty(p.Origins));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Papers_get_their_keys_and_what_they_lack_is_asked_for_once(Engine engine)
    {
        await using var site = await OldSite.MakeAsync(engine);
        await site.PageAsync("/");

        var papers = await site.WithDbAsync(db => db.Papers.OrderBy(p => p.Id).ToListAsync());
        Assert.Equal(["onbounds", "apaperfor20or30thatnobodyhosts", "220614576"], papers.Select(p => p.TitleKey));
        Assert.Equal(["one", "three", ""], papers.Select(p => p.SurnameKey));
        Assert.Equal([1, 2, 3], await Asked(site));

        await site.WithDbAsync(db => db.Errands.ExecuteDeleteAsync());
        await using (var again = site.Open()) await new DatabaseStart(again, site.Clock, NullLogger<DatabaseStart>.Instance).RunAsync();
        Assert.Empty(await Asked(site));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Two_starts_at_once_ask_once(Engine engine)
    {
        await using var site = await OldSite.MakeAsync(engine);
        // As two instances meet it whose migration is done.
        await using (var first = site.Open()) await first.Database.MigrateAsync();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var db = site.Open();
            await new DatabaseStart(db, site.Clock, NullLogger<DatabaseStart>.Instance).RunAsync();
        }));

        Assert.Equal([1, 2, 3], await Asked(site));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Abstracts_and_titles_are_rendered_again_without_a_change_of_the_paper(Engine engine)
    {
        await using var site = await OldSite.MakeAsync(engine);
        Assert.DoesNotContain("<math", (await site.PageAsync("/issues/7/bounds")).Body!.InnerHtml, StringComparison.Ordinal);
        using var editor = await site.SeatAsync(Role.Editor);
        using var changed = await editor.SendAsync("/admin/issues/7/edit", "form[action$='/change']");
        var open = await editor.ReadAsync("/admin/issues/7/entries/1/edit");

        // Two instances at it, one of them stopped after the first paper.
        var round = site.Services.GetRequiredService<RenderRound>();
        Assert.Equal(new RenderRound.Batch(1, 1, 0), await round.NextAsync(0, 1, default));
        await Task.WhenAll(RunAsync(round), RunAsync(round));

        var shown = await site.PageAsync("/issues/7/bounds");
        Assert.Contains("<mfrac>", shown.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains(shown.QuerySelectorAll("math"), m => m.GetAttribute("alttext") is "\\alpha");
        Assert.Contains("for $20 or $30", shown.Body!.TextContent, StringComparison.Ordinal);
        var paper = await site.WithDbAsync(db => db.Papers.SingleAsync(p => p.Id == 1));
        Assert.Equal((FirstVersion.Maths, PlainText.Renderer, 4), (paper.Abstract.Source, paper.Abstract.Renderer, paper.Version));
        Assert.Equal(new RenderRound.Batch(null, 0, 0), await round.NextAsync(2, 9, default));

        // The card that was open all the while is saved as if nothing had happened, and keeps the new rendering.
        using var saved = await editor.SendAsync(open, "/admin/issues/7/entries/1/edit", "#card", ("Paper.Venue", "NeurIPS 2022"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.StatusCode);
        var after = await site.WithDbAsync(db => db.Papers.SingleAsync(p => p.Id == 1));
        Assert.Equal("NeurIPS 2022", after.Venue);
        Assert.Contains("<mfrac>", after.Abstract.Html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_renders_by_itself_half_a_minute_after_its_start()
    {
        await using var site = await OldSite.MakeAsync(Engine.Sqlite);
        await site.PageAsync("/");
        for (var i = 0; i < 200 && await site.WithDbAsync(db => db.Papers.RenderedBefore(PlainText.Renderer).CountAsync(p => p.Id == 1)) > 0; i++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(50);
        }

        Assert.Contains("<mfrac>", (await site.PageAsync("/issues/7/bounds")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    private static async Task RunAsync(RenderRound round)
    {
        for (var batch = await round.NextAsync(0, 2, default); batch.Last is { } last; batch = await round.NextAsync(last, 2, default)) Assert.Equal(0, batch.Left);
    }

    private static Task<List<int>> Asked(OldSite site) =>
        site.WithDbAsync(db => db.Errands.Of(ErrandKind.Fill).OrderBy(e => e.PaperId).Select(e => e.PaperId).ToListAsync());
}
