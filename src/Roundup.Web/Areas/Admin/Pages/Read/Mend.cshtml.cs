using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Formats.Reading;

namespace Roundup.Web.Areas.Admin.Pages.Read;

/// <summary>Reads the outline again with what the editor mended in it.</summary>
public sealed class MendModel(RoundupReader reader) : PageModel
{
    [BindProperty]
    public OutlineView Outline { get; set; } = new();

    public IActionResult OnGet() => RedirectToPage("Index");

    public void OnPost()
    {
        Outline.Assemble(reader);
        // The rows may have been parted: what the form sent no longer says what stands where.
        ModelState.Clear();
    }
}
