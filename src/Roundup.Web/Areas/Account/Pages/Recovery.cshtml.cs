using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>The second step of somebody who has lost what makes the codes.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class RecoveryModel(RoundupDb db, SignIns signIn, AccountMail mail) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect("/account/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person) return LocalRedirect("/account/sign-in");
        // Identity looks at that with a code of the app, and not with one of these: an account may be closed between the steps.
        if (!await signIn.CanSignInAsync(person)) return LocalRedirect("/account/sign-in");
        if (await signIn.UserManager.IsLockedOutAsync(person)) return this.Refuse(new Refusal("Too many wrong codes: this account rests for an hour.", nameof(Input.Code)));

        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(RecoveryCodes.HashOf(Input.Code));
        if (!result.Succeeded)
        {
            await signIn.UserManager.AccessFailedAsync(person);
            return this.Refuse(new Refusal("That code did not match, or was used already.", nameof(Input.Code)));
        }

        await mail.NoticeAsync(person, "A recovery code was used", cancel);
        await db.SaveAsync(cancel);
        return LocalRedirect(Url.Way(ReturnUrl, "/account/two-factor"));
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Type a code."), StringLength(40, ErrorMessage = "A recovery code has ten letters.")]
        public string Code { get; set; } = "";
    }
}
