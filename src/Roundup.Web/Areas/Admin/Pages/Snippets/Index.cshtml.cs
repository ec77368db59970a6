using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Snippets;

public sealed class IndexModel(RoundupDb db) : PageModel
{
    public IReadOnlyList<Snippet> Snippets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var owner = User.Id();
        Snippets = await db.Snippets.AsNoTracking().Where(s => s.PersonId == owner).OrderBy(s => s.Name).ToListAsync(cancel);
    }
}
