using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.NotAWordLost;

/// <summary>What is shown in trouble keeps WCAG 2.2 AA as far as axe can tell, and fits a small phone.</summary>
public sealed class For_everybody(BrowserSite site) : BrowserTest(site)
{
    private static readonly AxeRunOptions Wcag = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    [Fact]
    public async Task Trouble_is_shown_to_everybody()
    {
        Array.ForEach(["409", "401", "ERR_INTERNET_DISCONNECTED"], Expect);
        var issue = await Desk_of_words.DraftAsync(Site, papers: 2);
        await Desk.SignInAsync(Page);
        var field = await Desk_of_words.OpenAsync(Page, issue);
        var other = await Desk_of_words.OpenAsync(await Page.Context.NewPageAsync(), issue);
        await Page.BringToFrontAsync();
        await field.PressSequentiallyAsync("Careful, and worth reading twice.");
        await Desk_of_words.IsAsync(field, "saved");
        await LookAsync("saved");

        await Page.Context.SetOfflineAsync(true);
        await field.PressSequentiallyAsync(" Mine.");
        await Desk_of_words.IsAsync(field, "away");
        await LookAsync("away");
        await Page.CloseAsync();
        await Page.Context.SetOfflineAsync(false);
        await other.PressSequentiallyAsync("Theirs, and longer. ");
        await Desk_of_words.IsAsync(other, "saved");
        await other.Page.CloseAsync();

        await OpenTabAsync();
        field = await Desk_of_words.OpenAsync(Page, issue);
        await Desk_of_words.IsAsync(field, "clash");
        await LookAsync("clash");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Take theirs" }).ClickAsync();
        await Page.GetByRole(AriaRole.Group, new() { Name = "Your other words" }).WaitForAsync();
        await LookAsync("other");

        await Page.Context.ClearCookiesAsync();
        await field.PressSequentiallyAsync("More.");
        await Page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { Timeout = Desk_of_words.Patience });
        await LookAsync("dialog");
    }

    private async Task LookAsync(string state)
    {
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark), (320, ColorScheme.Light) })
        {
            await Page.SetViewportSizeAsync(width, 800);
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await ShootAsync($"{state}-{width}-{scheme}".ToLowerInvariant());
            Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{state} scrolls sideways at {width} px.");
            if ((width, scheme) is (1280, ColorScheme.Light) or (390, ColorScheme.Dark))
                Assert.Equal([], (await Page.RunAxe(Wcag)).Violations.SelectMany(v => v.Nodes.Select(n => $"{state}, {width} px, {scheme}: {v.Id} {n.Html}")));
        }

        await Page.SetViewportSizeAsync(1280, 800);
    }
}
