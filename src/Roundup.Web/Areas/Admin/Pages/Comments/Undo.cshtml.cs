using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Comments;

/// <summary>Takes one deed back, with everything that it was done to. What changed since stays as it is.</summary>
[Authorize(Policies.Publish)]
public sealed class UndoModel(RoundupDb db, Moderation moderation, TimeProvider clock) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    public CommentListKind List { get; set; }

    public IActionResult OnGet() => Redirect(CommentLists.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await db.ModerationDeeds.SingleOrDefaultAsync(d => d.Id == Id, cancel) is not { } deed) return NotFound();
        if (await moderation.UndoAsync(deed, User, cancel) is { } refusal) return this.Refuse(refusal);

        var name = deed.Comments is [var only] ? await db.Comments.Where(c => c.Id == only.CommentId).Select(c => c.Name).SingleOrDefaultAsync(cancel) : null;
        db.Audit(User, "comment.undone", $"undid what {deed.By} had done: {CommentWords.Logged(deed.Act, deed.Comments.Count, [name ?? ""])}", CommentLists.Path, clock.GetUtcNow());
        if (await db.SaveAsync(cancel) is { } race) return this.Refuse(race with { Sentence = "Somebody else was quicker. Look at the list again." });
        return Redirect($"{CommentLists.PathOf(Enum.IsDefined(List) ? List : CommentListKind.Held, $"done={Id}")}#said");
    }
}
