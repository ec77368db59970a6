using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>Shows what <see cref="CarriedWords"/> carries. Asked for by itself, it has nothing to show.</summary>
public sealed class CarryModel : PageModel
{
    internal CarriedWords.Load? Load { get; private set; }

    public string Longest => Load?.Fields.Where(f => f.Key is not "_token").Select(f => f.Value).MaxBy(v => v.Length) ?? "";

    public IActionResult OnGet()
    {
        Load = HttpContext.Items[typeof(CarriedWords.Load)] as CarriedWords.Load;
        return Load is null ? LocalRedirect("/account/sign-in") : Page();
    }
}
