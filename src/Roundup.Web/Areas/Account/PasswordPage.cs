using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Areas.Account.Pages;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account;

/// <summary>A page that asks for the password and then does one thing.</summary>
public abstract class PasswordPage(RoundupDb db, SignIns signIn) : AccountPage(db, signIn)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (await ProveAsync(Input.Password) is { } refusal) return this.Refuse(refusal);

        return await DoAsync(cancel);
    }

    protected abstract Task<IActionResult> DoAsync(CancellationToken cancel);

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Give your password."), StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";
    }
}
