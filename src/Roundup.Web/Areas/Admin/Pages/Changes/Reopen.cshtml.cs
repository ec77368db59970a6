using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Changes;

/// <summary>Undoes what was said of a change: it is back on the desk, and readers see it if they did before.</summary>
[Authorize(Policies.Publish)]
public sealed class ReopenModel(RoundupDb db, TimeProvider clock) : ChangePage(db)
{
    [BindProperty]
    public string? Shown { get; set; }

    public IActionResult OnGet() => Redirect(ListPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Change.Reopen(Shown is "yes");
        Db.Audit(User, "change.reopened", $"opened a change again of “{Change.Paper.Title}”", $"/admin/papers/{Change.PaperId}", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"{ListPath}#c-{Number}");
    }
}
