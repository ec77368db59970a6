using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Snippets;

public sealed class DeleteModel(RoundupDb db) : SnippetPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Db.Remove(Snippet);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect("/admin/snippets");
    }
}
