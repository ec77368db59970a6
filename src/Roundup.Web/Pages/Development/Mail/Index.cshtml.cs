using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Web.Mail;

namespace Roundup.Web.Pages.Development.Mail;

/// <summary>What was mailed on this machine.</summary>
public sealed class IndexModel(LocalMail mail) : PageModel
{
    public IReadOnlyList<LocalMail.Line> Mails { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Mails = await mail.ListAsync(cancel);
}
