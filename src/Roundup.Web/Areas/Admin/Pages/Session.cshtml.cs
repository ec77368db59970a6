using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages;

/// <summary>Who is signed in, and a fresh token for the forms of a page that has been open for long. For scripts; 401 for nobody.</summary>
public sealed class SessionModel(IAntiforgery antiforgery) : PageModel
{
    public IActionResult OnGet() =>
        new JsonResult(new { Person = User.Id(), Name = User.PrintedName(), Token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });

    public IActionResult OnPost() => NotFound();
}
