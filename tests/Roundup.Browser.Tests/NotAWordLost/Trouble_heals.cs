using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;

namespace Roundup.Browser.Tests.NotAWordLost;

/// <summary>No network, a closed tab, a sign-in that ran out: what is typed stays, says how it stands, and is saved without being asked for.</summary>
public sealed class Trouble_heals(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task Typing_is_enough_to_be_saved()
    {
        var (issue, field) = await OpenAsync();

        await field.PressSequentiallyAsync("Read it twice.");
        await Desk_of_words.IsAsync(field, "saved");

        await Assertions.Expect(Desk_of_words.Said(field)).ToContainTextAsync("Saved ");
        Assert.Equal("Read it twice.", await Desk_of_words.KeptAsync(Site, issue.Number));
        await field.PressSequentiallyAsync(" Then once more.");
        await Page.Keyboard.PressAsync("Control+s");
        await Desk_of_words.IsAsync(field, "saved");
        Assert.Equal("Read it twice. Then once more.", await Desk_of_words.KeptAsync(Site, issue.Number));
    }

    [Fact]
    public async Task Being_offline_is_said_and_ends_by_itself()
    {
        Expect("ERR_INTERNET_DISCONNECTED");
        var (issue, field) = await OpenAsync();
        await Page.Context.SetOfflineAsync(true);

        await field.PressSequentiallyAsync("Written on a train.");
        await Desk_of_words.IsAsync(field, "away");
        await Assertions.Expect(Desk_of_words.Said(field)).ToContainTextAsync("you are offline. Kept in this browser");
        await Assertions.Expect(Page.Locator("unsaved-line")).ToContainTextAsync("1 text is not saved");
        await ShootAsync("offline");

        await Page.Context.SetOfflineAsync(false);
        await Desk_of_words.IsAsync(field, "saved");
        Assert.Equal("Written on a train.", await Desk_of_words.KeptAsync(Site, issue.Number));
        await Assertions.Expect(Page.Locator("unsaved-line")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_tab_that_is_closed_offline_gives_its_words_to_the_next()
    {
        Expect("ERR_INTERNET_DISCONNECTED");
        var (issue, field) = await OpenAsync();
        await Page.Context.SetOfflineAsync(true);
        await field.PressSequentiallyAsync("The last word before the tunnel");
        await Desk_of_words.IsAsync(field, "away");
        await Page.CloseAsync();
        await Page.Context.SetOfflineAsync(false);

        var tab = await Page.Context.NewPageAsync();
        var again = await Desk_of_words.OpenAsync(tab, issue);

        await Assertions.Expect(again).ToHaveValueAsync("The last word before the tunnel", new() { Timeout = Desk_of_words.Patience });
        await Assertions.Expect(tab.Locator(".back")).ToContainTextAsync("had not reached the server are back");
        await Desk_of_words.IsAsync(again, "saved");
        Assert.Equal("The last word before the tunnel", await Desk_of_words.KeptAsync(Site, issue.Number));
    }

    [Fact]
    public async Task A_sign_in_that_ran_out_is_renewed_over_the_untouched_text()
    {
        Expect("401");
        Expect("422");
        var (issue, field) = await OpenAsync();
        await Desk_of_words.SeatBoAsync(Site);
        await field.PressSequentiallyAsync("The first half,");
        await Desk_of_words.IsAsync(field, "saved");
        await Page.Context.ClearCookiesAsync();

        await field.PressSequentiallyAsync(" the second");
        await field.EvaluateAsync("f => f.setSelectionRange(4, 9)");
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Sign in again as Ann" });
        await dialog.WaitForAsync(new() { Timeout = Desk_of_words.Patience });
        await ShootAsync("dialog");
        Assert.Equal("The first half, the second", await field.InputValueAsync());

        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("unsaved-line")).ToContainTextAsync("Your session has ended");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in again" }).ClickAsync();
        await Desk_of_words.SignInAsync(dialog, "ann@example.org", "not what it is, but long enough");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("did not match");
        await Desk_of_words.SignInAsync(dialog, "bo@example.org");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("That is Bo’s account. What is written here is Ann’s");
        await Desk_of_words.SignInAsync(dialog, "ann@example.org");

        await Desk_of_words.IsAsync(field, "saved");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal("The first half, the second", await Desk_of_words.KeptAsync(Site, issue.Number));
        Assert.Equal("4 to 9", await field.EvaluateAsync<string>("f => `${f.selectionStart} to ${f.selectionEnd}`"));
    }

    [Fact]
    public async Task Whoever_signs_in_next_in_the_same_browser_sees_nothing_of_it()
    {
        Expect("ERR_INTERNET_DISCONNECTED");
        var (issue, field) = await OpenAsync();
        await Desk_of_words.SeatBoAsync(Site);
        await Page.Context.SetOfflineAsync(true);
        await field.PressSequentiallyAsync("For nobody but Ann.");
        await Desk_of_words.IsAsync(field, "away");
        await Page.CloseAsync();
        await Page.Context.SetOfflineAsync(false);
        await Page.Context.ClearCookiesAsync();

        await OpenTabAsync();
        await Page.GotoAsync("/account/sign-in");
        await Desk_of_words.SignInAsync(Page.Locator("main"), "bo@example.org");
        await Page.WaitForURLAsync("**/admin");
        var bos = await Desk_of_words.OpenAsync(Page, issue);
        await bos.PressSequentiallyAsync("Bo’s own.");
        await Desk_of_words.IsAsync(bos, "saved");
        Assert.DoesNotContain("For nobody but Ann", await Page.ContentAsync(), StringComparison.Ordinal);

        await Page.Context.ClearCookiesAsync();
        await Desk.SignInAsync(Page);
        await Assertions.Expect(Page.Locator("unsaved-line")).ToContainTextAsync($"Words for “Paper 1 of shelf {issue.Number}” have not reached the server yet", new() { Timeout = Desk_of_words.Patience });
        await Desk_of_words.OpenAsync(Page, issue);
        await Assertions.Expect(Page.GetByText("had not reached the server are back")).ToBeVisibleAsync(new() { Timeout = Desk_of_words.Patience });
    }

    private async Task<(Model.Issues.Issue Issue, ILocator Field)> OpenAsync()
    {
        var issue = await Desk_of_words.DraftAsync(Site);
        await Desk.SignInAsync(Page);
        return (issue, await Desk_of_words.OpenAsync(Page, issue));
    }
}
