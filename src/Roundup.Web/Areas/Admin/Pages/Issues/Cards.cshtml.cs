using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Seen;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>The parts of the cards that sources fill in, for a page that is open: no form, so that nothing that is typed can be touched.</summary>
public sealed class CardsModel(RoundupDb db, SeenBefore seen, TimeProvider clock) : WorkPage(db)
{
    /// <summary>What the asking page shows; nothing is sent where that is still so.</summary>
    [FromQuery]
    public string? Seen { get; set; }

    public FillingState Filling { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Filling = await FillingState.ReadAsync(Db, Issue, clock.GetUtcNow(), cancel);
        if (Seen == Filling.MarkOf(Issue)) return new NoContentResult();

        ViewData["Seen"] = await seen.ElsewhereAsync(Issue);
        return Page();
    }
}
