using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Inbox;
using Roundup.Model.Inbox;

namespace Roundup.Web.Areas.Admin.Pages.Inbox;

/// <summary>A page about one item of the inbox, waiting or not; 404 where there is none.</summary>
public abstract class InboxPage(RoundupDb db) : PageModel
{
    [FromRoute(Name = "item")]
    public int ItemId { get; set; }

    public InboxItem Item { get; private set; } = null!;

    protected RoundupDb Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Inbox.WithPapers.SingleOrDefaultAsync(i => i.Id == ItemId, HttpContext.RequestAborted) is not { } item)
        {
            context.Result = NotFound();
            return;
        }

        Item = item;
        await next();
    }
}
