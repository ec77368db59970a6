using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Web.Reading;

namespace Roundup.Web.Pages.Comments;

/// <summary>A comment by its number: to its place on its issue's page, whatever that is called now. What readers once saw and was taken back is gone for good.</summary>
public sealed class ShowModel(RoundupDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var comment = db.Comments.Where(c => c.Id == id && c.Issue.PublishedAt != null);
        if (await comment.Shown.Select(c => new IssueName(c.Issue.Number, c.Issue.Title, c.Issue.Theme)).SingleOrDefaultAsync(cancel) is { } issue) return Redirect($"{issue.Path}#c-{id}");

        return await comment.TakenBack.AnyAsync(cancel) ? StatusCode(StatusCodes.Status410Gone) : NotFound();
    }
}
