using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Inbox;
using Roundup.Model;
using Roundup.Model.Inbox;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Web.Capturing;
using Roundup.Web.Security;
using Roundup.Web.Seen;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages;

/// <summary>
/// Where the clipper and a phone's share menu bring a paper. Opening it changes nothing, whoever linked to it: it only fills in a form, and the
/// editor's button does the rest.
/// </summary>
public sealed class CaptureModel(RoundupDb db, PaperFinder finder, PaperCapture capture, InboxIntake inbox, SeenBefore seen, SuggestionThanks thanks, TimeProvider clock) : PageModel
{
    [BindProperty]
    public CaptureInput Input { get; set; } = new();

    public Sighting? Seen { get; private set; }

    /// <summary>The title that the paper has here already; null for a new one.</summary>
    public string? Known { get; private set; }

    public bool IsWaiting { get; private set; }

    public (int Number, bool IsBegun) Next { get; private set; }

    public async Task OnGetAsync(string? url, string? title, string? text, string? note, CancellationToken cancel)
    {
        Input = SharedWords.Read(finder, url, title, text, note);
        var refusal = Clipping.Read(Input, finder, out var clipping);
        await ShowAsync(refusal is null ? await capture.FindAsync(clipping, cancel) : null, clipping, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var refusal = Clipping.Read(Input, finder, out var clipping);
        await ShowAsync(refusal is null ? await capture.FindAsync(clipping, cancel) : null, clipping, cancel);
        if (refusal is not null || !ModelState.IsValid) return refusal is null ? this.RefuseShape() : this.Refuse(refusal);
        if (Seen is not null && !Input.Sure) return this.Refuse(new Refusal("It has been here before: look below, and add it all the same if you want to come back to it.", nameof(Input.Sure)));

        var paper = await capture.TakeAsync(clipping, cancel);
        var (odd, item) = await inbox.TakeAsync(paper, Input.Clipped ? InboxOrigin.Clipped : InboxOrigin.Pasted, User.PrintedName(), Clipping.Visible(Input.Note), cancel);
        var path = odd is null && Input.IntoDraft && User.MayEdit() ? await PlaceAsync(paper, item, cancel) : null;
        if ((odd ?? path?.Refusal ?? await db.SaveAsync(cancel)) is { } trouble) return this.Refuse(trouble);

        return Redirect(path?.Entry is { } entry
            ? $"/admin/issues/{entry.Issue.Number}/edit?open={entry.Id}#{entry.Anchor}"
            : $"/admin/inbox?{(IsWaiting ? "noted" : "added")}={item.Id}#i-{item.Id}");
    }

    private async Task<(Refusal? Refusal, Model.Issues.Entry? Entry)?> PlaceAsync(Paper paper, InboxItem item, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var issue = await db.NextDraftAsync(now, cancel);
        if (issue.Covers(paper)) return (new Refusal($"Issue {issue.Number} has this paper already."), null);

        // The note is not for readers: it stays with the item, as a record, and the issue's page shows it beside the inbox.
        item.Place(now);
        db.Audit(User, "paper.added", $"added “{paper.Title}” to issue {issue.Number}", $"/admin/issues/{issue.Number}/edit", now);
        var entry = issue.Add(paper, now);
        await thanks.GiveAsync([entry], User.PrintedName(), cancel);
        return (null, entry);
    }

    private async Task ShowAsync(Paper? known, Clipping clipping, CancellationToken cancel)
    {
        Next = await db.NextDraftNumberAsync(cancel);
        Known = known?.Title;
        IsWaiting = known is not null && await db.Inbox.Waiting.AnyAsync(i => i.PaperId == known.Id, cancel);
        var found = await seen.FindAsync(new Mention(clipping.Ids, clipping.Title, clipping.Authors.FirstOrDefault() ?? "", clipping.PublishedOn), cancel);
        Seen = found is { Places: not [] } ? found : null;
    }
}
