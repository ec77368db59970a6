using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Capturing;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Inbox;

/// <summary>
/// Puts pasted papers into the inbox. What is said about a paper becomes its note; words that belong to none are shown afterwards, so that
/// nothing of a paste is dropped in silence.
/// </summary>
public sealed class PasteModel(RoundupDb db, PastedPapers papers) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>How many papers were kept; null before anything was.</summary>
    public int? Kept { get; private set; }

    /// <summary>Words of the paste that name no paper.</summary>
    public string LeftOver { get; private set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var pasted = string.IsNullOrWhiteSpace(Input.Html) ? Input.Text : Input.Html;
        if (string.IsNullOrWhiteSpace(pasted)) return this.Refuse(new Refusal("Paste links or ids first.", nameof(Input.Text)));
        if ((await papers.TakeAsync(pasted, User.PrintedName(), cancel: cancel) ?? await db.SaveAsync(cancel)) is { } refusal) return this.Refuse(refusal);
        if (papers.LeftOver is "") return Redirect($"/admin/inbox?pasted={papers.Named}#said");

        (Kept, LeftOver) = (papers.Named, papers.LeftOver);
        return Page();
    }

    public sealed class InputModel
    {
        public string? Text { get; set; }

        /// <summary>What the clipboard had as HTML, when a script could take it along; it says more than the text.</summary>
        public string? Html { get; set; }
    }
}
