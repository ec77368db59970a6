using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Changes;

/// <summary>It is so: readers see it with its date.</summary>
[Authorize(Policies.Publish)]
public sealed class NoteModel(RoundupDb db, TimeProvider clock) : ChangePage(db)
{
    public IActionResult OnGet() => Redirect(ListPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var wasShown = Change.ShownAt is not null;
        Change.Confirm(User.PrintedName(), clock.GetUtcNow());
        Db.Audit(User, "change.noted", $"told readers of a change of “{Change.Paper.Title}”", $"/admin/papers/{Change.PaperId}", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(DonePath(wasShown));
    }
}
