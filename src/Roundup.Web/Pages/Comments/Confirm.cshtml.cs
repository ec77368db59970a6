using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Comments;

/// <summary>The address is theirs: what waited for it appears, and this browser is known from now on.</summary>
public sealed class ConfirmModel(RoundupDb db, CommentIntake intake) : PrivateCommentsPage(db)
{
    public IActionResult OnGet() => Redirect(Home);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var race = await intake.ConfirmAsync(Commenter, cancel);
        if (race is null) Writers.Remember(HttpContext, Commenter);
        return Done(race, "confirmed");
    }
}
