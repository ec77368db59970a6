using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Formats.Reading;
using Roundup.Sources;
using Roundup.Web.Seen;

namespace Roundup.Web.Areas.Admin.Pages.Read;

/// <summary>Reads the outline again with what the editor mended in it.</summary>
public sealed class MendModel(RoundupReader reader, SeenBefore seen, PaperFinder finder) : PageModel
{
    [BindProperty]
    public OutlineView Outline { get; set; } = new();

    public IActionResult OnGet() => RedirectToPage("Index");

    public async Task OnPostAsync(CancellationToken cancel)
    {
        Outline.Assemble(reader);
        await Outline.LookBackAsync(seen, finder, cancel);
        // The rows may have been parted: what the form sent no longer says what stands where.
        ModelState.Clear();
    }
}
