using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages.TwoFactor;

[EnableRateLimiting(RateLimits.Policy)]
public sealed class CodesModel(RoundupDb db, SignIns signIn, RecoveryCodes recovery, AccountMail mail) : PasswordPage(db, signIn)
{
    /// <summary>Shown once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public IActionResult OnGet() => Oneself.TwoFactorEnabled ? Page() : LocalRedirect("/account/two-factor");

    protected override async Task<IActionResult> DoAsync(CancellationToken cancel)
    {
        if (!Oneself.TwoFactorEnabled) return LocalRedirect("/account/two-factor");

        var codes = await recovery.ReplaceAsync(Oneself, cancel);
        await mail.NoticeAsync(Oneself, "New recovery codes were made", cancel);
        if (await People.UpdateAsync(Oneself) is { Succeeded: false } odd) return this.Refuse(odd);

        Codes = codes;
        return Page();
    }
}
