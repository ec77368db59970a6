using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Model.Discussion;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Comments;

/// <summary>Somebody else typed their address: what waits for it is removed.</summary>
public sealed class DisownModel(RoundupDb db, CommentIntake intake) : PrivateCommentsPage(db)
{
    public int Count { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Count = await Waiting.CountAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Done(await intake.RemoveAsync(await Waiting.Whole.ToListAsync(cancel), cancel), "disowned");

    private IQueryable<Comment> Waiting => Db.Comments.Where(c => c.CommenterId == Commenter.Id && c.ConfirmedAt == null && c.State == CommentState.Held);
}
