using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>Asks for what the papers of an issue lack. What the sources failed to say stands on each card afterwards.</summary>
[Authorize(Policies.Publish)]
public sealed class FillModel(RoundupDb db, IEnumerable<IPaperSource> sources, TimeProvider clock) : IssuePage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var filling = new Filling(sources, clock);
        if (!filling.IsPossible) return this.Refuse(new Refusal("This site has no source to ask. The cards can be filled in by hand."));

        await filling.AskAsync(Issue.Entries.Select(e => e.Paper), cancel);
        return await Db.SaveAsync(cancel) is { } refusal ? this.Refuse(refusal) : Redirect(EditPath);
    }
}
