using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Papers;

namespace Roundup.Web.Areas.Admin.Pages.Changes;

/// <summary>A page about one thing that happened to a paper; 404 where there is none with the number in the address.</summary>
public abstract class ChangePage(RoundupDb db) : PageModel
{
    public const string ListPath = "/admin/changes";

    [FromRoute]
    public int Number { get; set; }

    public PaperChange Change { get; private set; } = null!;

    protected RoundupDb Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.PaperChanges.Include(c => c.Paper).ThenInclude(p => p.Identifiers).SingleOrDefaultAsync(c => c.Id == Number, HttpContext.RequestAborted) is not { } change)
        {
            context.Result = NotFound();
            return;
        }

        Change = change;
        await next();
    }

    /// <summary>The list again, where a sentence says what was done and offers to undo it.</summary>
    protected string DonePath(bool wasShown) => $"{ListPath}?done={Number}&shown={(wasShown ? "yes" : "no")}";
}

internal static class Corrections
{
    /// <summary>The published issues that quote a paper date their correction.</summary>
    public static async Task NoteChangeAsync(this RoundupDb db, int paper, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var issue in await db.Issues.Published.Where(i => i.Entries.Any(e => e.PaperId == paper)).ToListAsync(cancel)) issue.NoteChange(now);
    }
}
