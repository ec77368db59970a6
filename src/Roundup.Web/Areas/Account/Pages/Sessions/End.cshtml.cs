using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages.Sessions;

public sealed class EndModel(RoundupDb db, SignIns signIn, TimeProvider clock) : AccountPage(db, signIn)
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public IActionResult OnGet() => LocalRedirect("/account/sessions");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Db.Attendances.SingleOrDefaultAsync(a => a.Id == Id && a.PersonId == Oneself.Id, cancel) is not { } session) return NotFound();

        session.End(clock.GetUtcNow());
        await Db.SaveChangesAsync(cancel);
        return LocalRedirect("/account/sessions");
    }
}
