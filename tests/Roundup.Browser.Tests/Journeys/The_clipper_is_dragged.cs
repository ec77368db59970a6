using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>The clipper's own page. How it and the inbox look is told in <c>Every_page</c>.</summary>
public sealed class The_clipper_is_dragged(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task A_click_on_it_here_says_what_to_do_and_its_text_is_within_reach_of_the_keyboard()
    {
        await Desk.OpenAsync(Site);
        await Desk.SignInAsync(Page, "/admin/clipper");

        await Page.Locator("clipper-link a").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("clipper-link .said")).ToContainTextAsync("Drag it to the bookmarks bar");
        await Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Page.Locator("#clipper-text")).ToBeFocusedAsync();
    }
}
