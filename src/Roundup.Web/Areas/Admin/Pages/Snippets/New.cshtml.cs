using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Snippets;

public sealed class NewModel(RoundupDb db) : PageModel
{
    [BindProperty]
    public SnippetInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (User.Id() is not { } owner) return Forbid();

        var snippet = new Snippet(owner);
        if (snippet.Rewrite(Input.Name ?? "", Input.Text ?? "") is { } refusal) return this.Refuse(refusal);

        db.Add(snippet);
        return await db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/snippets#s-{snippet.Id}");
    }
}
