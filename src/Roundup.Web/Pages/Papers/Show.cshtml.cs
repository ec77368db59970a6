using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Papers;

public sealed class ShowModel(RoundupDb db, CurrentPublication current) : PageModel
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

    /// <summary>
    /// What Google Scholar's inclusion guidelines and Zotero read (Highwire Press tags). They say of what the page as a whole is about, so they
    /// stand here only.
    /// </summary>
    public IEnumerable<(string Name, string Content)> Citation
    {
        get
        {
            yield return ("citation_title", Paper.Title);
            foreach (var author in Paper.Authors) yield return ("citation_author", author);
            if (Paper.PublishedOn is { } day) yield return ("citation_publication_date", day is { Month: 1, Day: 1 } ? $"{day.Year}" : day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
            if (Paper.Name(PaperScheme.Doi) is { } doi) yield return ("citation_doi", doi);
            if (Paper.Name(PaperScheme.Arxiv) is { } arxiv) yield return ("citation_arxiv_id", arxiv);
            if (Paper.Pdf is { } pdf) yield return ("citation_pdf_url", pdf);
        }
    }

    private List<string> Numbers => [.. Issues.Select(i => i.Issue.Number).Distinct().Select(n => n.ToString(CultureInfo.InvariantCulture))];
}
