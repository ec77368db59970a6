using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Comments;

/// <summary>The address is theirs: what waited for it appears, and this browser is known from now on.</summary>
public sealed class ConfirmModel(RoundupDb db, CommentIntake intake) : PrivateCommentsPage(db)
{
    /// <summary>Up to when they saw what waits, in UTC ticks.</summary>
    [BindProperty]
    public long Seen { get; set; }

    public IActionResult OnGet() => Redirect(Home);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var upTo = Seen >= 0 && Seen <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(Seen, TimeSpan.Zero) : default;
        var race = await intake.ConfirmAsync(Commenter, upTo, cancel);
        if (race is null) Writers.Remember(HttpContext, Commenter);
        return Done(race, "confirmed");
    }
}
