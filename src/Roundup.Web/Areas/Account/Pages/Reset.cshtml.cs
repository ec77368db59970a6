using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>A new password by a mailed link, which also shows that the address is its account's. A second step is still asked for.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class ResetModel(RoundupDb db, SignIns signIn, AccountMail mail, TimeProvider clock) : LinkPage(signIn)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override (string Provider, string Purpose) Use => (Signing.Options.Tokens.PasswordResetTokenProvider, UserManager<Person>.ResetPasswordTokenPurpose);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();

        (Person.EmailConfirmed, Person.AccessFailedCount, Person.LockoutEnd) = (true, 0, null);
        foreach (var session in await db.Attendances.Where(a => a.PersonId == Person.Id && a.EndedAt == null).ToListAsync(cancel)) session.End(clock.GetUtcNow());
        await mail.NoticeAsync(Person, "A new password was set", cancel);
        // All of it in one save, by the keeper of accounts; nothing where the password is refused.
        if (await Signing.UserManager.ResetPasswordAsync(Person, Code ?? "", Input.Password) is { Succeeded: false } odd) return this.Refuse(odd);

        await Signing.SignOutAsync();
        return LocalRedirect("/account/changed");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose a password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";
    }
}
