using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Model;
using Roundup.Web.Reading;

namespace Roundup.Web.Pages;

public sealed class AboutModel(CurrentPublication current) : PageModel
{
    public Publication Publication { get; private set; } = null!;

    public async Task OnGetAsync() => Publication = await current.ShownAsync();
}
