using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>Says who is thanked for suggesting a paper.</summary>
[Authorize(Policies.Publish)]
public sealed class ThanksModel(RoundupDb db, TimeProvider clock) : EntryPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input.Names = string.Join('\n', Entry.Thanked);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Issue.Closed is { } closed) return this.Refuse(closed);
        if (Entry.Rethank((Input.Names ?? "").Split('\n')) is { } refusal) return this.Refuse(refusal with { Field = nameof(Input.Names) });

        var now = clock.GetUtcNow();
        Issue.NoteChange(now);
        Db.Audit(User, "entry.thanks", $"changed who is thanked for “{Entry.Paper.Title}”", EntryPath, now);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(EntryPath);
    }

    public sealed class InputModel
    {
        /// <summary>One a line.</summary>
        public string? Names { get; set; }
    }
}
