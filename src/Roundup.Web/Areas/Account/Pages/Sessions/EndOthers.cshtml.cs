using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages.Sessions;

/// <summary>Ends every session but this one, also such as are in no list: they bear the old stamp.</summary>
public sealed class EndOthersModel(RoundupDb db, SignIns signIn, TimeProvider clock) : AccountPage(db, signIn)
{
    public IActionResult OnGet() => LocalRedirect("/account/sessions");

    public async Task<IActionResult> OnPostAsync()
    {
        await EndOthersAsync(clock.GetUtcNow());
        if (await People.UpdateSecurityStampAsync(Oneself) is { Succeeded: false }) return LocalRedirect("/account/sessions?done=race");

        await Signing.RefreshSignInAsync(Oneself);
        return LocalRedirect("/account/sessions?done=ended");
    }
}
