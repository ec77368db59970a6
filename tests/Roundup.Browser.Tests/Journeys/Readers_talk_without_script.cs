using Microsoft.Playwright;
using Roundup.Browser.Tests.Accessibility;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>A guest in a browser that runs no script: writes, verifies, answers, changes and removes.</summary>
public sealed class Readers_talk_without_script(BrowserSite site) : BrowserTest(site)
{
    private const string Email = "ada@example.org";

    protected override BrowserNewContextOptions Visitor => new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } };

    [Fact]
    public async Task From_the_first_word_to_its_removal()
    {
        await Scene.SetAsync(Site);
        await Page.GotoAsync("/issues/2");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Write a comment" }).ClickAsync();
        await FillAsync("One *caution*.");
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Ada Lovelace");
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "E-mail address, never shown" }).FillAsync(Email);
        await ShootAsync("form");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Your comment, as readers would see it" }).Locator("em")).ToHaveTextAsync("caution");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "A mail is on its way" })).ToBeVisibleAsync();

        var home = await Harness.Talk.LinkAsync(Site, Email);
        await Page.GotoAsync(home);
        await ShootAsync("private");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Confirmed.");
        await ApproveAsync();
        await Page.GotoAsync("/issues/2");
        var first = Page.GetByRole(AriaRole.Article, new() { Name = "Comment by Ada Lovelace" });
        await Assertions.Expect(first).ToContainTextAsync("One caution.");

        await first.GetByRole(AriaRole.Link, new() { Name = "Reply to Ada Lovelace" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "E-mail address, never shown" })).ToBeHiddenAsync();
        await FillAsync("And an answer.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await ApproveAsync();
        await Page.GotoAsync("/issues/2");
        await Assertions.Expect(Page.Locator(".replies .comment")).ToContainTextAsync("And an answer.");

        await Page.GotoAsync("/comments/mine");
        await Page.GetByRole(AriaRole.Article).Last.GetByRole(AriaRole.Link, new() { Name = "Change" }).ClickAsync();
        await FillAsync("Two *cautions*.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Changed.");
        await Page.GetByRole(AriaRole.Article).Last.GetByRole(AriaRole.Link, new() { Name = "Remove…" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Remove it" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Article).Last).ToContainTextAsync("Removed by you.");

        await Page.GotoAsync("/issues/2#discussion");
        await Assertions.Expect(Page.Locator(".comment.gone")).ToHaveTextAsync("Removed by its writer.");
        await Assertions.Expect(Page.Locator(".replies .comment")).ToContainTextAsync("And an answer.");
    }

    private Task FillAsync(string text) => Page.GetByRole(AriaRole.Textbox, new() { Name = "Comment", Exact = true }).FillAsync(text);

    private Task ApproveAsync() => Harness.Talk.ApproveAsync(Site, Email);
}
