using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Suggestions;

/// <summary>Puts what readers suggested into the inbox.</summary>
[Authorize(Policies.Publish)]
public sealed class ShortlistModel(RoundupDb db, SuggestionPlacing placing, TimeProvider clock) : DecisionPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (refusal, item) = await placing.ShortlistAsync(Suggestion, User.PrintedName(), now, cancel);
        if (refusal is not null) return this.Refuse(refusal);

        Db.Audit(User, "suggestion.shortlisted", $"shortlisted “{Title}”, suggested by readers", "/admin/inbox", now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/inbox?shortlisted={item!.Id}#said");
    }
}
