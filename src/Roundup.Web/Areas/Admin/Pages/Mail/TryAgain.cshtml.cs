using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Mail;

/// <summary>Has a mail sent that was given up, or of which nobody knows.</summary>
[Authorize(Policies.Publish)]
public sealed class TryAgainModel(RoundupDb db, TimeProvider clock) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    public IActionResult OnGet() => Redirect("/admin/mail");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await db.Outbox.SingleOrDefaultAsync(m => m.Id == Id, cancel) is not { } mail) return NotFound();
        if (mail.SentAt is not null) return this.Refuse(new Refusal("This mail was sent."));

        mail.TryAgain(clock.GetUtcNow());
        db.Audit(User, "mail.repeated", $"sent the mail “{mail.Subject}” again", "/admin/mail", clock.GetUtcNow());
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/mail");
    }
}
