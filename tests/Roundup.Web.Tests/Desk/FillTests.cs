using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.Papers;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Desk;

public sealed class FillTests
{
    private static readonly PaperId Known = new(PaperScheme.Arxiv, "2202.05262");
    private static readonly PaperId Other = new(PaperScheme.Arxiv, "2202.00000");

    [Fact]
    public async Task A_source_fills_only_what_is_missing_and_says_what_it_does_not_know()
    {
        await using var site = new FillingSite();
        var source = site.With(new MadeUp("Made up", SourceTrust.Home, Record(Known)));
        await site.CardsAsync(Known, Other);

        await site.WorkAsync();

        var (paper, other) = (await site.PaperAsync(Known), await site.PaperAsync(Other));
        Assert.Equal(("Locating", "We do.", ""), (paper.Title, paper.Abstract.Source, paper.FillFailure));
        Assert.Equal("Made up", paper.OriginOf(PaperField.Abstract)?.Source);
        Assert.Equal("Made up knows no paper 2202.00000. Check it, or fill it in by hand.", other.FillFailure);
        Assert.Equal(1, source.Asked);
        Assert.Equal(0, await site.WithDbAsync(db => db.Errands.CountAsync()));
    }

    [Fact]
    public async Task A_source_that_is_silent_is_followed_by_the_next_and_asked_again_later()
    {
        await using var site = new FillingSite();
        var home = site.With(new MadeUp("Home", SourceTrust.Home, new SourceException("Home", "Home does not answer; paste the details instead.") { IsPassing = true }));
        var registry = site.With(new MadeUp("Registry", SourceTrust.Registry, Record(Known) with { Abstract = null, Source = "Registry" }));
        await site.CardsAsync(Known);

        await site.WorkAsync();

        var paper = await site.PaperAsync(Known);
        Assert.Equal(("Locating", "Home does not answer; paste the details instead."), (paper.Title, paper.FillFailure));
        Assert.Equal((1, 1), (home.Asked, registry.Asked));
        var errand = await site.WithDbAsync(db => db.Errands.SingleAsync());
        Assert.Equal((1, site.Clock.GetUtcNow().AddMinutes(1)), (errand.Attempts, errand.DueAt));

        home.Answers(Record(Known));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.WorkAsync();
        Assert.Equal(("We do.", ""), ((await site.PaperAsync(Known)).Abstract.Source, (await site.PaperAsync(Known)).FillFailure));
    }

    [Fact]
    public async Task What_refuses_for_good_is_not_asked_again()
    {
        await using var site = new FillingSite();
        var source = site.With(new MadeUp("Made up", SourceTrust.Home, new SourceException("Made up", "This page refuses servers.")));
        await site.CardsAsync(Known);

        await site.WorkAsync();

        Assert.Equal("This page refuses servers.", (await site.PaperAsync(Known)).FillFailure);
        Assert.Equal(0, await site.WithDbAsync(db => db.Errands.CountAsync()));
        Assert.Equal(1, source.Asked);
    }

    [Fact]
    public async Task All_ids_of_a_paste_go_in_one_request_as_far_as_the_source_takes_them()
    {
        await using var site = new FillingSite();
        var source = site.With(new MadeUp("Made up", SourceTrust.Home, Record(Known)));
        await site.CardsAsync([.. Enumerable.Range(0, 25).Select(n => new PaperId(PaperScheme.Arxiv, $"2202.{n:D5}"))]);

        await site.WorkAsync();

        Assert.Equal([10, 10, 5], source.Batches);
    }

    [Fact]
    public async Task A_name_that_a_source_adds_opens_the_next_source()
    {
        await using var site = new FillingSite();
        site.With(new MadeUp("Registry", SourceTrust.Registry, Record(new(PaperScheme.Doi, "10.1000/x")) with { Abstract = null, OtherIds = [Known], Source = "Registry" }) { Scheme = PaperScheme.Doi });
        site.With(new MadeUp("Home", SourceTrust.Home, Record(Known)));
        await site.CardsAsync(new PaperId(PaperScheme.Doi, "10.1000/x"));

        await site.WorkAsync();

        Assert.Equal(("We do.", "Made up"), ((await site.PaperAsync(Known)).Abstract.Source, (await site.PaperAsync(Known)).OriginOf(PaperField.Abstract)!.Source));
    }

    [Fact]
    public async Task What_a_person_wrote_or_emptied_stays()
    {
        await using var site = new FillingSite();
        site.With(new MadeUp("Made up", SourceTrust.Home, Record(Known)));
        await site.CardsAsync(Known);
        await site.WithDbAsync(async db =>
        {
            var paper = await db.Papers.Include(p => p.Identifiers).SingleAsync();
            Scene.Insist(paper.Describe(Typeset.Line("2202.05262"), ["Somebody"], PlainText.Render("An abstract"), "", "", Scene.FirstFriday));
            Scene.Insist(paper.Describe(Typeset.Line("2202.05262"), [], PlainText.Render("Mine."), "", "", Scene.FirstFriday));
            await db.SaveChangesAsync();
        });

        await site.WorkAsync();

        var paper = await site.PaperAsync(Known);
        Assert.Equal(("Locating", "Mine."), (paper.Title, paper.Abstract.Source));
        Assert.Empty(paper.Authors);
    }

    [Fact]
    public async Task A_claimed_errand_is_nobody_elses_until_the_claim_has_run_out()
    {
        await using var site = new FillingSite();
        await site.CardsAsync(Known, Other);
        var now = site.Clock.GetUtcNow();

        var (mine, theirs) = (await site.WithDbAsync(db => db.ClaimAsync(ErrandKind.Fill, now, now.AddMinutes(2), 10)), await site.WithDbAsync(db => db.ClaimAsync(ErrandKind.Fill, now, now.AddMinutes(2), 10)));

        Assert.Equal((2, 0), (mine.Count, theirs.Count));
        Assert.Equal(2, (await site.WithDbAsync(db => db.ClaimAsync(ErrandKind.Fill, now.AddMinutes(3), now.AddMinutes(5), 10))).Count);
    }

    [Fact]
    public async Task Cards_say_what_is_asked_and_an_open_page_is_told_only_what_is_new()
    {
        await using var site = new FillingSite();
        await site.CardsAsync(Known, Other);
        using var editor = await site.SeatAsync(Role.Editor);

        var page = await editor.ReadAsync("/admin/issues/1/edit");
        Assert.Contains("Asking the sources", page.QuerySelector(".item .meta")!.TextContent, StringComparison.Ordinal);
        var seen = page.QuerySelector("#filling")!.GetAttribute("data-seen");
        using var nothing = await editor.Client.GetAsync($"/admin/issues/1/cards?seen={seen}");
        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);

        site.With(new MadeUp("Made up", SourceTrust.Home, Record(Known)));
        await site.WorkAsync();
        var cards = await editor.ReadAsync($"/admin/issues/1/cards?seen={seen}");
        Assert.Equal("Locating", cards.QuerySelector("[id^=title-]")!.TextContent);
        Assert.Equal("", cards.QuerySelector("#filling")!.GetAttribute("data-asking"));
    }

    [Fact]
    public async Task Asking_can_be_stopped_and_begun_again()
    {
        await using var site = new FillingSite();
        await site.CardsAsync(Known, Other);
        using var editor = await site.SeatAsync(Role.Editor);

        using var stopped = await editor.SendAsync("/admin/issues/1/edit", "form[action$=stop-filling]");
        Assert.Equal(0, await site.WithDbAsync(db => db.Errands.CountAsync()));
        site.With(new MadeUp("Made up", SourceTrust.Home, Record(Known)));
        using var again = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/fill']");

        Assert.Equal(2, await site.WithDbAsync(db => db.Errands.CountAsync()));
    }

    private static PaperRecord Record(PaperId id) => new() { Id = id, Title = "Locating", Authors = ["Ada One"], Abstract = "We do.", Source = "Made up" };
}
