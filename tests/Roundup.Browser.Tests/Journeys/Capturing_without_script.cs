using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>Capturing with JavaScript off: the address fills the form in, and the form does the rest.</summary>
public sealed class Capturing_without_script(BrowserSite site) : BrowserTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 640 } };

    [Fact]
    public async Task A_shared_link_ends_in_the_inbox_and_comes_back_out()
    {
        await Desk.OpenAsync(Site);
        await Page.GotoAsync("/capture?title=A+shared+page&text=Look+https://example.org/shared");
        await Page.GetByLabel("E-mail address").FillAsync("ann@example.org");
        await Page.GetByLabel("Password").FillAsync("a sentence that is long enough");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.WaitForURLAsync("**/capture?**");

        await Assertions.Expect(Page.GetByLabel("Link", new() { Exact = true })).ToHaveValueAsync("https://example.org/shared");
        await Page.GetByLabel("Note", new() { Exact = true }).FillAsync("By thumb.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Capture" }).ClickAsync();
        await Page.WaitForURLAsync("**/admin/inbox?added=*");
        await Assertions.Expect(Page.Locator(".card").First).ToContainTextAsync("By thumb.");
        await ShootAsync("inbox");

        await Page.Locator("#said").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Nothing waits")).ToBeVisibleAsync();
        await Page.Locator("#said").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Page.Locator(".card").GetByRole(AriaRole.Button, new() { Name = "Add to issue 1" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#said")).ToContainTextAsync("issue 1");
    }
}
