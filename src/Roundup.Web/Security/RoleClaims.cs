using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Roundup.Data.People;

namespace Roundup.Web.Security;

/// <summary>Puts a person's name and role into the cookie, so that policies need no database.</summary>
internal sealed class RoleClaims(UserManager<Person> people, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person person)
    {
        var identity = await base.GenerateClaimsAsync(person);
        identity.AddClaim(new Claim(ClaimTypes.Role, person.Role.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.GivenName, person.Name));
        return identity;
    }
}

public static class Names
{
    /// <summary>The account; null for nobody.</summary>
    public static int? Id(this ClaimsPrincipal person) =>
        int.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The name that is printed for whoever is signed in.</summary>
    public static string PrintedName(this ClaimsPrincipal person) => person.FindFirstValue(ClaimTypes.GivenName) ?? "";
}
