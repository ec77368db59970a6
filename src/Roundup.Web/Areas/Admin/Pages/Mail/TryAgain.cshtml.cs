using Microsoft.AspNetCore.Authorization;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Mail;

/// <summary>Has a mail sent that was given up, or of which nobody knows.</summary>
[Authorize(Policies.Publish)]
public sealed class TryAgainModel(RoundupDb db, TimeProvider clock) : MailPage(db, clock)
{
    protected override void Change(QueuedMail mail, DateTimeOffset now)
    {
        mail.TryAgain(now);
        Db.Audit(User, "mail.repeated", $"sent the mail “{mail.Subject}” again", "/admin/mail", now);
    }
}
