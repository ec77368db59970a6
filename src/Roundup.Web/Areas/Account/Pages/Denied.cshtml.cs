using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Roundup.Web.Areas.Account.Pages;

public sealed class DeniedModel : PageModel
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
