using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Web.Capturing;
using Roundup.Web.Security;
using Roundup.Web.Seen;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Inbox;

/// <summary>Gives a waiting paper its place in a draft.</summary>
[Authorize(Policies.Publish)]
public sealed class AddModel(RoundupDb db, SeenBefore seen, SuggestionPlacing placing, TimeProvider clock) : InboxPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Sighting? Seen { get; private set; }

    public IReadOnlyList<int> Drafts { get; private set; } = [];

    public int Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (!ModelState.IsValid) return this.RefuseShape();

        var now = clock.GetUtcNow();
        var issue = Input.Issue is { } number ? await Db.Issues.Outlined.AtWorkAsync(number, cancel) : await Db.NextDraftAsync(now, cancel);
        var (refusal, entry) = await placing.PlaceAsync(Item, issue, User.PrintedName(), now, cancel);
        if (refusal is not null) return this.Refuse(refusal);

        Db.Audit(User, "paper.added", $"added “{Item.Paper.Title}” to issue {issue!.Number}, from the inbox", $"/admin/issues/{issue.Number}/edit", now);
        if (await Db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        return Redirect(Input.Stay ? $"/admin/inbox?placed={ItemId}#said" : $"/admin/issues/{issue.Number}/edit?open={entry!.Id}#{entry.Anchor}");
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        Seen = await seen.FindAsync(Mention.Of(Item.Paper), cancel) is { Places: not [] } found ? found with { WaitingSince = null } : null;
        Drafts = await Db.Issues.Drafts.OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(cancel);
        Next = (await Db.NextDraftNumberAsync(cancel)).Number;
    }

    public sealed class InputModel
    {
        /// <summary>The number of a draft; null for the next one.</summary>
        public int? Issue { get; set; }

        /// <summary>Whether to stay in the inbox, to go through the rest of it.</summary>
        public bool Stay { get; set; }
    }
}
