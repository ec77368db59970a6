using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Roundup.Web.Starting;

namespace Roundup.Web.Pages;

/// <summary>What there is for programs, told to whoever writes them.</summary>
public sealed class ApiModel(IOptions<SiteOptions> site) : PageModel
{
    public string Origin => site.Value.OriginOf(Request);

    public void OnGet()
    {
    }
}
