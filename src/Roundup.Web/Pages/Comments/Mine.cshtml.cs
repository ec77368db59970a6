using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Web.Security;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Comments;

/// <summary>The way to one's own page for whoever is known here: signed in with an address that is shown to be theirs, or by the cookie of their private link.</summary>
[PrivatePage]
public sealed class MineModel(Writers writers) : PageModel
{
    public bool IsSignedIn => User.Id() is not null;

    /// <summary>Whether the account's address has yet to be shown to be theirs: what was written under it before may be somebody else's.</summary>
    public bool IsUnproven { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var known = await writers.KnownAsync(HttpContext, cancel);
        IsUnproven = known is { IsProven: false };
        return known is { IsProven: true, Commenter.Id: > 0 } ? Redirect(TalkMail.PathOf(known.Commenter)) : Page();
    }
}
