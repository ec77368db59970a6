using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.Inbox;
using Roundup.Model.Discussion;
using Roundup.Model.Inbox;
using Roundup.Web.Capturing;
using Roundup.Web.Security;
using Roundup.Web.Seen;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Inbox;

/// <summary>The papers that wait for an issue, the newest first.</summary>
public sealed class IndexModel(RoundupDb db, SeenBefore seen, NamedPapers names) : PageModel
{
    private const int Size = 50;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    /// <summary>What readers ask for and nobody has decided; only editors decide.</summary>
    public IReadOnlyList<SuggestionRow> Suggested { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int SuggestedInAll { get; private set; }

    /// <summary>Whether single letters do something here.</summary>
    public bool WantsKeys { get; private set; }

    /// <summary>What has just been decided about a suggestion; empty for nothing.</summary>
    public (string Sentence, string Title) Decided { get; private set; } = ("", "");

    public (int Number, bool IsBegun) Next { get; private set; }

    /// <summary>What has just been done, and to which item; null for nothing.</summary>
    public (string Sentence, InboxItem Item)? Done { get; private set; }

    /// <summary>Where the paper went that has just been added to an issue.</summary>
    public SeenPlace? Placed { get; private set; }

    /// <summary>How many papers have just been pasted.</summary>
    public int Pasted { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] Deed deed, [FromQuery(Name = "page")] int number = 1, int pasted = 0, CancellationToken cancel = default)
    {
        Paging = new("/admin/inbox", number, Size, await db.Inbox.Waiting.CountAsync(cancel));
        if (!Paging.IsThere) return NotFound();

        Rows = await InboxRow.ReadAsync(db, db.Inbox.Waiting.NewestFirst.Skip(Paging.Skipped).Take(Size), cancel);
        Next = await db.NextDraftNumberAsync(cancel);
        Pasted = Math.Clamp(pasted, 0, 10_000);
        if (deed.Item is { } id && await db.Inbox.WithPapers.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is { } item) await SayAsync(deed, item, cancel);
        if (deed.Declined is { } declined && await db.Suggestions.Include(s => s.Paper!.Identifiers).AsNoTracking().SingleOrDefaultAsync(s => s.Id == declined && s.State == SuggestionState.Declined, cancel) is { } said)
            Decided = ("Declined", SuggestionFates.TitleOf(said));
        if (deed.Dismissed) Decided = ("Taken out of the suggestions", "");
        if (User.MayEdit() && Paging.Page == 1) await SuggestAsync(cancel);
        return Page();
    }

    private async Task SuggestAsync(CancellationToken cancel)
    {
        SuggestedInAll = await db.Suggestions.Waiting.CountAsync(cancel);
        if (SuggestedInAll == 0) return;

        Suggested = await SuggestionRow.ReadAsync(db.Suggestions.Waiting.MostWantedFirst.Take(Size), names, cancel);
        var me = User.Id();
        WantsKeys = await db.Users.Where(p => p.Id == me).Select(p => p.WantsKeys).SingleOrDefaultAsync(cancel);
    }

    // The address only says what to speak of; what is true of it is asked.
    private async Task SayAsync(Deed deed, InboxItem item, CancellationToken cancel)
    {
        if (deed.Placed is not null && item.PlacedAt is not null)
            Placed = (await seen.FindAsync(Mention.Of(item.Paper), cancel))?.Places.LastOrDefault();
        Done = (deed, item) switch
        {
            ({ Added: not null }, { IsWaiting: true }) => ("In the inbox", item),
            ({ Noted: not null }, { IsWaiting: true }) => ("It waited already; your note stands with it", item),
            ({ Shortlisted: not null }, { IsWaiting: true }) => ("Shortlisted", item),
            ({ Away: not null }, { DeclinedAt: not null }) => ("Put away", item),
            ({ Placed: not null }, { PlacedAt: not null }) => ("Added", item),
            _ => null,
        };
    }

    /// <summary>The id of the item to which something was done, under the name of what was done.</summary>
    /// <param name="Declined">A suggestion.</param>
    /// <param name="Dismissed">Whether a suggestion is no more.</param>
    public sealed record Deed(int? Added, int? Noted, int? Away, int? Placed, int? Shortlisted, int? Declined, bool Dismissed = false)
    {
        public int? Item => Added ?? Noted ?? Away ?? Placed ?? Shortlisted;
    }
}
