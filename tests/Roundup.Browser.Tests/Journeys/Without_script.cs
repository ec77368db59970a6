using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>The whole job with JavaScript off, on a phone of 320 px.</summary>
public sealed class Without_script(BrowserSite site) : BrowserTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 640 } };

    [Fact]
    public async Task A_list_becomes_an_issue_with_an_opinion_in_another_order()
    {
        await Desk.OpenAsync(Site);
        await Desk.SignInAsync(Page);
        await ShootAsync("desk");
        await Page.GetByLabel(new Regex("^Paste links")).FillAsync("https://arxiv.org/abs/2202.05262\narXiv:2206.14576v2\n2022.acl-long.568");
        await FollowAsync(Button("Read"));
        await ShootAsync("outline");
        await FollowAsync(Button("Make a draft"));
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "2202.05262" }).First).ToBeVisibleAsync();

        var card = Page.Locator(".item").First;
        // The first card without an opinion stands open.
        await card.GetByLabel("My opinion").FillAsync("Worth *reading* twice.");
        await Assertions.Expect(Page.Locator("markdown-toolbar, .show")).ToHaveCountAsync(0);
        await Assertions.Expect(card.Locator(".grip")).ToBeHiddenAsync();
        await ShootAsync("draft");
        await FollowAsync(card.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }));
        await Page.Locator(".item").First.GetByRole(AriaRole.Button, new() { Name = "More for paper 1" }).ClickAsync();
        await FollowAsync(Page.Locator(".item").First.GetByRole(AriaRole.Button, new() { Name = "Move down" }));
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish") }).First.ClickAsync();
        await Page.WaitForURLAsync(new Regex(@"/issues/\d+"));
        await ShootAsync("published");

        await Assertions.Expect(Page.Locator("article.paper")).ToHaveCountAsync(3);
        await Assertions.Expect(Page.Locator("article.paper").Nth(1).Locator("section.opinion em")).ToHaveTextAsync("reading");
    }

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;
}
