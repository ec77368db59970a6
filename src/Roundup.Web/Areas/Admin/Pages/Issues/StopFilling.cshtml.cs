using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>Calls off what the sources have not answered yet. What is on its way is still taken when it comes.</summary>
[Authorize(Policies.Publish)]
public sealed class StopFillingModel(RoundupDb db) : WorkPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var papers = Issue.Entries.Select(e => e.PaperId).ToList();
        await Db.Errands.Of(ErrandKind.Fill).Where(e => papers.Contains(e.PaperId)).ExecuteDeleteAsync(cancel);
        return Redirect(EditPath);
    }
}
