using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>Makes the private copy of a published issue in which it is corrected. Where there is one already, that is the one.</summary>
[Authorize(Policies.Publish)]
public sealed class ChangeModel(RoundupDb db, TimeProvider clock) : IssuePage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Db.Audit(User, "issue.reopened", $"began to correct issue {Number}", EditPath, clock.GetUtcNow());
        return await Db.ChangeAsync(Number, clock.GetUtcNow(), cancel) is { } refusal ? this.Refuse(refusal) : Redirect(EditPath);
    }
}
