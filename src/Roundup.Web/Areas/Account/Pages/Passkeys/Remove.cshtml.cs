using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages.Passkeys;

[EnableRateLimiting(RateLimits.Policy)]
public sealed class RemoveModel(RoundupDb db, SignIns signIn, AccountMail mail) : PasswordPage(db, signIn)
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    public UserPasskeyInfo Passkey { get; private set; } = null!;

    public void OnGet()
    {
    }

    protected override async Task<bool> FindAsync()
    {
        if (PasskeyId.Read(Id) is not { Length: > 0 } id || await People.GetPasskeyAsync(Oneself, id) is not { } passkey) return false;

        Passkey = passkey;
        return true;
    }

    protected override async Task<IActionResult> DoAsync(CancellationToken cancel)
    {
        await mail.NoticeAsync(Oneself, "A passkey was removed", cancel);
        return await People.RemovePasskeyAsync(Oneself, Passkey.CredentialId) is { Succeeded: false } odd ? this.Refuse(odd) : LocalRedirect("/account/passkeys");
    }
}
