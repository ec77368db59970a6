using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Changes;

/// <summary>Undoes <see cref="TakeModel"/>: the old words come back, and what happened is on the desk again.</summary>
[Authorize(Policies.Publish)]
public sealed class PutBackModel(RoundupDb db, IDataProtectionProvider protection, TimeProvider clock) : ChangePage(db)
{
    [BindProperty]
    public string? Kept { get; set; }

    public IActionResult OnGet() => Redirect(ListPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (KeptWords.Open(protection, Kept) is not { } kept || kept.Change != Number) return this.Refuse(new Refusal("These words were not kept here. The card can be edited by hand."));
        if (kept.PaperVersion != Change.Paper.Version) return this.Refuse(new Refusal("Somebody changed this paper in the meantime. The card can be edited by hand."));

        var (now, words) = (clock.GetUtcNow(), kept.Words);
        if (Change.Paper.PutBack(words, Typeset.Line(words.Title), PlainText.Render(words.Abstract), now) is { } refusal) return this.Refuse(refusal);

        Change.Reopen(kept.WasShown);
        await Db.NoteChangeAsync(Change.PaperId, now, cancel);
        Db.Audit(User, "change.put-back", $"put the old words back into “{Change.Paper.Title}”", $"/admin/papers/{Change.PaperId}", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"{ListPath}#c-{Number}");
    }
}
