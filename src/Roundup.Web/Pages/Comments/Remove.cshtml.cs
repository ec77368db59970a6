using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Comments;

/// <summary>Asks first: the words don't come back.</summary>
public sealed class RemoveModel(RoundupDb db, CommentIntake intake) : OwnCommentPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Done(await intake.RemoveAsync([Comment], cancel), "removed");
}
