using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Suggestions;

/// <summary>A reader wants no mail about a suggestion.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.Talk)]
public sealed class MuteModel(RoundupDb db) : SuggestionPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Suggestion.Mute(Voice);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/suggestions/{Token}");
    }
}
