using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Tokens;

/// <summary>Ends a token of one's own; another's is not found.</summary>
public sealed class RevokeModel(RoundupDb db, TimeProvider clock) : PageModel
{
    [FromRoute(Name = "id")]
    public int TokenId { get; set; }

    public ApiToken Token { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (Token.RevokedAt is not null) return this.Refuse(new Refusal("This token is revoked already."));

        Token.RevokedAt = clock.GetUtcNow();
        db.Audit(User, "token.revoked", $"revoked the token {Token.Beginning}… for {Token.Name}", "", clock.GetUtcNow());
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/tokens");
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == TokenId && t.PersonId == User.Id(), cancel) is not { } token) return false;

        Token = token;
        return true;
    }
}
