using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Suggestions;

/// <summary>A reader takes back what the form sent. What a comment names is taken back with the comment.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.Talk)]
public sealed class WithdrawModel(RoundupDb db, SuggestionIntake intake) : SuggestionPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Voice.IsFromForm) return this.Refuse(new Refusal("A comment of yours names this paper. Edit the comment, or remove it."));

        intake.Forget(Suggestion, Voice);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/suggest?done=withdrawn#said");
    }
}
