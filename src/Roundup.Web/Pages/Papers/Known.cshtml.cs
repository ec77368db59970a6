using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Sources;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Papers;

/// <summary>From an id that the world knows to the paper's page. Not for good: papers that turn out to be one are put together.</summary>
public sealed class KnownModel(RoundupDb db, PaperFinder finder) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? value, CancellationToken cancel)
    {
        var name = (value ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var scheme = Request.Path.Value!.Split('/')[1];
        if (finder.Recognise($"{scheme}:{name}") is not { } id) return NotFound();

        var paper = await db.Papers.InPublished(db.Entries).KnownAs(id.Scheme, id.Value).Select(p => new { p.Id, p.Title }).SingleOrDefaultAsync(cancel);
        return paper is null ? NotFound() : Redirect(Paths.Paper(paper.Id, Model.Text.Slug.Of(paper.Title)));
    }
}
