using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Papers;

/// <summary>From an id that the world knows to the paper's page. Not for good: papers that turn out to be one are put together.</summary>
public sealed partial class KnownModel(RoundupDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string scheme, string? value)
    {
        var name = (value ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var canonical = scheme is PaperScheme.Arxiv ? ArxivVersion().Replace(name, "") : name.ToLowerInvariant();
        var paper = await db.Papers.InPublished(db.Entries).KnownAs(scheme, canonical).Select(p => new { p.Id, p.Title }).SingleOrDefaultAsync();
        return paper is null ? NotFound() : Redirect(Paths.Paper(paper.Id, Model.Text.Slug.Of(paper.Title)));
    }

    [GeneratedRegex("v[0-9]+$")]
    private static partial Regex ArxivVersion();
}
