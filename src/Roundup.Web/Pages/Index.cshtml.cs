using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model;
using Roundup.Web.Drawings;
using Roundup.Web.Reading;

namespace Roundup.Web.Pages;

/// <summary>The first page: the latest issue and what came before it.</summary>
public sealed class IndexModel(RoundupDb db, CurrentPublication current) : PageModel
{
    private const int Earlier = 5;

    /// <summary>Null until the owner has set the site up.</summary>
    public Publication? Publication { get; private set; }

    /// <summary>Null until something is published.</summary>
    public CoverView? Latest { get; private set; }

    public IReadOnlyList<Issues.IndexModel.Line> Before { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Publication = await current.ReadAsync();
        if (Publication is null) return;
        if (await db.Issues.Published.NewestFirst.AsCovers().FirstOrDefaultAsync(cancel) is not { } latest) return;

        Latest = CoverView.Of(latest, Publication);
        var rows = await db.Issues.Published.Where(i => i.Number < latest.Name.Number).NewestFirst.Take(Earlier).AsArchiveRows(db).ToListAsync(cancel);
        Before = [.. rows.Select(row => new Issues.IndexModel.Line(row, Publication.DayOf(row.PublishedAt)))];
    }
}
