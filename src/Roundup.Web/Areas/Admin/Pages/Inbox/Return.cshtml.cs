using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Inbox;

/// <summary>Brings a paper back into the inbox that was put away, with its note.</summary>
public sealed class ReturnModel(RoundupDb db, SuggestionFates fates, TimeProvider clock) : InboxPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await fates.ReturnAsync(Item.PaperId, Item.DeclinedAt, User.PrintedName(), clock.GetUtcNow(), cancel);
        if (!Item.IsWaiting) Item.Return();
        Db.Audit(User, "inbox.returned", $"brought “{Item.Paper.Title}” back into the inbox", $"/admin/papers/{Item.PaperId}", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/inbox#i-{ItemId}");
    }
}
