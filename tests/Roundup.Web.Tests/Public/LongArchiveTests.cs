using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.Search;
using Roundup.Data.Topics;
using Roundup.Model.Papers;
using Roundup.Web.Reading;

namespace Roundup.Web.Tests.Public;

/// <summary>An archive of more papers than a search counts: what is offered is all there is, and no number is wrong.</summary>
public sealed class LongArchiveTests(LongArchiveTests.LongShelf site) : IClassFixture<LongArchiveTests.LongShelf>
{
    private const int Older = 5;
    private const int All = SearchReading.Counted + Older;

    public sealed class LongShelf : Site, IAsyncLifetime
    {
        public async ValueTask InitializeAsync() => await WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            var topics = await db.TopicsNamedAsync(["Old matters", "New matters"], Scene.FirstFriday);
            var papers = Enumerable.Range(0, All).Select(n => Paper(n)).ToArray();
            for (var n = 0; n < All; n++) Scene.Insist(papers[n].File([topics[n < Older ? 0 : 1]]));
            await db.PublishAsync(1, "Old", papers[..Older]);
            await db.PublishAsync(2, "New", papers[Older..]);
            while (await db.CatchUpSearchAloneAsync() > 0) { }
            Scene.Insist(topics[0].Rename("Ancient matters", Scene.FirstFriday));
            await db.SaveChangesAsync();
        });

        private static Paper Paper(int n)
        {
            var paper = Scene.Paper(n is 0 ? "On $\\mathcal{N}=4$ quotes" : $"Paper {n}");
            paper.Classify(PaperKind.Preprint, new(n < Older ? 2004 : 2020, 1, 1), PaperImprint.None, Scene.FirstFriday);
            return paper;
        }
    }

    [Fact]
    public async Task Choices_of_too_many_are_those_of_the_archive_without_numbers()
    {
        var page = await site.PageAsync("/search?q=study");

        Assert.Contains("Over 1,000 found", page.QuerySelector("#count")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["any topic", "New matters", "Ancient matters"], Options(page, "topic"));
        Assert.Equal(["any year", "2020", "2004"], Options(page, "year"));
        Assert.EndsWith("with code", page.QuerySelector(".sentence label")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_chosen_of_too_many_has_the_number_of_results_and_the_others_of_its_kind_none()
    {
        var page = await site.PageAsync("/search?q=study&year=2004");

        Assert.Contains($"{Older} results.", page.QuerySelector("#count")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["any year", "2020", $"2004 ({Older})"], Options(page, "year"));
        Assert.Equal(["any topic", $"Ancient matters ({Older})"], Options(page, "topic"));
    }

    [Theory]
    [InlineData("old-matters")]
    [InlineData("ANCIENT-matters")]
    public async Task A_topic_by_a_former_address_is_chosen_once_by_its_present_one(string slug)
    {
        var page = await site.PageAsync($"/search?q=paper&topic={slug}&year=2004");

        var chosen = Assert.Single(page.QuerySelectorAll("select[name=topic] option").OfType<IHtmlOptionElement>(), o => o.IsSelected);
        Assert.Equal(("ancient-matters", $"Ancient matters ({Older - 1})"), (chosen.Value, chosen.TextContent));
        Assert.Single(Options(page, "topic"), o => o.Contains("matters", StringComparison.Ordinal) && o.StartsWith("Ancient", StringComparison.Ordinal));
        Assert.DoesNotContain(Options(page, "topic"), o => o.Contains("(0)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_words_of_a_title_with_a_formula_are_marked_and_the_formula_is_set()
    {
        var page = await site.PageAsync("/search?q=quotes");

        var title = page.QuerySelector(".found a.title")!;
        Assert.Equal("quotes", Assert.Single(title.QuerySelectorAll("mark")).TextContent);
        Assert.NotNull(title.QuerySelector("math"));
        Assert.DoesNotContain("$", title.TextContent, StringComparison.Ordinal);
        Assert.Empty((await site.PageAsync("/search?q=mathcal")).QuerySelectorAll(".found a.title mark"));
    }

    [Fact]
    public async Task The_archive_is_counted_once_a_minute_whoever_asks_at_once()
    {
        var (facets, minute) = (site.Services.GetRequiredService<ArchiveFacets>(), TimeSpan.FromMinutes(1));
        var first = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => facets.GetAsync(minute))));
        Assert.All(first, f => Assert.Same(first[0], f));
        Assert.Equal(["2020", "2004"], first[0].Years.Select(y => y.Value));
        Assert.Contains($"2020 ({SearchReading.Counted})", Options(await site.PageAsync("/issues"), "year"));

        site.Clock.Advance(minute);
        var second = await facets.GetAsync(minute);
        Assert.NotSame(first[0], second);
        Assert.Same(second, await facets.GetAsync(minute));
    }

    private static IEnumerable<string> Options(IHtmlDocument page, string name) => page.QuerySelectorAll($"select[name={name}] option").Select(o => o.TextContent);
}
