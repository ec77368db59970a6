using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Formats.Reading;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Importing;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Read;

/// <summary>Makes a draft of the outline, or adds its papers to one.</summary>
[Authorize(Policies.Publish)]
public sealed class AcceptModel(RoundupDb db, RoundupReader reader, IssueImport import, TimeProvider clock) : PageModel
{
    [BindProperty]
    public OutlineView Outline { get; set; } = new();

    public IActionResult OnGet() => RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var read = Outline.Assemble(reader);
        ModelState.Clear();
        var (refusal, number, issue) = Outline.Issue is { } into ? await AddAsync(into, read, cancel) : await DraftAsync(read, cancel);
        var begun = issue?.Entries.FirstOrDefault(e => e.Id == 0 && Readiness.Said(e) == 0);
        var count = InWords.Count(read.Entries.Count, "paper", "papers");
        db.Audit(User, "papers.added", Outline.Issue is null ? $"made issue {number} of {count}" : $"added {count} to issue {number}", $"/admin/issues/{number}/edit", clock.GetUtcNow());
        if (refusal is null) await db.KeepRevisionsAsync(User.Writer(), clock.GetUtcNow(), cancel: cancel);
        refusal ??= await db.SaveAsync(cancel);
        return refusal is null ? RedirectToPage("/Issues/Edit", new { number, open = begun?.Key }) : this.Refuse(refusal);
    }

    private async Task<(Refusal?, int, Issue?)> DraftAsync(Model.Importing.ImportedIssue read, CancellationToken cancel)
    {
        var (refusal, issue) = await import.DraftAsync(read, cancel);
        return (refusal, issue.Number, issue);
    }

    private async Task<(Refusal?, int, Issue?)> AddAsync(int number, Model.Importing.ImportedIssue read, CancellationToken cancel)
    {
        var issue = await db.Issues.Whole.AtWorkAsync(number, cancel);
        return issue is null
            ? (new Refusal($"Issue {number} is gone. Accept again to make a new issue of this."), number, null)
            : (issue.Closed ?? await import.AddToAsync(issue, read, cancel), number, issue);
    }
}
