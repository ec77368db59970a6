using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>Takes the moment of its own from an issue: a person publishes it, or its slot's rule.</summary>
[Authorize(Policies.Publish)]
public sealed class UnscheduleModel(RoundupDb db, TimeProvider clock) : IssuePage(db)
{
    public IActionResult OnGet() => Redirect($"/admin/issues/{Number}/schedule");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Issue.Unschedule(clock.GetUtcNow()) is { } refusal) return this.Refuse(refusal);

        Db.Audit(User, "issue.unscheduled", $"took issue {Number} off the schedule", EditPath, clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(EditPath);
    }
}
