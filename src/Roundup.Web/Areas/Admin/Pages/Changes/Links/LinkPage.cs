using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Papers;

namespace Roundup.Web.Areas.Admin.Pages.Changes.Links;

/// <summary>A page about one link of a paper that seems to be gone; 404 where there is no paper with the number in the address.</summary>
public abstract class LinkPage(RoundupDb db) : PageModel
{
    [FromRoute]
    public int Number { get; set; }

    /// <summary>The link in question.</summary>
    [BindProperty(Name = "url", SupportsGet = true)]
    public string? Address { get; set; }

    public Paper Paper { get; private set; } = null!;

    protected RoundupDb Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Papers.Include(p => p.Identifiers).SingleOrDefaultAsync(p => p.Id == Number, HttpContext.RequestAborted) is not { } paper)
        {
            context.Result = NotFound();
            return;
        }

        Paper = paper;
        await next();
    }

    protected string DonePath(string what) => $"{ChangePage.ListPath}?link={what}&paper={Number}&url={Uri.EscapeDataString(Address ?? "")}";
}
