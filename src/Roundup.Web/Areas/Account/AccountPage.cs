using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account;

/// <summary>A page about one's own account.</summary>
[Authorize]
public abstract class AccountPage(RoundupDb db, SignIns signIn) : PageModel
{
    protected RoundupDb Db => db;

    protected SignIns Signing => signIn;

    protected UserManager<Person> People => signIn.UserManager;

    /// <summary>Whose account it is.</summary>
    public Person Oneself { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // The cookie may be a minute old; what decides about an account asks the database whether it is still good.
        var stamp = User.FindFirstValue(signIn.Options.ClaimsIdentity.SecurityStampClaimType);
        if (await db.Users.SingleOrDefaultAsync(p => p.Id == User.Id() && p.LeftAt == null, HttpContext.RequestAborted) is { } person
            && await signIn.ValidateSecurityStampAsync(person, stamp) && await signIn.LastsAsync(person))
        {
            Oneself = person;
            if (await FindAsync()) await next();
            else context.Result = NotFound();
            return;
        }

        await signIn.SignOutAsync();
        context.Result = LocalRedirect("/account/sign-in");
    }

    /// <summary>Finds what the page is about; false where there is no such thing.</summary>
    protected virtual Task<bool> FindAsync() => Task.FromResult(true);

    /// <summary>What changes how one signs in asks for the password again: a browser that was left open is not enough.</summary>
    protected async Task<Refusal?> ProveAsync(string password)
    {
        var result = await signIn.CheckPasswordSignInAsync(Oneself, password, lockoutOnFailure: true);
        if (result.Succeeded) return null;
        return new(result.IsLockedOut ? "Too many wrong passwords: this account rests for an hour." : "That is not your password.", "Password");
    }

    /// <summary>Ends every session but this one; saved with whatever else changes.</summary>
    protected async Task EndOthersAsync(DateTimeOffset now)
    {
        var key = User.AttendanceKey();
        foreach (var other in await db.Attendances.Where(a => a.PersonId == Oneself.Id && a.EndedAt == null && a.Key != key).ToListAsync()) other.End(now);
    }

    protected IActionResult Done(string what) => LocalRedirect($"/account?done={what}");
}

public static class Answers
{
    extension(PageModel page)
    {
        /// <summary>What Identity has against a new password, or an account.</summary>
        public IActionResult Refuse(IdentityResult result, string field = "Password")
        {
            foreach (var error in result.Errors)
                page.Refuse(new Refusal(error.Code is "ConcurrencyFailure" ? "Your account was changed at the same moment. Try again." : error.Description, error.Code.StartsWith("Password", StringComparison.Ordinal) ? field : ""));
            return page.RefuseShape();
        }
    }
}
