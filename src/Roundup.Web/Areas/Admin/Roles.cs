using Roundup.Data.People;

namespace Roundup.Web.Areas.Admin;

/// <summary>The roles as the desk speaks of them.</summary>
public static class Roles
{
    /// <summary>Those of the desk, the least first.</summary>
    public static IReadOnlyList<Role> OfDesk { get; } = [Role.Contributor, Role.Editor, Role.Owner];

    /// <summary>Those that an invitation gives: an owner is made by an owner, by name.</summary>
    public static IReadOnlyList<Role> ToInvite { get; } = [Role.Contributor, Role.Editor];

    extension(Role role)
    {
        public string Name => role.ToString();

        /// <summary>An editor.</summary>
        public string WithArticle => role is Role.Editor or Role.Owner ? $"an {role.Name.ToLowerInvariant()}" : $"a {role.Name.ToLowerInvariant()}";

        public string Does => role switch
        {
            Role.Owner => "Does all that an editor does, decides about people and settings",
            Role.Editor => "Makes and publishes issues, takes opinions out",
            Role.Contributor => "Writes opinions in drafts and fills the inbox, publishes nothing",
            _ => "Reads; has no way to the desk",
        };
    }
}
