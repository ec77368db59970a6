using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>After the password: the code of the authenticator app.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class SecondStepModel(SignIns signIn) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect("/account/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person) return LocalRedirect("/account/sign-in");

        var result = await signIn.TwoFactorAuthenticatorSignInAsync(Digits(Input.Code), isPersistent: true, rememberClient: false);
        if (result.Succeeded) return LocalRedirect(Url.Way(ReturnUrl, person.Role is Role.Reader ? "/account" : "/admin"));

        return this.Refuse(new Refusal(
            result.IsLockedOut ? "Too many wrong codes: this account rests for an hour." : "That code did not match. It changes every 30 seconds and is good once; wait for the next, and check the clock of the device that makes it.",
            nameof(Input.Code)));
    }

    internal static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Type the code."), StringLength(20, ErrorMessage = "A code has six digits.")]
        public string Code { get; set; } = "";
    }
}
