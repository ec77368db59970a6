using System.Diagnostics;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>Links become cards at once, whatever the sources do.</summary>
[Collection(Clipboard.Name)]
public sealed class Every_source_is_dead(BrowserSite site) : BrowserTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { Permissions = ["clipboard-read", "clipboard-write"] };

    [Fact]
    public async Task A_hundred_ids_are_a_hundred_cards_while_every_source_is_dead()
    {
        await Paste.AsPersonAsync(Site, Page, string.Join('\n', Enumerable.Range(0, 100).Select(n => $"https://arxiv.org/abs/2203.{10_000 + n}")));

        var waiting = Stopwatch.StartNew();
        await Paste.DraftAsync(Page);
        await Page.Locator(".outline > .item").Nth(99).WaitForAsync();
        waiting.Stop();

        await Assertions.Expect(Page.Locator(".outline > .item")).ToHaveCountAsync(100);
        TestContext.Current.TestOutputHelper?.WriteLine($"FIGURE: 100 ids to 100 visible cards, every source dead, ms = {waiting.ElapsedMilliseconds}");
    }
}
