using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Pages.Papers;

public sealed class ShowModel(RoundupDb db, CurrentPublication current, IOptions<SiteOptions> site) : PageModel
{
    public PaperText Paper { get; private set; } = null!;

    public IReadOnlyList<Coverage> Issues { get; private set; } = [];

    public Publication Publication { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, string? slug)
    {
        if (await db.ReadPaperAsync(id) is not { } paper) return await MovedAsync(id);
        if (paper.Slug != (slug ?? "")) return RedirectPermanent(paper.Path);

        (Paper, Issues, Publication) = (paper, await db.ReadCoverageAsync(id), await current.ShownAsync());
        return Page();
    }

    // Not for good: what was put together can be parted again.
    private async Task<IActionResult> MovedAsync(int id) =>
        await db.StandsForAsync(id) is var kept && kept != id && await db.ReadPaperAsync(kept) is { } paper ? Redirect(paper.Path) : NotFound();

    /// <summary>Issues 1 and 9.</summary>
    public string Covered => $"{(Numbers.Count == 1 ? "issue" : "issues")} {InWords.List(Numbers)}";

    /// <summary>See <see cref="LinkedData"/>.</summary>
    public JsonNode Linked => new LinkedData(Publication, site.Value.OriginOf(Request)).Paper(Paper, Issues);

    /// <summary>See <see cref="CitationTags"/>.</summary>
    public IEnumerable<(string Name, string Content)> Citation => CitationTags.Of(Paper);

    private List<string> Numbers => [.. Issues.Select(i => i.Issue.Number).Distinct().Select(n => n.ToString(CultureInfo.InvariantCulture))];
}
