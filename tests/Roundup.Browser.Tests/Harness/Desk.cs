using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;

namespace Roundup.Browser.Tests.Harness;

/// <summary>A publication with an owner who signs in through the page, as a person does, and stays signed in for the tests that follow.</summary>
internal static class Desk
{
    private const string Email = "ann@example.org";

    /// <summary>Of everybody here.</summary>
    public const string Password = "a sentence that is long enough";

    public static async Task OpenAsync(BrowserSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        if (await db.Users.AnyAsync()) return;

        db.Add(new Publication("The Slow Shelf", DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var made = await people.CreateAsync(new Person { UserName = Email, Email = Email, Name = "Ann", Role = Role.Owner }, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
    }

    /// <summary>Ends on a page of the desk: its first, unless another is named.</summary>
    public static async Task SignInAsync(IPage page, string path = "/admin")
    {
        var site = BrowserSite.Of(page);
        if (site.OwnersCookies is { } cookies)
        {
            await page.Context.AddCookiesAsync(cookies);
            await page.GotoAsync(path);
            return;
        }

        await SignInByFormAsync(page);
        site.OwnersCookies = [.. (await page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address, HttpOnly = c.HttpOnly, SameSite = c.SameSite })];
        if (path is not "/admin") await page.GotoAsync(path);
    }

    /// <summary>At a site that is no <see cref="BrowserSite"/>: each time by the form.</summary>
    /// <param name="landing">Where it ends: elsewhere than at the desk for who has a second step.</param>
    public static async Task SignInByFormAsync(IPage page, string email = Email, string landing = "**/admin")
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(landing);
    }
}
