using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages;

public sealed class IndexModel(RoundupDb db, SignIns signIn, TimeProvider clock) : AccountPage(db, signIn)
{
    /// <summary>What was done on the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public string? What { get; set; }

    public int Passkeys { get; private set; }

    public int CodesLeft { get; private set; }

    public int Sessions { get; private set; }

    public string? Said => What switch
    {
        "confirmed" => "Your address is confirmed.",
        "name" => "Your name is changed. What you wrote before keeps the name of its time.",
        "password" => "Your password is changed, and your other sessions are over.",
        "second-step-off" => "The second step is off.",
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Passkeys = (await People.GetPasskeysAsync(Oneself)).Count;
        CodesLeft = await People.CountRecoveryCodesAsync(Oneself);
        Sessions = await Db.Attendances.Lasting(Oneself.Id, clock.GetUtcNow() - SignIns.Longest).CountAsync(cancel);
    }
}
