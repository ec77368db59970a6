using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.NotAWordLost;

public sealed class Without_script(BrowserSite site) : BrowserTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 800 } };

    [Fact]
    public async Task A_session_that_ended_before_saving_costs_no_word()
    {
        Expect("401");
        Expect("400");
        var issue = await Desk_of_words.DraftAsync(Site);
        await Desk.SignInAsync(Page);
        var field = await Desk_of_words.OpenAsync(Page, issue);
        await field.FillAsync("Two lines\nof *opinion*");
        await Page.Context.ClearCookiesAsync();
        await Page.Locator(".item").First.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Assertions.Expect(Page.GetByLabel("What you wrote")).ToHaveValueAsync("Two lines\nof *opinion*");
        await ShootAsync("carried");
        var tab = await Page.Context.NewPageAsync();
        await Desk.SignInByFormAsync(tab);
        // By the form, for kept cookies would bring the old token back. The first token went with the cookies: the words come back once more, with one that holds.
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save what you wrote" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("The form had been open for too long")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save what you wrote" }).ClickAsync();

        await Page.WaitForURLAsync(new Regex("/edit"));
        Assert.Equal("Two lines\nof *opinion*", await Desk_of_words.KeptAsync(Site, issue.Number));
    }
}
