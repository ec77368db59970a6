using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Roundup.Data.Papers;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Papers;
using Roundup.Tests.Sources;
using Roundup.Web.Jobs;

namespace Roundup.Web.Tests.Desk;

/// <summary>ROME, whose title and abstract its authors rewrote between v1 and v5, covered in issue 1 as v1.</summary>
public sealed class ChangeTests
{
    private static readonly PaperId Rome = new(PaperScheme.Arxiv, "2202.05262");

    [Fact]
    public async Task A_new_version_is_noticed_once_and_the_quoted_abstract_stays()
    {
        await using var site = new ChangingSite();
        await site.CoverAsync();
        var source = new MadeUpSource("arXiv", site.Latest);

        await site.RecheckAsync(source);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RecheckAsync(source);

        var change = await site.WithDbAsync(db => db.PaperChanges.AsNoTracking().Include(c => c.Paper).SingleAsync());
        Assert.Equal((PaperChangeKind.NewVersion, "v5", new DateOnly(2023, 1, 13)), (change.Kind, change.Detail, change.HappenedOn));
        Assert.Equal((site.Latest.Title, site.Latest.Abstract), (change.NewTitle, change.NewAbstract));
        Assert.Equal(site.First.Abstract, change.Paper.Abstract.Source);
        Assert.All(source.Asked, ids => Assert.Null(Assert.Single(ids).Version));
        var page = await site.PageAsync("/issues/1/rome");
        Assert.Contains("New version v5, 13 January 2023", Site(page, "[role=note]"), StringComparison.Ordinal);
        Assert.Contains("Abstract of v1, 10 February 2022, from arXiv", Site(await site.PageAsync((await site.PaperAsync()).Path()), ".abstract"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_version_takes_the_place_of_an_earlier_one_that_nobody_looked_at()
    {
        await using var site = new ChangingSite();
        await site.CoverAsync();
        var source = new MadeUpSource("arXiv", site.Latest with { Id = Rome with { Version = 3 } });
        await site.RecheckAsync(source);
        source.Says(site.Latest);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RecheckAsync(source);
        // A mirror that lags behind says v3 again.
        source.Says(site.Latest with { Id = Rome with { Version = 3 } });
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RecheckAsync(source);

        var changes = await site.WithDbAsync(db => db.PaperChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([("v3", false, false), ("v5", true, true)], changes.Select(c => (c.Detail, c.IsOpen, c.ShownAt is not null)));
    }

    [Fact]
    public async Task What_was_covered_is_learnt_without_a_claim_where_nobody_knew_it()
    {
        await using var site = new ChangingSite();
        await site.CoverAsync(knowsVersion: false);

        await site.RecheckAsync(new MadeUpSource("arXiv", site.Latest with { Notices = [new(PaperChangeKind.Retracted, "")] }));

        Assert.Equal((0, 5), (await site.WithDbAsync(db => db.PaperChanges.CountAsync()), (await site.PaperAsync()).Covered?.Version));
    }

    [Fact]
    public async Task A_hint_at_a_withdrawal_is_put_to_an_editor_before_readers_see_it()
    {
        await using var site = new ChangingSite();
        await site.CoverAsync();
        await site.RecheckAsync(new MadeUpSource("arXiv", site.Latest with { Comment = "This paper has been withdrawn by the author due to an error in Lemma 3" }));
        using var editor = await site.SeatAsync(Role.Editor);

        var desk = await editor.ReadAsync("/admin/changes");
        Assert.Contains("Withdrawn by its authors, 13 January 2023?", Site(desk, "main"), StringComparison.Ordinal);
        Assert.Contains("Lemma 3", Site(desk, "blockquote"), StringComparison.Ordinal);
        Assert.Empty((await site.PageAsync("/issues/1/rome")).QuerySelectorAll("[role=note]"));

        using var noted = await editor.SendAsync("/admin/changes", "form[action$='/note']");
        Assert.Contains("Withdrawn by its authors, 13 January 2023", Site(await site.PageAsync("/issues/1/rome"), "[role=note]"), StringComparison.Ordinal);

        using var undone = await editor.SendAsync(noted.Headers.Location!.ToString(), "form[action$='/reopen']");
        Assert.Empty((await site.PageAsync("/issues/1/rome")).QuerySelectorAll("[role=note]"));
        Assert.Contains("?", Site(await editor.ReadAsync("/admin/changes"), "[id^=c-] p"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Withdrawn by the authors: Theorem 2 is wrong", true)]
    [InlineData("Money withdrawn from banks; 12 pages", false)]
    public async Task Words_about_withdrawals_are_no_withdrawal(string comment, bool isAsked)
    {
        await using var site = new ChangingSite();
        await site.CoverAsync();

        await site.RecheckAsync(new MadeUpSource("arXiv", site.First with { Comment = comment }));

        Assert.Equal(isAsked ? 1 : 0, await site.WithDbAsync(db => db.PaperChanges.CountAsync(c => c.Kind == PaperChangeKind.Withdrawn && c.ShownAt == null)));
    }

    [Fact]
    public async Task A_retraction_is_said_first_and_before_the_abstract_with_its_notice()
    {
        await using var site = new ChangingSite();
        await site.CoverAsync();
        await site.RecheckAsync(new MadeUpSource("arXiv", site.Latest with
        {
            Notices =
            [
                new(PaperChangeKind.Published, "Nature Machine Intelligence", new DateOnly(2024, 5, 1)),
                new(PaperChangeKind.Retracted, "Retraction", new DateOnly(2025, 3, 2), "https://doi.org/10.1000/notice"),
                new(PaperChangeKind.Corrected, "Expression of concern", Address: "javascript:alert(1)"),
            ],
        }));
        site.Sql.Clear();
        var page = await site.PageAsync("/issues/1/rome");
        Assert.InRange(site.Sql.Commands.Count, 1, 8);

        var said = page.QuerySelector("[role=note]")!;
        Assert.Equal(["Retracted, 2 March 2025", "Expression of concern, noticed on 20 November 2026", "New version v5, 13 January 2023", "Published in Nature Machine Intelligence, 2024"], said.QuerySelectorAll("p").Select(p => Plain(p.TextContent)));
        Assert.Equal("https://doi.org/10.1000/notice", said.QuerySelector("a")!.GetAttribute("href"));
        Assert.True(said.CompareDocumentPosition(page.QuerySelector(".abstract")!).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
        Assert.Empty(page.QuerySelectorAll("[href^=javascript]"));
    }

    [Fact]
    public async Task A_source_that_is_silent_is_no_news_and_asked_the_next_night()
    {
        await using var site = new ChangingSite();
        await site.CoverAsync();
        var source = new MadeUpSource("arXiv");
        source.Fails();

        await site.RecheckAsync(source);

        var errand = await site.WithDbAsync(db => db.Errands.Of(ErrandKind.Recheck).SingleAsync());
        var local = TimeZoneInfo.ConvertTime(errand.DueAt, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Assert.Equal((1, 21), (errand.Attempts, local.Day));
        Assert.InRange(local.Hour, 1, 4);
        Assert.Equal(("", 0), ((await site.PaperAsync()).FillFailure, await site.WithDbAsync(db => db.PaperChanges.CountAsync())));
    }

    [Fact]
    public async Task The_new_abstract_is_taken_with_a_dated_correction_and_can_be_put_back()
    {
        await using var site = new ChangingSite();
        await site.CoverAsync();
        await site.RecheckAsync(new MadeUpSource("arXiv", site.Latest));
        using var editor = await site.SeatAsync(Role.Editor);
        var id = await site.WithDbAsync(db => db.PaperChanges.Select(c => c.Id).SingleAsync());

        var form = await editor.ReadAsync($"/admin/changes/{id}/take");
        Assert.Contains("Knowledge", Plain(form.QuerySelector("del")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Associations", Plain(form.QuerySelector("ins")!.TextContent), StringComparison.Ordinal);
        using var nothing = await editor.Client.PostAsync($"/admin/changes/{id}/take", Fields(form, ("Input.Version", Value(form, "Input.Version"))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var taken = await editor.Client.PostAsync($"/admin/changes/{id}/take", Fields(form, ("Input.Version", Value(form, "Input.Version")), ("Input.Abstract", "true")));

        var paper = await site.PaperAsync();
        Assert.Equal((site.First.Title, site.Latest.Abstract, 5), (paper.Title, paper.Abstract.Source, paper.Covered!.Version));
        Assert.Equal(site.Clock.GetUtcNow(), (await site.IssueAsync(1)).CorrectedAt);
        Assert.Empty((await site.PageAsync("/issues/1/rome")).QuerySelectorAll("[role=note]"));

        using var back = await editor.SendAsync(await Web.Tests.Site.ParseAsync(taken), $"/admin/changes/{id}/take", "form[action$=put-back]");
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        paper = await site.PaperAsync();
        Assert.Equal((site.First.Abstract, 1, "arXiv"), (paper.Abstract.Source, paper.Covered!.Version, paper.OriginOf(PaperField.Abstract)!.Source));
        Assert.Contains("New version v5", Site(await site.PageAsync("/issues/1/rome"), "[role=note]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_says_how_many_papers_changed_and_marks_them_in_the_outline()
    {
        await using var site = new ChangingSite();
        await site.CoverAsync();
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.Contains("Nothing has happened", Site(await editor.ReadAsync("/admin/changes"), "main"), StringComparison.Ordinal);
        Assert.Empty((await editor.ReadAsync("/admin")).QuerySelectorAll("main a[href='/admin/changes']"));

        await site.RecheckAsync(new MadeUpSource("arXiv", site.Latest));

        Assert.Equal("1 covered paper changed", Site(await editor.ReadAsync("/admin"), "main a[href='/admin/changes']"));
        Assert.Contains("Changed since", Site(await editor.ReadAsync("/admin/issues/1/edit"), ".item .meta"), StringComparison.Ordinal);
        using var dismissed = await editor.SendAsync("/admin/changes", "form[action$='/dismiss']");
        Assert.Empty((await site.PageAsync("/issues/1/rome")).QuerySelectorAll("[role=note]"));
        Assert.Empty((await editor.ReadAsync("/admin")).QuerySelectorAll("main a[href='/admin/changes']"));
        using var undone = await editor.SendAsync(dismissed.Headers.Location!.ToString(), "form[action$='/reopen']");
        Assert.Single((await site.PageAsync("/issues/1/rome")).QuerySelectorAll("[role=note] p"));
    }

    [Fact]
    public async Task A_dead_link_is_said_to_readers_and_replaced_kept_or_removed_by_an_editor()
    {
        await using var site = new ChangingSite();
        await site.CoverAsync("https://github.com/old/rome", "https://example.org/data");
        await site.WithDbAsync(async db =>
        {
            var paper = await db.Papers.SingleAsync();
            foreach (var day in new[] { new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 10) })
                foreach (var link in paper.Links) Assert.True(paper.NoteLink(link.Url, LinkSight.Gone, day));
            await db.SaveChangesAsync();
        });
        using var editor = await site.SeatAsync(Role.Editor);

        Assert.Contains("old/rome (gone since 3 November 2026)", Site(await site.PageAsync("/issues/1/rome"), ".facts"), StringComparison.Ordinal);
        var desk = await editor.ReadAsync("/admin/changes");
        Assert.Equal(2, desk.QuerySelectorAll("form[action$='/remove']").Length);
        var form = desk.QuerySelector("a[href*='/replace']")!.GetAttribute("href")!;
        using var odd = await editor.SendAsync(form, "main form", ("Input.Address", "nowhere"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        using var replaced = await editor.SendAsync(form, "main form", ("Input.Address", "https://github.com/new/rome"));
        using var kept = await editor.SendAsync("/admin/changes", "form[action$='/keep']", ("As", "works"));

        Assert.Empty((await editor.ReadAsync("/admin/changes")).QuerySelectorAll("form[action$='/remove']"));
        var facts = Site(await site.PageAsync("/issues/1/rome"), ".facts");
        Assert.Contains("new/rome", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("gone since", facts, StringComparison.Ordinal);
        using var undone = await editor.SendAsync(kept.Headers.Location!.ToString(), "form[action$='/keep']");
        using var removed = await editor.SendAsync("/admin/changes", "form[action$='/remove']");
        Assert.Equal(["https://github.com/new/rome"], (await site.PaperAsync()).Links.Select(l => l.Url));
    }

    [Fact]
    public async Task Every_paper_of_an_issue_gets_its_rounds_and_loses_them_with_it()
    {
        await using var site = new ChangingSite();
        await site.CoverAsync();
        await site.DraftAsync(2, "Another", "And another");
        using var job = new RoundsJob(site.Services.GetRequiredService<IServiceScopeFactory>(), site.Clock, NullLogger<RoundsJob>.Instance);

        await job.PlanAsync(TestContext.Current.CancellationToken);
        await job.PlanAsync(TestContext.Current.CancellationToken);
        Assert.Equal((3, 3), await CountAsync());

        await site.WithDbAsync(async db =>
        {
            db.RemoveRange(await db.Issues.Where(i => i.Number == 2).ToListAsync());
            await db.SaveChangesAsync();
        });
        await job.PlanAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), await CountAsync());

        async Task<(int, int)> CountAsync() => await site.WithDbAsync(async db => (await db.Errands.Of(ErrandKind.Recheck).CountAsync(), await db.Errands.Of(ErrandKind.CheckLinks).CountAsync()));
    }

    private static string Site(AngleSharp.Html.Dom.IHtmlDocument page, string selector) => Plain(page.QuerySelector(selector)!.TextContent);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Value(AngleSharp.Html.Dom.IHtmlDocument page, string name) => page.QuerySelector($"main form [name='{name}']")!.GetAttribute("value")!;

    private static FormUrlEncodedContent Fields(AngleSharp.Html.Dom.IHtmlDocument page, params (string Name, string Value)[] typed) =>
        new(typed.Append(("_token", Value(page, "_token"))).Select(t => new KeyValuePair<string, string>(t.Item1, t.Item2)));

    private sealed class ChangingSite : DeskSite
    {
        private readonly JsonElement _recorded = JsonDocument.Parse(File.ReadAllText(SharedFolder.Path("fixtures", "example-post", "rome_v1_vs_later.json"))).RootElement;

        public PaperRecord First => Record("v1", 1) with { PublishedOn = new(2022, 2, 10), UpdatedOn = new(2022, 2, 10) };

        public PaperRecord Latest => Record("later", 5) with { PublishedOn = new(2022, 2, 10), UpdatedOn = new(2023, 1, 13) };

        public Task CoverAsync(params string[] links) => CoverAsync(true, links);

        public Task CoverAsync(bool knowsVersion, params string[] links) => WithDbAsync(async db =>
        {
            var paper = new Paper(Rome.Value, Scene.FirstFriday);
            paper.Identify(Rome);
            if (knowsVersion) paper.Fill(First, Typeset.Line(First.Title), PlainText.Render(First.Abstract!), Scene.FirstFriday);
            else Scene.Insist(paper.Describe(Typeset.Line(First.Title), First.Authors, PlainText.Render(First.Abstract!), "", "", Scene.FirstFriday, "the pasted text"));
            Scene.Insist(paper.Relink(links.Select(l => new PaperLink(LinkKinds.Of(l), l)), Scene.FirstFriday));
            await db.SetUpAsync();
            await db.PublishAsync(1, "Rome", paper);
        });

        public Task<Paper> PaperAsync() => WithDbAsync(db => db.Papers.AsNoTracking().Include(p => p.Identifiers).KnownAs(Rome.Scheme, Rome.Value).SingleAsync());

        public async Task RecheckAsync(IPaperSource source)
        {
            var now = Clock.GetUtcNow();
            await WithDbAsync(async db =>
            {
                await db.WantAsync(ErrandKind.Recheck, await db.Papers.ToListAsync(), now);
                await db.SaveChangesAsync();
            });
            var errands = await WithDbAsync(db => db.ClaimAsync(ErrandKind.Recheck, now, now.AddMinutes(2), 300));
            await new RecheckErrands(Services.GetRequiredService<IServiceScopeFactory>(), [source], Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<RecheckErrands>.Instance).RunAsync(errands, TestContext.Current.CancellationToken);
        }

        private PaperRecord Record(string state, int version) => new()
        {
            Id = Rome with { Version = version },
            Title = _recorded.GetProperty(state).GetProperty("title").GetString()!,
            Abstract = _recorded.GetProperty(state).GetProperty("abstract").GetString(),
            Authors = ["Kevin Meng", "David Bau"],
            Source = "arXiv",
        };
    }
}

internal static class PaperPaths
{
    public static string Path(this Paper paper) => $"/papers/{paper.Id}/{paper.Slug}";
}
