using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Inbox;

/// <summary>Takes a paper out of the inbox without an issue. It stays known, with its note, and can be brought back.</summary>
public sealed class PutAwayModel(RoundupDb db, SuggestionFates fates, TimeProvider clock) : InboxPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Item.IsWaiting) return this.Refuse(new Refusal("This paper does not wait any more."));

        var now = clock.GetUtcNow();
        Item.Decline(now);
        await fates.PutAwayAsync(Item.PaperId, User.PrintedName(), now, cancel);
        Db.Audit(User, "inbox.put-away", $"put “{Item.Paper.Title}” away from the inbox", $"/admin/papers/{Item.PaperId}", now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/inbox?away={ItemId}#said");
    }
}
