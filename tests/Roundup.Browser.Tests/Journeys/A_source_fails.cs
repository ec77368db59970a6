using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>On a site of its own: behind a hundred other papers a source's turn comes late.</summary>
[Collection(Clipboard.Name)]
public sealed class A_source_fails(BrowserSite site) : BrowserTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { Permissions = ["clipboard-read", "clipboard-write"] };

    [Fact]
    public async Task It_leaves_a_sentence_and_the_job_goes_on_by_hand()
    {
        await Paste.IntoDraftAsync(Site, Page, "https://arxiv.org/abs/2205.00001");

        await Assertions.Expect(Page.Locator(".item .meta .bad")).ToContainTextAsync("paste the details instead");
        await Assertions.Expect(Page.Locator(".item .meta .bad")).ToContainTextAsync("Asked again at");
        await ShootAsync("failed");
    }
}
