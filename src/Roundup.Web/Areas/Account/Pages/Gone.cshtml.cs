using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Roundup.Web.Areas.Account.Pages;

public sealed class GoneModel : PageModel
{
    public void OnGet()
    {
    }
}
