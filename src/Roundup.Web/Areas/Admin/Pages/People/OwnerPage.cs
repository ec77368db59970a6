using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.People;

/// <summary>A page on which an owner decides about people. The cookie may be a minute old; here the database is asked who owns.</summary>
public abstract class OwnerPage(RoundupDb db) : PageModel
{
    protected RoundupDb Db => db;

    /// <summary>Who decides.</summary>
    protected Person Owner { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Users.Owners.SingleOrDefaultAsync(p => p.Id == User.Id(), HttpContext.RequestAborted) is not { } owner)
        {
            context.Result = Forbid();
            return;
        }

        Owner = owner;
        if (await FindAsync(HttpContext.RequestAborted)) await next();
        else context.Result = NotFound();
    }

    /// <summary>Finds what the page is about; false where there is no such thing.</summary>
    protected virtual Task<bool> FindAsync(CancellationToken cancel) => Task.FromResult(true);

    /// <summary>Saves and goes back to the list, or says that another owner was quicker: 409.</summary>
    protected async Task<IActionResult> SaveAsync(CancellationToken cancel)
    {
        if (await db.SaveAsync(cancel) is null) return Redirect("/admin/people");

        ModelState.AddModelError("", "Somebody changed people at the same moment, and nothing was changed here. Look at what is there now.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}

/// <summary>A page about one account; 404 where there is none.</summary>
public abstract class PersonPage(RoundupDb db) : OwnerPage(db)
{
    [FromRoute(Name = "id")]
    public int PersonId { get; set; }

    public Person Person { get; private set; } = null!;

    public bool IsOneself => Person.Id == User.Id();

    protected override async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await Db.Users.SingleOrDefaultAsync(p => p.Id == PersonId, cancel) is not { } person) return false;

        Person = person;
        return true;
    }

    protected static Refusal Oneself { get; } = new("That is your own account. Hand the publication over to somebody, who can then change it.");
}
