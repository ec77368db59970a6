using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages.Passkeys;

/// <summary>What a device has to sign, for the script of the sign-in form. It names nobody: the device says who it is for.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class ChallengeModel(SignIns signIn) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/account/sign-in");

    public async Task<IActionResult> OnPostAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
}
