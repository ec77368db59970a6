using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>A page about one paper. One that was put together with another leads there; 404 where there is none with the id in the address.</summary>
public abstract class PaperPage(RoundupDb db) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    public Paper Paper { get; private set; } = null!;

    protected RoundupDb Db => db;

    public string PaperPath => $"/admin/papers/{Id}";

    /// <summary>Once more from the database, where somebody else was quicker; what was changed and not saved is forgotten.</summary>
    protected async Task<bool> ReadAgainAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (await db.PaperAsync(Id, cancel) is not { IsMerged: false } paper) return false;

        Paper = paper;
        return true;
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.PaperAsync(Id, HttpContext.RequestAborted) is not { } paper) context.Result = NotFound();
        else if (paper.IsMerged) context.Result = Redirect($"/admin/papers/{await db.StandsForAsync(Id, HttpContext.RequestAborted)}");
        else
        {
            Paper = paper;
            await next();
        }
    }
}
