using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.People;

namespace Roundup.Web.Security;

/// <summary>Puts a person's name and role into the cookie, so that policies need no database. They are read again each minute.</summary>
internal sealed class RoleClaims(UserManager<Person> people, IOptions<IdentityOptions> options, RoundupDb db)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person person)
    {
        var identity = await base.GenerateClaimsAsync(person);
        identity.AddClaim(new Claim(ClaimTypes.Role, person.Role.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.GivenName, person.Name));
        if (await SpeaksForPublicationAsync(person)) identity.AddClaim(new Claim(Names.Voice, nameof(Model.Publication)));
        return identity;
    }

    // "My opinion" has to be somebody's: whose the publication says it is, or the only one's who could mean it.
    private async Task<bool> SpeaksForPublicationAsync(Person person)
    {
        if (person.Role < Role.Editor) return false;

        var named = await db.Publications.Select(p => p.EditedBy).SingleOrDefaultAsync() ?? "";
        return named is "" || string.Equals(named, person.Name, StringComparison.OrdinalIgnoreCase)
            || !await db.Users.Editors.AnyAsync(p => p.Id != person.Id);
    }
}

public static class Names
{
    internal const string Voice = "roundup:voice";
    internal const string Attendance = "roundup:attendance";

    /// <summary>The account; null for nobody.</summary>
    public static int? Id(this ClaimsPrincipal person) =>
        int.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Which sign-in of theirs this is; null for one of before these were kept.</summary>
    public static string? AttendanceKey(this ClaimsPrincipal person) => person.FindFirstValue(Names.Attendance);

    /// <summary>The name that is printed for whoever is signed in.</summary>
    public static string PrintedName(this ClaimsPrincipal person) => person.FindFirstValue(ClaimTypes.GivenName) ?? "";

    /// <summary>Whether somebody's opinions bear the publication's label and no name.</summary>
    public static bool SpeaksForPublication(this ClaimsPrincipal person) => person.HasClaim(claim => claim.Type == Names.Voice);
}
