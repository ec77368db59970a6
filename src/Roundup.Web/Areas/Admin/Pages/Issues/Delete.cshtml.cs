using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

[Authorize(Policies.Publish)]
public sealed class DeleteModel(RoundupDb db, SuggestionThanks thanks, TimeProvider clock) : IssuePage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Issue.Discard() is { } refusal) return this.Refuse(refusal);

        await thanks.TakeBackAsync(Issue, [.. Issue.Entries.Select(e => e.PaperId)], cancel);
        Db.Remove(Issue);
        Db.Audit(User, "issue.deleted", $"deleted the draft of issue {Number}, “{Issue.Heading}”", EditPath, clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/issues");
    }
}
