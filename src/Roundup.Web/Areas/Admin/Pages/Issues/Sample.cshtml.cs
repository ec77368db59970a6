using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Web.Sample;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

[Authorize(Policies.Publish)]
public sealed class SampleModel(SampleSite sample, RoundupDb db, TimeProvider clock) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        db.Audit(User, "issue.begun", "added the sample issue as a draft", "/admin/issues", clock.GetUtcNow());
        await sample.DraftAsync(cancel);
        return Redirect("/admin/issues");
    }
}
