using System.Globalization;
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
    private const string UsedStep = "UsedStep";

    // Identity checks codes by the machine's clock, whatever the site's says.
    private static DateTimeOffset CodesNow => TimeProvider.System.GetUtcNow();

    /// <summary>After that an attendance that is over is forgotten.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The attendance that a cookie which is renewed goes on with.</summary>
    private string? _kept;

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

    /// <summary>
    /// Renews the cookie of whoever is signed in. One whose attendance is over is signed out: it may be read for another minute, but it is not to
    /// become a new one.
    /// </summary>
    public override async Task RefreshSignInAsync(Person user)
    {
        if (!await LastsAsync(user))
        {
            await SignOutAsync();
            return;
        }

        _kept = Context.User.AttendanceKey();
        await base.RefreshSignInAsync(user);
        _kept = null;
    }

    /// <summary>Whether the attendance that the cookie names goes on. A cookie of before there were any names none.</summary>
    public async Task<bool> LastsAsync(Person person) =>
        Context.User.AttendanceKey() is not { } key || await db.Attendances.AnyAsync(a => a.Key == key && a.PersonId == person.Id && a.EndedAt == null);

    public override async Task SignOutAsync()
    {
        if (Context.User.AttendanceKey() is { } key) await db.Attendances.Where(a => a.Key == key && a.EndedAt == null).ExecuteUpdateAsync(a => a.SetProperty(x => x.EndedAt, clock.GetUtcNow()));
        await base.SignOutAsync();
    }

    /// <summary>
    /// A code is good once (RFC 6238, 5.2), and so is every older one. What is used up is kept before the cookie is given: of two who send one code
    /// at the same moment, one is refused.
    /// </summary>
    public override async Task<Microsoft.AspNetCore.Identity.SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } person) return Microsoft.AspNetCore.Identity.SignInResult.Failed;
        if (await PreSignInCheck(person) is { } not) return not;

        var key = await UserManager.GetAuthenticatorKeyAsync(person) ?? "";
        if (TimeCodes.StepOf(key, code, CodesNow) is { } step)
        {
            if (step <= await UsedStepAsync(person)) return Microsoft.AspNetCore.Identity.SignInResult.Failed;

            var kept = IdentityResult.Success;
            if (await Saving.RacingAsync(async () => kept = await UserManager.SetAuthenticationTokenAsync(person, OwnName, UsedStep, Written(step))) is not null || !kept.Succeeded) return Microsoft.AspNetCore.Identity.SignInResult.Failed;
        }

        return await base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient);
    }

    /// <summary>The code that turned the second step on is used by that. Kept by whoever saves the person.</summary>
    public async Task UseUpAsync(Person person, string key, string code, IUserStore<Person> store, CancellationToken cancel)
    {
        if (TimeCodes.StepOf(key, code, CodesNow) is { } step) await ((IUserAuthenticationTokenStore<Person>)store).SetTokenAsync(person, OwnName, UsedStep, Written(step), cancel);
    }

    private async Task<long> UsedStepAsync(Person person) =>
        long.TryParse(await UserManager.GetAuthenticationTokenAsync(person, OwnName, UsedStep), CultureInfo.InvariantCulture, out var step) ? step : 0;

    private static string Written(long step) => step.ToString(CultureInfo.InvariantCulture);

    /// <summary>The key of the attendance that lasts in this browser, or of a new one.</summary>
    internal async Task<string> AttendAsync(Person person)
    {
        if (_kept is not null) return _kept;

        var now = clock.GetUtcNow();
        if (Context.User.AttendanceKey() is { } key && await db.Attendances.AnyAsync(a => a.Key == key && a.PersonId == person.Id && a.EndedAt == null)) return key;

        var began = new Attendance(person.Id, Secret.Make(), Context.Request.Headers.UserAgent.ToString(), RateLimits.Place(Context.Connection.RemoteIpAddress), now);
        db.Add(began);
        await db.SaveChangesAsync();
        await db.Attendances.Where(a => a.PersonId == person.Id && a.SeenAt < now - Kept).ExecuteDeleteAsync();
        return began.Key;
    }
}
