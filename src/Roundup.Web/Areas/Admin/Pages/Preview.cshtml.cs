using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Formats;
using Roundup.Model.Text;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages;

/// <summary>What Markdown will look like: a whole small document, for the element that shows it beside a field. Saves nothing.</summary>
public sealed class PreviewModel : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    public SafeHtml Html { get; private set; }

    public IActionResult OnGet() => NotFound();

    public IActionResult OnPost()
    {
        if (SafeMarkdown.Render(Text ?? "", ProseKind.Editorial, out var prose) is { } refusal) return this.Refuse(refusal);

        Html = prose.Html;
        return Page();
    }
}
