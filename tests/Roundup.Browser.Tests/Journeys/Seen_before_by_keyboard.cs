using Microsoft.Playwright;
using Roundup.Browser.Tests.Accessibility;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>Known papers are recognised while one types, and two that are one are put together and parted again: on a small screen, by keyboard alone.</summary>
[Collection(Clipboard.Name)]
public sealed class Seen_before_by_keyboard(BrowserSite site) : BrowserTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { Permissions = ["clipboard-read", "clipboard-write"], ViewportSize = new() { Width = 320, Height = 640 } };

    [Fact]
    public async Task What_is_typed_into_the_paste_field_is_recognised()
    {
        await StartAsync("/admin");
        await Page.Keyboard.PressAsync("v");
        await Assertions.Expect(Page.Locator("#paste-text")).ToBeFocusedAsync();

        await Page.Keyboard.TypeAsync($"see {Scene.KnownId}v2");
        var hint = Page.Locator("#paste seen-before [role=status]");
        await Assertions.Expect(hint).ToContainTextAsync("The most careful causal tracing so far");
        await Assertions.Expect(hint.GetByRole(AriaRole.Link, new() { Name = "issue 1" })).ToBeVisibleAsync();
        await FitsAsync();
        await ShootAsync("typed");

        await Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Read" })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(hint.GetByRole(AriaRole.Link).First).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("v");
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(hint).ToBeEmptyAsync();
    }

    [Fact]
    public async Task What_is_pasted_behind_other_words_is_recognised_and_what_is_pasted_alone_is_read_at_once()
    {
        await StartAsync("/admin");
        await Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", $"https://arxiv.org/pdf/{Scene.KnownId}v1.pdf");
        await Page.Keyboard.PressAsync("v");
        await Page.Keyboard.TypeAsync("and ");
        await Page.Keyboard.PressAsync("Control+V");
        await Assertions.Expect(Page.Locator("#paste seen-before [role=status]")).ToContainTextAsync("Still the best.");

        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.PressAsync("Delete");
        await Page.Keyboard.PressAsync("Control+V");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).First.WaitForAsync();
        await Assertions.Expect(Page.Locator(".line .seen")).ToContainTextAsync("Still the best.");
        await FitsAsync();
        await ShootAsync("read");
    }

    [Theory]
    [InlineData("Link", "https://arxiv.org/abs/2202.05262v3")]
    [InlineData("Title", "Locating and editing factual associations in GPT")]
    public async Task A_card_that_is_typed_by_hand_is_recognised(string field, string typed)
    {
        await StartAsync($"/admin/issues/{Scene.Draft}/entries/new");
        await TabToAsync($"#paper-{field.ToLowerInvariant()}");

        await Page.Keyboard.TypeAsync(typed);

        await Assertions.Expect(Page.Locator("seen-before [role=status]")).ToContainTextAsync("The most careful causal tracing so far");
        await Assertions.Expect(Page.Locator($"#paper-{field.ToLowerInvariant()}")).ToBeFocusedAsync();
        await FitsAsync();
        await ShootAsync(field);
    }

    [Fact]
    public async Task Two_papers_become_one_and_two_again()
    {
        await StartAsync("/admin/papers");
        await TabToAsync("main a[href='/admin/papers/twins']");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/admin/papers/twins");
        await TabToAsync("a[href*='merge?with=']");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/merge?with=*");

        await TabToAsync("[type=radio]:checked");
        await Page.Keyboard.PressAsync("ArrowDown");
        await ShootAsync("merge");
        await FitsAsync();
        await TabToAsync("main form [type=submit]");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**#merges");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Toy models of superposition");
        await Assertions.Expect(Page.Locator("section:has(#merges)")).ToContainTextAsync("Toy Models of Superposition");
        await FitsAsync();
        await ShootAsync("merged");

        await TabToAsync("a[href*='/undo?merge=']");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/undo?merge=*");
        await TabToAsync("main form [type=submit]");
        await FitsAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("section:has(#merges)")).ToContainTextAsync("Taken back by Ann");
        await Page.GotoAsync("/admin/papers?q=superposition");
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 papers");
    }

    private async Task StartAsync(string path)
    {
        await Scene.SetAsync(Site);
        await Desk.SignInAsync(Page, path);
    }

    /// <summary>Tabs on until the element has the focus; fails where it can't be reached.</summary>
    private async Task TabToAsync(string selector)
    {
        for (var press = 0; press < 80; press++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        Assert.Fail($"The keyboard does not reach {selector}.");
    }

    private async Task FitsAsync() => Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{Page.Url} scrolls sideways");
}
