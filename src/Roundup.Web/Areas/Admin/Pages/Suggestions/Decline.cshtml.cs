using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Suggestions;

/// <summary>Says no to what readers suggested, with a word if there is one.</summary>
[Authorize(Policies.Publish)]
public sealed class DeclineModel(RoundupDb db, SuggestionFates fates, TimeProvider clock) : DecisionPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await fates.DeclineAsync(Suggestion, Input.Word ?? "", User.PrintedName(), now, cancel) is { } refusal) return this.Refuse(refusal);

        Db.Audit(User, "suggestion.declined", $"declined “{Title}”, suggested by readers", "/admin/inbox", now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/inbox?declined={Id}#said");
    }

    public sealed class InputModel
    {
        /// <summary>Why not; may be empty.</summary>
        public string? Word { get; set; }
    }
}
