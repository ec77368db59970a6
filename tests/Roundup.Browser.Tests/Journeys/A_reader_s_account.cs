using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Accessibility;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.Outbox;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>From registering to leaving, with a passkey that Chromium's own virtual authenticator makes.</summary>
public sealed class A_reader_s_account(BrowserSite site) : BrowserTest(site)
{
    private const string Email = "rea@example.org";
    private const string Password = "a sentence that is long enough";

    [Fact]
    public async Task From_the_first_mail_to_a_passkey_and_out_again()
    {
        await Desk.OpenAsync(Site);
        var device = await AttachAsync();
        await RegisterAsync();
        await LookAsync("account");

        await Page.GotoAsync("/account/passkeys/new");
        Expect("422");
        await Page.GetByLabel("What you call it").FillAsync("My phone");
        await Page.GetByLabel("Your password").FillAsync("not it, but long enough");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Assertions.Expect(Page.Locator("passkey-form p[role=alert]")).ToHaveTextAsync("That is not your password.");
        await Page.GetByLabel("Your password").FillAsync(Password);
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }));
        await Assertions.Expect(Page.Locator(".rows b")).ToHaveTextAsync("My phone");
        await LookAsync("passkeys");

        await RenameAsync("My old phone");
        await SignOutAsync();
        await Page.GotoAsync("/account/sign-in?ReturnUrl=%2Faccount%2Fpasskeys#there");
        await LookAsync("sign-in");
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }));
        await Assertions.Expect(Page).ToHaveURLAsync($"{Site.Address}/account/passkeys#there");

        await RemoveAsync();
        await SignOutAsync();
        await Page.GotoAsync("/account/sign-in");
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }));
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("That passkey was not taken");

        await device.SendAsync("WebAuthn.disable");
    }

    private async Task RegisterAsync()
    {
        await Page.GotoAsync("/account/register");
        await Page.GetByLabel("Your name, as printed").FillAsync("Rea Der");
        await Page.GetByLabel("E-mail address").FillAsync(Email);
        await Page.GetByLabel("Password").FillAsync(Password);
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Make an account" }));
        await using var scope = Site.Services.CreateAsyncScope();
        var mail = await scope.ServiceProvider.GetRequiredService<RoundupDb>().Set<QueuedMail>().SingleAsync(m => m.To == Email);

        await Page.GotoAsync(Regex.Match(mail.Text, @"http://\S+/account/confirm\S+").Value);
        await Page.GetByLabel("Password").FillAsync(Password);
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Confirm and sign in" }));
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your address is confirmed.");
    }

    private async Task RenameAsync(string name)
    {
        await FollowAsync(Page.GetByRole(AriaRole.Link, new() { Name = "Rename My phone" }));
        await Page.GetByLabel("What you call it").FillAsync(name);
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Save the name" }));
        await Assertions.Expect(Page.Locator(".rows b")).ToHaveTextAsync(name);
    }

    private async Task RemoveAsync()
    {
        await FollowAsync(Page.GetByRole(AriaRole.Link, new() { Name = "Remove My old phone" }));
        await Page.GetByLabel("Your password").FillAsync(Password);
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }));
        await Assertions.Expect(Page.Locator(".rows")).ToHaveCountAsync(0);
    }

    private async Task SignOutAsync()
    {
        await Page.GotoAsync("/account");
        await FollowAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }));
    }

    /// <summary>A device that has its holder's finger on it already.</summary>
    private async Task<ICDPSession> AttachAsync()
    {
        var device = await Page.Context.NewCDPSessionAsync(Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return device;
    }

    private async Task LookAsync(string name)
    {
        await Look.AtEveryWidthAsync(Page, picture => ShootAsync($"{name}-{picture}"));
        await Page.SetViewportSizeAsync(1280, 800);
    }
}
