using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Suggestions;

/// <summary>Takes something out that is no suggestion.</summary>
[Authorize(Policies.Publish)]
public sealed class DismissModel(RoundupDb db, TimeProvider clock) : DecisionPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Db.Remove(Suggestion);
        Db.Audit(User, "suggestion.dismissed", $"took “{Title}” out of the suggestions", "/admin/inbox", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/inbox?dismissed=true#said");
    }
}
