namespace Roundup.Web.Tests.Talk;

public sealed class PaperTalkTests(TalkSite site) : IClassFixture<TalkSite>
{
    [Fact]
    public async Task A_papers_page_leads_to_what_readers_said_of_it()
    {
        await site.SayAsync("The first word.", site.Entries[0]);
        await site.SayAsync("The second word.", site.Entries[0]);
        var last = await site.SayAsync("The *last* word.", site.Entries[0], name: "Otto");
        await site.SayAsync("Of another paper.", site.Entries[1]);

        var page = await site.PageAsync("/papers/1/alpha");
        var talk = page.QuerySelector("#discussion ~ ul")!;
        Assert.Equal("3 comments in issue 1", talk.QuerySelector("a")!.TextContent);
        Assert.Equal($"{TalkSite.Issue}#talk-e-{site.Entries[0]}", talk.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal($"{TalkSite.Issue}#c-{last.Id}", talk.QuerySelector("p a")!.GetAttribute("href"));
        Assert.Equal(["The last word.", "The second word."], talk.QuerySelectorAll("p span[dir=auto]").Select(s => s.TextContent));
        Assert.DoesNotContain("another", talk.TextContent, StringComparison.Ordinal);
        Assert.Contains("Discuss (3)", page.QuerySelector(".facts .row")!.TextContent, StringComparison.Ordinal);
    }
}
