using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Web.Mail;

namespace Roundup.Web.Pages.Development.Mail;

public sealed class ShowModel(LocalMail mail) : PageModel
{
    public LocalMail.Line Mail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? file, CancellationToken cancel)
    {
        if (await mail.FindAsync(file ?? "", cancel) is not { } found) return NotFound();

        Mail = found;
        return Page();
    }
}
