using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Mail;

/// <summary>Takes a mail from those that wait or are not known to have arrived.</summary>
[Authorize(Policies.Publish)]
public sealed class GiveUpModel(RoundupDb db, TimeProvider clock) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    public IActionResult OnGet() => Redirect("/admin/mail");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await db.Outbox.SingleOrDefaultAsync(m => m.Id == Id, cancel) is not { } mail) return NotFound();
        if (mail.SentAt is not null) return this.Refuse(new Refusal("This mail was sent."));

        mail.GiveUp(clock.GetUtcNow());
        db.Audit(User, "mail.given-up", $"gave up the mail “{mail.Subject}”", "/admin/mail", clock.GetUtcNow());
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/mail");
    }
}
