using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Comments;

/// <summary>
/// Ends all mails. A mail program's one click posts here, without cookie, Origin or a page of ours open, and is answered and not redirected (RFC 8058, 3.1);
/// a person who follows the link gets a button, for mail scanners follow links too.
/// </summary>
// The one click comes from the mail provider's own network, for all of its readers: none of them is to wait.
[DisableRateLimiting]
public sealed class MuteModel(RoundupDb db) : PrivateCommentsPage(db)
{
    public bool IsMute { get; private set; }

    public void OnGet() => IsMute = Commenter is { WantsReplies: false, WantsFates: false };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Commenter.WantMail(replies: false, fates: false);
        if (await Db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        IsMute = true;
        return Page();
    }
}
