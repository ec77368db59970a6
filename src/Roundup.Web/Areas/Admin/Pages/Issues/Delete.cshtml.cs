using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

[Authorize(Policies.Publish)]
public sealed class DeleteModel(RoundupDb db) : IssuePage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Issue.Discard() is { } refusal) return this.Refuse(refusal);

        Db.Remove(Issue);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/issues");
    }
}
