using Microsoft.AspNetCore.Authorization;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Mail;

/// <summary>Takes a mail from those that wait or are not known to have arrived.</summary>
[Authorize(Policies.Publish)]
public sealed class GiveUpModel(RoundupDb db, TimeProvider clock) : MailPage(db, clock)
{
    protected override void Change(QueuedMail mail, DateTimeOffset now)
    {
        mail.GiveUp(now);
        Db.Audit(User, "mail.given-up", $"gave up the mail “{mail.Subject}”", "/admin/mail", now);
    }
}
