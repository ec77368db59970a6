using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data.People;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages.Passkeys;

/// <summary>Signs in with what a device signed. It was unlocked for that, so that no second step is asked for; nor is it guessed, so that an account that rests lets it in.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class UseModel(SignIns signIn) : PageModel
{
    [BindProperty, Required, StringLength(50_000)]
    public string Credential { get; set; } = "";

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => LocalRedirect("/account/sign-in");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || await PasskeyReply.AssertAsync(signIn, Credential) is not { Succeeded: true } result || !await signIn.CanSignInAsync(result.User)) return this.RefuseShape();

        // The device counts how often it signed: a copy is noticed by that.
        if (await signIn.UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey) is { Succeeded: false }) return this.RefuseShape();

        await signIn.SignInAsync(result.User, isPersistent: true, authenticationMethod: "passkey");
        return LocalRedirect(Url.Way(ReturnUrl, result.User.Role is Role.Reader ? "/account" : "/admin"));
    }
}
