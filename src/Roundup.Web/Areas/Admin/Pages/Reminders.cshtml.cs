using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages;

/// <summary>What whoever is signed in is told by mail, and whether single letters act for them.</summary>
public sealed class RemindersModel(RoundupDb db) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public bool IsSaved { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = User.Id();
        if (await db.Users.SingleOrDefaultAsync(p => p.Id == id, HttpContext.RequestAborted) is not { } person)
        {
            context.Result = NotFound();
            return;
        }

        Person = person;
        await next();
    }

    public void OnGet() => Input = new() { Wants = Person.WantsReminders, Comments = Person.WantsComments, Keys = Person.WantsKeys };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        (Person.WantsReminders, Person.WantsComments, Person.WantsKeys) = (Input.Wants, Input.Comments, Input.Keys);
        if (await db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        IsSaved = true;
        return Page();
    }

    public sealed class InputModel
    {
        public bool Wants { get; set; }

        public bool Comments { get; set; }

        public bool Keys { get; set; }
    }
}
