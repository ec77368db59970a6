using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account;

/// <summary>What a mailed link opens. Opening it changes nothing, as mail scanners open links too; one that is no good says the same, whatever the reason.</summary>
public abstract class LinkPage(SignIns signIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public bool IsOver { get; private set; }

    /// <summary>To whom it was mailed.</summary>
    public Person Person { get; private set; } = null!;

    protected SignIns Signing => signIn;

    /// <summary>What the link is for, as Identity calls it, and what makes its codes.</summary>
    protected abstract (string Provider, string Purpose) Use { get; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var people = signIn.UserManager;
        if (Id > 0 && await people.FindByIdAsync($"{Id}") is { LeftAt: null } person && await people.VerifyUserTokenAsync(person, Use.Provider, Use.Purpose, Code ?? ""))
        {
            Person = person;
            await next();
            return;
        }

        context.Result = Over();
    }

    protected PageResult Over()
    {
        (IsOver, Response.StatusCode) = (true, StatusCodes.Status410Gone);
        return Page();
    }
}
