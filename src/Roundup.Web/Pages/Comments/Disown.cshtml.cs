using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Discussion;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Comments;

/// <summary>Somebody else typed their address: what waits for it is removed.</summary>
public sealed class DisownModel(RoundupDb db, CommentIntake intake) : PrivateCommentsPage(db)
{
    public int Comments { get; private set; }

    /// <summary>Papers that were suggested in the form.</summary>
    public int Papers { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Comments = await Db.Comments.CountAsync(c => c.CommenterId == Commenter.Id && c.ConfirmedAt == null && c.State == CommentState.Held, cancel);
        Papers = await Db.SuggestionVoices.CountAsync(v => v.CommenterId == Commenter.Id && v.ConfirmedAt == null && v.CommentId == null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Done(await intake.DisownAsync(Commenter, cancel), "disowned");
}
