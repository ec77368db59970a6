using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Comments;

/// <summary>Ends the mails that tell an editor of comments: by a mail program's one click, or by a person's button.</summary>
[IgnoreAntiforgeryToken]
[PrivatePage]
// The one click comes from the mail provider's own network, for all of its readers: none of them is to wait.
[DisableRateLimiting]
public sealed class DigestModel(RoundupDb db, DigestLink link) : PageModel
{
    [FromRoute]
    public string? Words { get; set; }

    public bool IsMute { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } person) return NotFound();

        IsMute = !person.WantsComments;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } person) return NotFound();

        person.WantsComments = false;
        person.Touch();
        if (await db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        IsMute = true;
        return Page();
    }

    private async Task<Person?> FindAsync(CancellationToken cancel) => link.Read(Words) is { } id ? await db.Users.SingleOrDefaultAsync(p => p.Id == id && p.LeftAt == null, cancel) : null;
}
