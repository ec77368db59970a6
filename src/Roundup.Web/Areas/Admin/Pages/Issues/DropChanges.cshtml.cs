using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>Ends the working copy of a published issue; readers never knew of it.</summary>
[Authorize(Policies.Publish)]
public sealed class DropChangesModel(RoundupDb db, TimeProvider clock) : CopyPage(db)
{
    /// <summary>In a sentence; empty for none.</summary>
    public string Changes { get; private set; } = "";

    public void OnGet()
    {
        if (Copy is not null && IssueChanges.Between(Issue, Copy) is { IsNone: false } changes) Changes = $"{char.ToLowerInvariant(changes.Sentence[0])}{changes.Sentence[1..]}";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Copy is null) return Redirect(EditPath);

        OnGet();
        await Db.DropAsync(Issue, Copy, User.Writer(), clock.GetUtcNow(), cancel);
        Db.Audit(User, "issue.changes-dropped", $"dropped the changes of issue {Number}", EditPath, clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(EditPath);
    }
}
