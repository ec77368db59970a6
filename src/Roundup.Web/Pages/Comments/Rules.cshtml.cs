using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Model;
using Roundup.Web.Reading;

namespace Roundup.Web.Pages.Comments;

/// <summary>What may be said here, and what happens with it.</summary>
public sealed class RulesModel(CurrentPublication current) : PageModel
{
    public Publication Publication { get; private set; } = null!;

    public async Task OnGetAsync() => Publication = await current.ShownAsync();
}
