using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>Undoes <see cref="WithdrawModel"/>: the same words are back, and are their author's.</summary>
public sealed class ReinstateModel(RoundupDb db, IDataProtectionProvider protection, TimeProvider clock) : EntryPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The words that could not be put back; null where they are not known.</summary>
    public string? Words { get; private set; }

    public IActionResult OnGet() => Redirect(EntryPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (KeptOpinion.Open(protection, Input.Kept, Number) is not { } kept) return this.Refuse(new Refusal("These words were not kept here. They can be written again by their author."));
        if (!User.MayEdit() && (Issue.IsPublished || kept.PersonId != User.Id())) return Forbid();

        Words = kept.Words;
        if (Entry.Opinions.Any(o => o.PersonId == kept.PersonId && o.Author == kept.Author)) return this.Refuse(new Refusal("There is another opinion of theirs by now."));
        if (SafeMarkdown.Render(kept.Words, ProseKind.Editorial, out var words) is { } odd) return this.Refuse(odd);

        var now = clock.GetUtcNow();
        Entry.Opine(kept.Author, words, now, kept.PersonId);
        Issue.NoteChange(now);
        Db.Audit(User, "opinion.reinstated", $"put {(kept.Author is "" ? "the publication’s opinion" : $"the opinion of {kept.Author}")} on “{Entry.Paper.Title}” back into issue {Number}", EditPath, now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(EntryPath);
    }

    public sealed class InputModel
    {
        public string? Kept { get; set; }
    }
}
