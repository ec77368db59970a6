using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Topics;

/// <summary>All topics, those without a paper too.</summary>
[Authorize(Policies.Publish)]
public sealed class IndexModel(RoundupDb db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = [.. (await db.Topics.Select(t => new Row(t.Id, t.Name, t.Slug, t.About, t.Papers.Count(p => p.MergedIntoId == null))).ToListAsync(cancel))
            .OrderBy(t => t.Name, StringComparer.InvariantCultureIgnoreCase)];

    public sealed record Row(int Id, string Name, string Slug, string About, int Papers);
}
