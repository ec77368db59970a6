using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Comments;

/// <summary>A comment by its number: to its place on its issue's page, whatever that is called now.</summary>
public sealed class ShowModel(RoundupDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) =>
        await db.Comments.Shown.Where(c => c.Id == id && c.Issue.PublishedAt != null).Select(c => new IssueName(c.Issue.Number, c.Issue.Title, c.Issue.Theme)).SingleOrDefaultAsync(cancel) is { } issue
            ? Redirect($"{issue.Path}#c-{id}")
            : NotFound();
}
