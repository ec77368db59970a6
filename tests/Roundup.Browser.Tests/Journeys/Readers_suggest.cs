using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Accessibility;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Web.Talk;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>A guest suggests papers with JavaScript off, on a phone of 320 px.</summary>
public sealed class Readers_suggest(BrowserSite site) : BrowserTest(site)
{
    protected override BrowserNewContextOptions Visitor => new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 640 } };

    [Fact]
    public async Task A_guest_suggests_corrects_a_slip_and_takes_back()
    {
        await Scene.SetAsync(Site);
        await Page.GotoAsync("/");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Suggest", Exact = true }).ClickAsync();
        await Page.GetByLabel("Link, id or title").FillAsync($"{Scene.KnownId}\narXiv:2205.01128");
        await Page.GetByLabel(new Regex("^Why")).FillAsync("Both edit facts.");
        await Page.GetByLabel("Your name").FillAsync("Dee");
        await Page.GetByLabel("Your e-mail address").FillAsync("dee@example.net");
        await SuggestAsync();
        await Assertions.Expect(Page.Locator(".answer")).ToContainTextAsync("issue 2");
        await ShootAsync("answered");
        await Page.GetByLabel("Link, id or title").FillAsync("arXiv:2205.01128\nA title that nobody has seen");
        await SuggestAsync();

        await Assertions.Expect(Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("a mail is on its way");
        await Page.GotoAsync(await FateAsync("dee@example.net"));
        await Assertions.Expect(Page.Locator(".fate")).ToHaveCountAsync(2);
        await Assertions.Expect(Page.Locator(".fate-state").First).ToContainTextAsync("Waits for your confirmation");
        await ShootAsync("sent");
        await ConfirmAsync("dee@example.net");
        await Page.ReloadAsync();
        await Assertions.Expect(Page.Locator(".fate-state").First).ToContainTextAsync("Received");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Don’t mail me" }).First.ClickAsync();
        await Assertions.Expect(Page.Locator(".fate").First).ToContainTextAsync("No mail is sent about it.");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Take it back" }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("taken back");
    }

    // What comes quicker than a person writes is refused, and nothing of it is lost: it is sent again.
    private async Task SuggestAsync()
    {
        Expect("422");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Suggest it" }).ClickAsync();
        while (await Page.GetByText("faster than a person").CountAsync() > 0)
        {
            await Page.WaitForTimeoutAsync(500);
            await Page.GetByRole(AriaRole.Button, new() { Name = "Suggest it" }).ClickAsync();
        }
    }

    // As the page behind the mailed link has it.
    private async Task<string> FateAsync(string email)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        return $"/suggestions/{await db.SuggestionVoices.Where(v => v.Commenter.Email == email).OrderBy(v => v.Id).Select(v => v.Token).FirstAsync()}";
    }

    private async Task ConfirmAsync(string email)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        await scope.ServiceProvider.GetRequiredService<SuggestionIntake>().ConfirmAsync(await db.Commenters.SingleAsync(c => c.Email == email), DateTimeOffset.MaxValue);
        Assert.Null(await db.SaveAsync());
    }
}

/// <summary>An editor decides about suggestions with a key each.</summary>
public sealed class Suggestions_by_keyboard(BrowserSite site) : BrowserTest(site)
{
    [Fact]
    public async Task Three_suggestions_are_decided_with_three_keys()
    {
        await Scene.SetAsync(Site);
        await Desk.SignInAsync(Page, "/admin/inbox");
        var cards = Page.Locator(".suggested .card");
        await Assertions.Expect(cards).ToHaveCountAsync(3);

        // A letter without a paper in focus decides nothing, nor does one in a field.
        await Page.Keyboard.PressAsync("s");
        await Page.Locator("#paste-text").FillAsync("");
        await Page.Locator("#paste-text").PressAsync("x");
        await Page.Locator("#paste-text").FillAsync("");
        await Page.Locator("#paste-text").BlurAsync();
        await Page.Keyboard.PressAsync("j");
        await Assertions.Expect(cards.First).ToBeFocusedAsync();
        await ShootAsync("walking");
        await FollowAsync(() => Page.Keyboard.PressAsync("s"));
        await Assertions.Expect(Page.Locator("#said")).ToContainTextAsync("Shortlisted");

        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("k");
        await Page.Keyboard.PressAsync("x");
        await Assertions.Expect(cards.First.GetByLabel("A word to its readers")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("Not a paper: s a x.");
        await ShootAsync("declining");
        await FollowAsync(() => Page.Keyboard.PressAsync("Enter"));
        await Assertions.Expect(Page.Locator("#said")).ToContainTextAsync("Declined");

        await Page.Keyboard.PressAsync("j");
        var title = await cards.First.Locator("h3").InnerTextAsync();
        await Page.Keyboard.PressAsync("a");
        // It stands in the draft already: said, and nothing is lost.
        Expect("422");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("has this paper already");
        Assert.Contains("Locating", title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_no_letters_has_buttons()
    {
        await Scene.SetAsync(Site);
        await Desk.SignInAsync(Page);
        await using (var scope = Site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(p => p.WantsKeys, false));
        }

        await Page.GotoAsync("/admin/inbox");
        await Assertions.Expect(Page.Locator("suggestion-list[keys]")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator(".keys-line")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Shortlist") }).First).ToBeVisibleAsync();
        await using var after = Site.Services.CreateAsyncScope();
        await after.ServiceProvider.GetRequiredService<RoundupDb>().Users.ExecuteUpdateAsync(set => set.SetProperty(p => p.WantsKeys, true));
    }
}
