namespace Roundup.Web.Security;

/// <summary>Who may do what, by the names that conventions and pages use.</summary>
public static class Policies
{
    /// <summary>Contributors, editors and the owner: all of /admin.</summary>
    public const string Desk = "Desk";

    /// <summary>Editors and the owner: what changes issues and what readers see.</summary>
    public const string Publish = "Publish";

    /// <summary>The owner: settings and people.</summary>
    public const string Own = "Own";
}
