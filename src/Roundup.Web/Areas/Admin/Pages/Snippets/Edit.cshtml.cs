using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Snippets;

/// <summary>Rewrites a snippet. Where another tab was quicker, both texts are shown.</summary>
public sealed class EditModel(RoundupDb db) : SnippetPage(db)
{
    [BindProperty]
    public SnippetInput Input { get; set; } = new();

    /// <summary>What was saved while this form was open; null when nothing was.</summary>
    public Snippet? Meanwhile { get; private set; }

    public void OnGet() => Input = new() { Name = Snippet.Name, Text = Snippet.Text, Version = Snippet.Version };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Version != Snippet.Version && (Input.Name != Snippet.Name || Input.Text != Snippet.Text)) return Compare();
        if (Snippet.Rewrite(Input.Name ?? "", Input.Text ?? "") is { } refusal) return this.Refuse(refusal);

        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/snippets#s-{SnippetId}");
    }

    private IActionResult Compare()
    {
        Meanwhile = Snippet;
        ModelState.Remove("Input.Version");
        Input.Version = Snippet.Version;
        ModelState.AddModelError("", "It was changed in the meantime. The other words stand below yours; saving again keeps yours.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
