using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

[EnableRateLimiting(RateLimits.Policy)]
public sealed class PasswordModel(RoundupDb db, SignIns signIn, AccountMail mail, TimeProvider clock) : AccountPage(db, signIn)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (await ProveAsync(Input.Password) is { } refusal) return this.Refuse(refusal);

        await EndOthersAsync(clock.GetUtcNow());
        await mail.NoticeAsync(Oneself, "Your password was changed", cancel);
        // With the password goes the stamp that every cookie carries.
        if (await People.ChangePasswordAsync(Oneself, Input.Password, Input.New) is { Succeeded: false } odd) return this.Refuse(odd, nameof(Input.New));

        await Signing.RefreshSignInAsync(Oneself);
        return Done("password");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Give your password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";

        [Required(ErrorMessage = "Choose a new password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string New { get; set; } = "";
    }
}
