using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.People;

namespace Roundup.Web.Security;

/// <summary>Identity's way of signing in, for accounts that are not closed. Each sign-in is an attendance, which the cookie names.</summary>
public sealed class SignIns(
    UserManager<Person> people, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Person> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Person> confirmation, RoundupDb db, TimeProvider clock)
    : SignInManager<Person>(people, context, claims, options, log, schemes, confirmation)
{
    /// <summary>How long a browser stays signed in after it was last seen.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string OwnName = "Roundup";
    private const string UsedCode = "UsedCode";

    /// <summary>After that an attendance that is over is forgotten.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // Who registered has to show whose address it is; who was invited had the link from the owner. A stranger who could sign in with an
    // address that is new here would learn by it that it is new.
    public override async Task<bool> CanSignInAsync(Person user) => user.LeftAt is null && (user.EmailConfirmed || user.Role > Role.Reader) && await base.CanSignInAsync(user);

    // Asked each minute for whoever is signed in.
    public override async Task<bool> ValidateSecurityStampAsync(Person? user, string? securityStamp) =>
        user?.LeftAt is null && await base.ValidateSecurityStampAsync(user, securityStamp);

    public override async Task SignInWithClaimsAsync(Person user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var key = await AttendAsync(user);
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims.Where(c => c.Type != Names.Attendance), new(Names.Attendance, key)]);
    }

    public override async Task SignOutAsync()
    {
        if (Context.User.AttendanceKey() is { } key) await db.Attendances.Where(a => a.Key == key && a.EndedAt == null).ExecuteUpdateAsync(a => a.SetProperty(x => x.EndedAt, clock.GetUtcNow()));
        await base.SignOutAsync();
    }

    /// <summary>A code is good once (RFC 6238, 5.2).</summary>
    public override async Task<Microsoft.AspNetCore.Identity.SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient)
    {
        var person = await GetTwoFactorAuthenticationUserAsync();
        if (person is not null && await UserManager.GetAuthenticationTokenAsync(person, OwnName, UsedCode) == code) return Microsoft.AspNetCore.Identity.SignInResult.Failed;

        var result = await base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient);
        if (result.Succeeded && person is not null) await UserManager.SetAuthenticationTokenAsync(person, OwnName, UsedCode, code);
        return result;
    }

    /// <summary>The key of the attendance that lasts in this browser, or of a new one.</summary>
    internal async Task<string> AttendAsync(Person person)
    {
        var now = clock.GetUtcNow();
        if (Context.User.AttendanceKey() is { } key && await db.Attendances.AnyAsync(a => a.Key == key && a.PersonId == person.Id && a.EndedAt == null)) return key;

        var began = new Attendance(person.Id, Secret.Make(), Context.Request.Headers.UserAgent.ToString(), GuessLimit.Place(Context.Connection.RemoteIpAddress), now);
        db.Add(began);
        await db.SaveChangesAsync();
        await db.Attendances.Where(a => a.PersonId == person.Id && a.SeenAt < now - Kept).ExecuteDeleteAsync();
        return began.Key;
    }
}
