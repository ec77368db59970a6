using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Changes;

/// <summary>It is not so, or not worth a word: readers don't see it.</summary>
[Authorize(Policies.Publish)]
public sealed class DismissModel(RoundupDb db, TimeProvider clock) : ChangePage(db)
{
    public IActionResult OnGet() => Redirect(ListPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var wasShown = Change.ShownAt is not null;
        Change.Dismiss(User.PrintedName(), clock.GetUtcNow());
        Db.Audit(User, "change.dismissed", $"dismissed a change of “{Change.Paper.Title}”", $"/admin/papers/{Change.PaperId}", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(DonePath(wasShown));
    }
}
