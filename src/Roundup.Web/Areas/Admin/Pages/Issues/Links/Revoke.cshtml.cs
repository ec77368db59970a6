using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Links;

/// <summary>Ends a preview link at once. What was noted through it stays.</summary>
[Authorize(Policies.Publish)]
public sealed class RevokeModel(RoundupDb db, TimeProvider clock) : IssuePage(db)
{
    [FromRoute]
    public int Id { get; set; }

    public PreviewLink Link { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();

        Link.Revoke(User.PrintedName(), clock.GetUtcNow());
        Db.Audit(User, "preview.revoked", $"ended the preview link of issue {Number} for {Link.Name}", $"/admin/issues/{Number}/links", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/issues/{Number}/links#l-{Id}");
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await Db.PreviewLinks.Of(Issue).SingleOrDefaultAsync(l => l.Id == Id, cancel) is not { } link) return false;

        Link = link;
        return true;
    }
}
