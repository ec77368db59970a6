using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Inbox;

/// <summary>Rewrites the note of an item. Where somebody else was quicker, both texts are shown.</summary>
public sealed class NoteModel(RoundupDb db) : InboxPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What somebody else saved while this form was open; null when nobody did.</summary>
    public string? Meanwhile { get; private set; }

    public void OnGet() => Input = new() { Note = Item.Note, Version = Item.Version };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Version != Item.Version && (Input.Note ?? "") != Item.Note) return Compare();
        if (Item.Rewrite(Input.Note ?? "") is { } refusal) return this.Refuse(refusal);

        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/inbox#i-{ItemId}");
    }

    private IActionResult Compare()
    {
        Meanwhile = Item.Note;
        ModelState.Remove("Input.Version");
        Input.Version = Item.Version;
        ModelState.AddModelError("", "Somebody wrote another note in the meantime. It stands below yours; saving again keeps yours.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public sealed class InputModel
    {
        public string? Note { get; set; }

        public int Version { get; set; }
    }
}
