using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>
/// Shows that an address is its account's. The password is asked for, because whoever registers somebody else's address beforehand would
/// else have an account that its owner confirms, with a password that the owner does not know.
/// </summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class ConfirmModel(SignIns signIn) : LinkPage(signIn)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override (string Provider, string Purpose) Use => (Signing.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Person>.ConfirmEmailTokenPurpose);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var people = Signing.UserManager;
        if (Person.EmailConfirmed) return LocalRedirect("/account/sign-in");
        if (!ModelState.IsValid) return this.RefuseShape();
        if (await people.IsLockedOutAsync(Person)) return this.Refuse(new Refusal("Too many wrong passwords: this account rests for an hour.", nameof(Input.Password)));
        if (!await people.CheckPasswordAsync(Person, Input.Password))
        {
            await people.AccessFailedAsync(Person);
            return this.Refuse(new Refusal("That is not the password of this account.", nameof(Input.Password)));
        }

        if (await people.ConfirmEmailAsync(Person, Code ?? "") is { Succeeded: false } odd) return this.Refuse(odd);

        var result = await Signing.PasswordSignInAsync(Person, Input.Password, isPersistent: true, lockoutOnFailure: true);
        return LocalRedirect(result.RequiresTwoFactor ? "/account/second-step" : "/account?done=confirmed");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Give your password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";
    }
}
