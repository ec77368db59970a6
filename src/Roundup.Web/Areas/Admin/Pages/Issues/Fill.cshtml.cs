using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>Has the sources asked for what the papers of an issue lack: at once, whatever was put off.</summary>
[Authorize(Policies.Publish)]
public sealed class FillModel(RoundupDb db, IEnumerable<IPaperSource> sources, TimeProvider clock) : WorkPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Issue.Closed is { } closed) return this.Refuse(closed);
        if (!sources.Any()) return this.Refuse(new Refusal("This site has no source to ask. The cards can be filled in by hand."));

        await Db.WantAsync(ErrandKind.Fill, [.. Issue.Entries.Select(e => e.Paper).Where(p => p.WantsFilling).Distinct()], clock.GetUtcNow(), cancel);
        return await Db.SaveAsync(cancel) is { } refusal ? this.Refuse(refusal) : Redirect(EditPath);
    }
}
