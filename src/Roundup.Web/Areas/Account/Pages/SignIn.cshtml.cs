using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

[EnableRateLimiting(GuessLimit.Policy)]
public sealed class SignInModel(SignInManager<Person> signIn, UserManager<Person> people) : PageModel
{
    // Verified when there is no such account, so that both answers take the same time.
    private static readonly Person Nobody = new();
    private static string? _nobodysHash;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated is true ? LocalRedirect(Destination) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return this.RefuseShape();

        var person = await people.FindByEmailAsync(Input.Email);
        var result = person is null ? HashAnyway(Input.Password) : await signIn.PasswordSignInAsync(person, Input.Password, isPersistent: true, lockoutOnFailure: true);
        return result.Succeeded ? LocalRedirect(Destination) : this.Refuse(new Refusal("That did not match. Check both fields and try again; after ten failures an account rests for an hour."));
    }

    private string Destination => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/admin";

    private Microsoft.AspNetCore.Identity.SignInResult HashAnyway(string password)
    {
        _nobodysHash ??= people.PasswordHasher.HashPassword(Nobody, "nobody has this password");
        people.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Give your e-mail address."), StringLength(256, ErrorMessage = "An e-mail address has at most 256 characters.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Give your password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";
    }
}
