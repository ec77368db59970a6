using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Model;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Mail;

/// <summary>Decides about one mail that was not sent, from a button in the list.</summary>
public abstract class MailPage(RoundupDb db, TimeProvider clock) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    protected RoundupDb Db => db;

    /// <summary>Changes it and puts the deed into the log.</summary>
    protected abstract void Change(QueuedMail mail, DateTimeOffset now);

    public IActionResult OnGet() => Redirect("/admin/mail");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await db.Outbox.SingleOrDefaultAsync(m => m.Id == Id, cancel) is not { } mail) return NotFound();
        if (mail.SentAt is not null) return this.Refuse(new Refusal("This mail was sent."));

        Change(mail, clock.GetUtcNow());
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/mail");
    }
}
