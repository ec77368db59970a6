using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Changes.Links;

/// <summary>Takes a dead link from its paper.</summary>
[Authorize(Policies.Publish)]
public sealed class RemoveModel(RoundupDb db, TimeProvider clock) : LinkPage(db)
{
    public IActionResult OnGet() => Redirect(ChangePage.ListPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Paper.ReplaceLink(Address ?? "", "", now) is { } refusal) return this.Refuse(refusal);

        await Db.NoteChangeAsync(Number, now, cancel);
        Db.Audit(User, "link.removed", $"took a dead link from “{Paper.Title}”: {Address}", $"/admin/papers/{Number}", now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(DonePath("removed"));
    }
}
