using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Notes;

/// <summary>A button beside a note; without script it leads back to the list.</summary>
[Authorize(Policies.Publish)]
public abstract class NotePage(RoundupDb db) : IssuePage(db)
{
    [FromRoute]
    public int Id { get; set; }

    public IActionResult OnGet() => Redirect(Back);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Db.PreviewLinks.NoteAsync(Issue, Id, cancel) is not { } note) return NotFound();

        Change(note);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(Back);
    }

    protected abstract void Change(PreviewNote note);

    private string Back => $"/admin/issues/{Number}/notes#n-{Id}";
}
