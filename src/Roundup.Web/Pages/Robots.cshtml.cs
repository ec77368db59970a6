using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Roundup.Web.Pages;

/// <summary>RFC 9309: what crawlers are asked to leave alone.</summary>
public sealed class RobotsModel : PageModel
{
    public IActionResult OnGet() => Content("User-agent: *\nDisallow: /admin\nDisallow: /account\nDisallow: /set-up\nDisallow: /preview/\n", "text/plain; charset=utf-8");
}
