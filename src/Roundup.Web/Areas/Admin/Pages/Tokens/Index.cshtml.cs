using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Tokens;

/// <summary>One's own tokens. Nobody sees another's.</summary>
public sealed class IndexModel(RoundupDb db) : PageModel
{
    public IReadOnlyList<ApiToken> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = await db.ApiTokens.AsNoTracking().Where(t => t.PersonId == User.Id()).OrderBy(t => t.RevokedAt != null).ThenByDescending(t => t.Id).ToListAsync(cancel);
}
