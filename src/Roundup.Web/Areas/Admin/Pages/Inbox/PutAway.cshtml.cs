using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Inbox;

/// <summary>Takes a paper out of the inbox without an issue. It stays known, with its note, and can be brought back.</summary>
public sealed class PutAwayModel(RoundupDb db, TimeProvider clock) : InboxPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Item.IsWaiting) return this.Refuse(new Refusal("This paper does not wait any more."));

        Item.Decline(clock.GetUtcNow());
        Db.Audit(User, "inbox.put-away", $"put “{Item.Paper.Title}” away from the inbox", $"/admin/papers/{Item.PaperId}", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/inbox?away={ItemId}#said");
    }
}
