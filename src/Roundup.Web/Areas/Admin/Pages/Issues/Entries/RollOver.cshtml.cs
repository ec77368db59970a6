using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model.Issues;
using Roundup.Web.Releasing;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>Leaves a paper, with what was said about it, for the issue after this one.</summary>
[Authorize(Policies.Publish)]
public sealed class RollOverModel(RoundupDb db, IssueRelease release, TimeProvider clock) : EntryPage(db)
{
    /// <summary>Where it stands now; null before it was moved.</summary>
    public Issue? Next { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await release.RollOverAsync(Issue, Entry, clock.GetUtcNow(), cancel) is { } refusal) return this.Refuse(refusal);
        Db.Audit(User, "paper.rolled-over", $"left “{Entry.Paper.Title}” for the issue after {Number}", EditPath, clock.GetUtcNow());
        if (await Db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        Next = Entry.Issue;
        return Page();
    }
}
