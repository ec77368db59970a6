using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.People;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>Beside the owner: a contributor who signs in with two steps, somebody invited, a token for scripts and a passkey.</summary>
internal static class SceneOfPeople
{
    public const string Email = "bo@example.org";

    /// <summary>The secret of an open invitation.</summary>
    public const string Invitation = "made-for-the-tests-an-invitation-0123456789abcdef";

    private static readonly byte[] Credential = [1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>The owner's, as an address has it.</summary>
    public static string Passkey { get; } = Base64Url.EncodeToString(Credential);

    /// <summary>Does nothing where the scene is set already.</summary>
    public static async Task SetAsync(BrowserSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (db, people) = (scope.ServiceProvider.GetRequiredService<RoundupDb>(), scope.ServiceProvider.GetRequiredService<UserManager<Person>>());
        if (await db.Users.AnyAsync(p => p.Email == Email)) return;

        var owner = await db.Users.SingleAsync(p => p.Role == Role.Owner);
        var bo = new Person { UserName = Email, Email = Email, Name = "Bo Withaverylongname Oftwo-Names-andmore", Role = Role.Contributor, WantsComments = true };
        Insist(await people.CreateAsync(bo, Desk.Password));
        Insist(await people.ResetAuthenticatorKeyAsync(bo));
        Insist(await people.SetTwoFactorEnabledAsync(bo, true));
        Insist(await people.AddOrUpdatePasskeyAsync(owner, new UserPasskeyInfo(Credential, [1], Scene.Now, 0, [], true, true, false, [], []) { Name = "My phone" }));

        var (invitation, _) = Data.People.Invitation.Make(Role.Editor, "Cem, who reads the proofs", "Ann", Scene.Now);
        invitation.TokenHash = Secret.HashOf(Invitation);
        db.AddRange(invitation, ApiToken.Make(owner.Id, "The script that reads mailing lists", Scene.Now).Kept);
        await db.SaveChangesAsync();
    }

    /// <summary>Bo's name and password are right: what is asked now is the second step.</summary>
    public static Task BeginSignInAsync(IPage page) => Desk.SignInByFormAsync(page, Email, "**/account/second-step*");

    /// <summary>Whether the owner has a second step; where they are signed in, they stay so.</summary>
    public static async Task SetSecondStepAsync(BrowserSite site, bool isOn)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RoundupDb>().Users.Where(p => p.Role == Role.Owner).ExecuteUpdateAsync(set => set.SetProperty(p => p.TwoFactorEnabled, isOn));
    }

    private static void Insist(IdentityResult result) => Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(e => e.Description)));
}
