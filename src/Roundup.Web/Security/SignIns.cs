using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Roundup.Data.People;

namespace Roundup.Web.Security;

/// <summary>Identity's way of signing in, for accounts that are not closed.</summary>
internal sealed class SignIns(
    UserManager<Person> people, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Person> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Person> confirmation)
    : SignInManager<Person>(people, context, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Person user) => user.LeftAt is null && await base.CanSignInAsync(user);

    // Asked each minute for whoever is signed in.
    public override async Task<bool> ValidateSecurityStampAsync(Person? user, string? securityStamp) =>
        user?.LeftAt is null && await base.ValidateSecurityStampAsync(user, securityStamp);
}
