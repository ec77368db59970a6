using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages.TwoFactor;

[EnableRateLimiting(RateLimits.Policy)]
public sealed class OffModel(RoundupDb db, SignIns signIn, IUserStore<Person> store, AccountMail mail) : PasswordPage(db, signIn)
{
    public IActionResult OnGet() => Oneself.TwoFactorEnabled ? Page() : LocalRedirect("/account/two-factor");

    protected override async Task<IActionResult> DoAsync(CancellationToken cancel)
    {
        await ((IUserTwoFactorRecoveryCodeStore<Person>)store).ReplaceCodesAsync(Oneself, [], cancel);
        await mail.NoticeAsync(Oneself, "The second step was turned off", cancel);
        if (await People.SetTwoFactorEnabledAsync(Oneself, false) is { Succeeded: false } odd) return this.Refuse(odd);

        await Signing.RefreshSignInAsync(Oneself);
        return Done("second-step-off");
    }
}
