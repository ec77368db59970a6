using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

public sealed class IndexModel(RoundupDb db) : PageModel
{
    public IReadOnlyList<IssueRow> Drafts { get; private set; } = [];

    public IReadOnlyList<IssueRow> Published { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Drafts = await IssueRow.From(db.Issues.Drafts.NewestFirst).ToListAsync(cancel);
        Published = await IssueRow.From(db.Issues.Published.NewestFirst).ToListAsync(cancel);
    }
}
