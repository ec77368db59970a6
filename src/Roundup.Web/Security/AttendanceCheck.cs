using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.People;

namespace Roundup.Web.Security;

/// <summary>Each minute a cookie is asked whether it is still good; one whose session was ended elsewhere is not.</summary>
internal sealed class AttendanceCheck(IOptions<SecurityStampValidatorOptions> options, SignIns signIn, ILoggerFactory log, RoundupDb db, TimeProvider clock)
    : SecurityStampValidator<Person>(options, signIn, log)
{
    /// <summary>When somebody was seen is known this well, and not written more often.</summary>
    private static readonly TimeSpan Roughly = TimeSpan.FromMinutes(5);

    protected override async Task SecurityStampVerified(Person user, CookieValidatePrincipalContext context)
    {
        var key = context.Principal?.AttendanceKey();
        var there = key is null ? null : await db.Attendances.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key && a.PersonId == user.Id);
        if (key is not null && there is not { EndedAt: null })
        {
            context.RejectPrincipal();
            await SignInManager.SignOutAsync();
            return;
        }

        // A cookie of before there were attendances begins one.
        key ??= await signIn.AttendAsync(user);
        if (there is not null && clock.GetUtcNow() - there.SeenAt >= Roughly) await SeeAsync(there.Id);
        await base.SecurityStampVerified(user, context);
        if (context.Principal?.Identity is ClaimsIdentity identity && !identity.HasClaim(Names.Attendance, key)) identity.AddClaim(new Claim(Names.Attendance, key));
    }

    private async Task SeeAsync(int id)
    {
        try
        {
            await db.Attendances.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.SeenAt, clock.GetUtcNow()));
        }
        catch (Exception busy) when (Saving.IsBusy(busy))
        {
            // Somebody reads; that is no reason to refuse it.
        }
    }
}
