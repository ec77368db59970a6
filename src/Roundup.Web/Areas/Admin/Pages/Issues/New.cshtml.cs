using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

[Authorize(Policies.Publish)]
public sealed class NewModel(RoundupDb db, TimeProvider clock) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var issue = new Issue(await db.Issues.NextNumberAsync(cancel), clock.GetUtcNow());
        db.Add(issue);
        db.Audit(User, "issue.begun", $"began issue {issue.Number}", $"/admin/issues/{issue.Number}/edit", clock.GetUtcNow());
        return await db.SaveAsync(cancel) is { } refusal ? this.Refuse(refusal) : Redirect($"/admin/issues/{issue.Number}/edit");
    }
}
