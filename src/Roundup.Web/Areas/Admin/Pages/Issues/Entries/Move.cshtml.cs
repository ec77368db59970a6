using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

[Authorize(Policies.Publish)]
public sealed class MoveModel(RoundupDb db, TimeProvider clock) : EntryPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Issue.Move(Entry, Input.From(Entry.Position), clock.GetUtcNow()) is { } refusal) return this.Refuse(refusal);

        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(EntryPath);
    }

    public sealed class InputModel
    {
        public string? Way { get; set; }

        /// <summary>Counted from 1, as people do.</summary>
        public int? Place { get; set; }

        public int From(int position) => Way switch
        {
            "up" => Math.Max(0, position - 1),
            "down" => position + 1,
            _ => (Place ?? position + 1) - 1,
        };
    }
}
