using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Capturing;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Suggestions;

/// <summary>Gives what readers suggested its place in the next draft, with thanks.</summary>
[Authorize(Policies.Publish)]
public sealed class AddModel(RoundupDb db, SuggestionPlacing placing, TimeProvider clock) : DecisionPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (refusal, item) = await placing.ShortlistAsync(Suggestion, User.PrintedName(), now, cancel);
        if (refusal is not null) return this.Refuse(refusal);

        var issue = await Db.NextDraftAsync(now, cancel);
        (refusal, _) = await placing.PlaceAsync(item!, issue, User.PrintedName(), now, cancel);
        if (refusal is not null) return this.Refuse(refusal with { Field = "" });

        Db.Audit(User, "suggestion.added", $"added “{Title}” to issue {issue.Number}, suggested by readers", $"/admin/issues/{issue.Number}/edit", now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/inbox?placed={item!.Id}#said");
    }
}
