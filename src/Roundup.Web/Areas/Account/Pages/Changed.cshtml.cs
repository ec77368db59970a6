using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Roundup.Web.Areas.Account.Pages;

public sealed class ChangedModel : PageModel
{
    public void OnGet()
    {
    }
}
