using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>The same for every address, known or not.</summary>
public sealed class SentModel : PageModel
{
    public void OnGet()
    {
    }
}
