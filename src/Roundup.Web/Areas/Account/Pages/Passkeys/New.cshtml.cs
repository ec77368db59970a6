using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages.Passkeys;

/// <summary>Takes a passkey that a device has made. What it answers was asked by <see cref="OptionsModel"/>, which had the password.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class NewModel(RoundupDb db, SignIns signIn, AccountMail mail) : AccountPage(db, signIn)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty, StringLength(50_000)]
    public string? Credential { get; set; }

    public string Suggested => BrowserName.InWords(Request.Headers.UserAgent.ToString());

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (string.IsNullOrEmpty(Credential)) return this.Refuse(new Refusal("Your browser has made no passkey. It needs script for that."));
        if (await PasskeyReply.AttestAsync(Signing, Credential) is not { Succeeded: true } made || made.UserEntity.Id != $"{Oneself.Id}")
            return this.Refuse(new Refusal("That passkey was not taken. It has to be made within some minutes, in one browser: try again."));

        made.Passkey.Name = PasskeyId.Named(Input.Name, Suggested);
        await mail.NoticeAsync(Oneself, "A passkey was added", cancel);
        if (await People.AddOrUpdatePasskeyAsync(Oneself, made.Passkey) is { Succeeded: false } odd) return this.Refuse(odd);

        return LocalRedirect("/account/passkeys");
    }

    public sealed class InputModel
    {
        [StringLength(200, ErrorMessage = "A name has at most 80 characters.")]
        public string? Name { get; set; }

        /// <summary>Asked for here, looked at by <see cref="OptionsModel"/>.</summary>
        [StringLength(SetUpModel.PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string? Password { get; set; }
    }
}
