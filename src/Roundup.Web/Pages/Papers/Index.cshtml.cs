using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Papers;

public sealed class IndexModel(RoundupDb db) : PageModel
{
    private const int Size = 50;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<PaperRow> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var number = Paging.NumberAsked(Request);
        Paging = new("/papers", number, Size, await db.Papers.InPublished(db.Entries).CountAsync(cancel));
        if (!Paging.IsThere) return NotFound();

        Papers = await db.ReadPaperRowsAsync(null, Paging.Skipped, Size, cancel);
        return Page();
    }
}
