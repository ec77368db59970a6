using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Changes;

/// <summary>
/// Takes the words of a new version in place of those that were covered. The answer carries the old ones, so that one button puts them back.
/// </summary>
[Authorize(Policies.Publish)]
public sealed class TakeModel(RoundupDb db, IDataProtectionProvider protection, TimeProvider clock) : ChangePage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new() { Title = true, Abstract = true };

    /// <summary>The old words, sealed, once they are replaced.</summary>
    public string? Kept { get; private set; }

    public void OnGet() => Input.Version = Change.Paper.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Input.Version != Change.Paper.Version) return Outdated();

        var (now, paper, words, wasShown) = (clock.GetUtcNow(), Change.Paper, Change.Paper.Words, Change.ShownAt is not null);
        var refusal = paper.Take(Change, Input.Title ? Typeset.Line(Change.NewTitle) : null, Input.Abstract ? PlainText.Render(Change.NewAbstract) : null, now);
        if (refusal is not null) return this.Refuse(refusal);

        // A version whose abstract is quoted is no news any more.
        if (Input.Abstract) Change.Dismiss(User.PrintedName(), now);
        else Change.Confirm(User.PrintedName(), now);
        await Db.NoteChangeAsync(paper.Id, now, cancel);
        Db.Audit(User, "change.taken", $"took the new words of “{paper.Title}”", $"/admin/papers/{paper.Id}", now);
        if (await Db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        Kept = new KeptWords(Number, wasShown, paper.Version, words).Seal(protection);
        return Page();
    }

    private IActionResult Outdated()
    {
        ModelState.AddModelError("", "Somebody changed this paper in the meantime. What is quoted now stands below; compare and take again.");
        ModelState.Remove("Input.Version");
        Input.Version = Change.Paper.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public sealed class InputModel
    {
        public bool Title { get; set; }

        public bool Abstract { get; set; }

        public int Version { get; set; }
    }
}
