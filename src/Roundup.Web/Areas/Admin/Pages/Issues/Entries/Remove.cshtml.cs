using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>
/// Takes a paper out of an issue. The answer is not a redirect: it carries everything that was taken out, so that one button puts it back
/// and no word has to be kept elsewhere meanwhile.
/// </summary>
[Authorize(Policies.Publish)]
public sealed class RemoveModel(RoundupDb db, IDataProtectionProvider protection, SuggestionThanks thanks, TimeProvider clock) : EntryPage(db)
{
    public bool IsDone { get; private set; }

    public int Place { get; private set; }

    /// <summary>An opinion as the Undo takes it, with whose it is.</summary>
    public string Seal(Opinion opinion) => KeptOpinion.Of(Number, opinion).Seal(protection);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Place = Entry.Position;
        if (Issue.Remove(Entry, clock.GetUtcNow()) is { } refusal) return this.Refuse(refusal);
        await thanks.TakeBackAsync(Issue, [Entry.PaperId], cancel);
        Db.Audit(User, "paper.removed", $"removed “{Entry.Paper.Title}” from issue {Number}", EditPath, clock.GetUtcNow());
        if (await KeepAndSaveAsync(clock.GetUtcNow(), cancel) is { } race) return this.Refuse(race);

        IsDone = true;
        return Page();
    }
}
