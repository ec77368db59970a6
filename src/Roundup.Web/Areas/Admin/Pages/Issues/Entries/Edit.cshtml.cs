using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Areas.Admin.Pages.Changes;
using Roundup.Web.Security;
using Roundup.Web.Seen;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>A card, filled in by hand: it needs no network.</summary>
[Authorize(Policies.Publish)]
public sealed class EditModel(RoundupDb db, SeenBefore seen, TimeProvider clock) : EntryPage(db)
{
    [BindProperty]
    public PaperInput Paper { get; set; } = new();

    [BindProperty]
    public EntryInput Placed { get; set; } = new();

    /// <summary>What is kept, where somebody changed it while this form was open.</summary>
    public (PaperInput Paper, EntryInput Placed)? Meanwhile { get; private set; }

    /// <summary>Where the paper, or one that looks like it, stands besides; null for nowhere.</summary>
    public Sighting? Seen { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Paper, Placed) = (PaperInput.Of(Entry.Paper), EntryInput.Of(Entry));
        Seen = (await seen.ElsewhereAsync(Issue, cancel)).GetValueOrDefault(EntryId);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Issue.Closed is { } closed) return this.Refuse(closed);
        if (Paper.Version != Entry.Paper.Version || Placed.Version != Entry.Version) return CompareCards();
        if (Paper.Describe(Entry.Paper, clock.GetUtcNow()) is { } refusal) return this.Refuse(refusal, nameof(Paper));
        if (Placed.Annotate(Entry) is { } odd) return this.Refuse(odd, nameof(Placed));

        Issue.NoteChange(clock.GetUtcNow());
        // A paper's facts stand in no copy: readers see them at once, so that the published issue is dated at once.
        if (Issue.IsWorkingCopy && Entry.Paper.Version != Paper.Version) await Db.NoteChangeAsync(Entry.PaperId, clock.GetUtcNow(), cancel);
        return await KeepAndSaveAsync(clock.GetUtcNow(), cancel) is { } race ? this.Refuse(race) : Redirect(EntryPath);
    }

    private IActionResult CompareCards()
    {
        Meanwhile = (PaperInput.Of(Entry.Paper), EntryInput.Of(Entry));
        ModelState.Remove("Paper.Version");
        ModelState.Remove("Placed.Version");
        (Paper.Version, Placed.Version) = (Entry.Paper.Version, Entry.Version);
        return Compare("Somebody changed this card in the meantime. What is kept stands below yours where it differs; saving again keeps yours.");
    }
}
