using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Issues;

/// <summary>The archive.</summary>
public sealed class IndexModel(RoundupDb db, CurrentPublication current) : PageModel
{
    private const int Size = 50;

    public sealed record Line(ArchiveRow Issue, DateOnly PublishedOn);

    public Paging Paging { get; private set; } = null!;

    public int Papers { get; private set; }

    public DateOnly Since { get; private set; }

    public IReadOnlyList<IGrouping<int, Line>> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        var publication = await current.ShownAsync();
        var published = db.Issues.Published;
        var sums = await published.GroupBy(_ => 1).Select(all => new { Issues = all.Count(), Since = all.Min(i => i.PublishedAt) }).SingleOrDefaultAsync();
        Paging = new("/issues", number, Size, sums?.Issues ?? 0);
        if (!Paging.IsThere) return NotFound();
        if (sums is null) return Page();

        Since = publication.DayOf(sums.Since!.Value);
        Papers = await db.Entries.Where(e => e.Issue.PublishedAt != null).Select(e => e.PaperId).Distinct().CountAsync();
        var rows = await published.NewestFirst.Skip(Paging.Skipped).Take(Size).AsArchiveRows().ToListAsync();
        Years = [.. rows.Select(row => new Line(row, publication.DayOf(row.PublishedAt))).GroupBy(line => line.PublishedOn.Year)];
        return Page();
    }
}
