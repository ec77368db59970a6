using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Releasing;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

[Authorize(Policies.Publish)]
public sealed class PublishModel(RoundupDb db, IssueRelease release, TimeProvider clock) : IssuePage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await release.ReleaseAsync(Issue, User.PrintedName(), clock.GetUtcNow(), cancel) is { } refusal) return this.Refuse(refusal);

        Db.Audit(User, "issue.published", $"published issue {Number}", EditPath, clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(Paths.Issue(Number, Issue.Slug));
    }
}
