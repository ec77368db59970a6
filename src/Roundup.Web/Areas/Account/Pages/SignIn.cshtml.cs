using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

[EnableRateLimiting(RateLimits.Policy)]
public sealed class SignInModel(SignIns signIn, PasswordEffort effort) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated is true ? LocalRedirect(Destination(User.IsInRole(nameof(Role.Reader)))) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();

        var person = await signIn.UserManager.FindByEmailAsync(Input.Email);
        var result = person is null ? Microsoft.AspNetCore.Identity.SignInResult.NotAllowed : await signIn.PasswordSignInAsync(person, Input.Password, isPersistent: true, lockoutOnFailure: true);
        if (result.Succeeded) return LocalRedirect(Destination(person!.Role is Role.Reader));
        if (result.RequiresTwoFactor) return LocalRedirect($"/account/second-step{(Url.IsWay(ReturnUrl) ? $"?ReturnUrl={Uri.EscapeDataString(ReturnUrl)}" : "")}");

        // Identity looks at no password where nobody may sign in, and a stranger is not to tell that from a wrong one.
        if (result.IsNotAllowed || result.IsLockedOut) effort.Spend(Input.Password);
        await effort.EvenOutAsync(cancel);
        return this.Refuse(new Refusal("That did not match. Check both fields and try again; after ten failures an account rests for an hour. If you registered lately, open the mail that we sent first."));
    }

    private string Destination(bool isReader) => Url.Way(ReturnUrl, isReader ? "/account" : "/admin");

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Give your e-mail address."), StringLength(256, ErrorMessage = "An e-mail address has at most 256 characters.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Give your password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";
    }
}
