using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Roundup.Data.Issues;
using Roundup.Data.People;
using Roundup.Model.Issues;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin;

/// <summary>What the desk's pages have in common.</summary>
public static class Desk
{
    /// <summary>Whether somebody may change issues; a contributor may only write opinions.</summary>
    public static bool MayEdit(this ClaimsPrincipal person) => person.IsInRole(nameof(Role.Editor)) || person.IsInRole(nameof(Role.Owner));

    public static bool Owns(this ClaimsPrincipal person) => person.IsInRole(nameof(Role.Owner));

    /// <summary>The name that stands beside somebody's opinions; empty for an editor, who speaks for the publication.</summary>
    public static string Byline(this ClaimsPrincipal person) =>
        person.MayEdit() ? "" : person.PrintedName() is { Length: > 0 } name ? name : "A contributor";

    /// <summary>
    /// An opinion is its author's: nobody else rewrites it, not even an editor, who may only take it out. One that came without
    /// an account, as from an import, is the editors', or theirs whose name it bears.
    /// </summary>
    public static bool MayRewrite(this ClaimsPrincipal person, Opinion opinion) =>
        opinion.PersonId is { } author ? author == person.Id() : opinion.Author == person.Byline() || (person.MayEdit() && opinion.Author is "");

    /// <summary>What somebody said about an entry already; null for nothing.</summary>
    public static Opinion? OpinionIn(this ClaimsPrincipal person, Entry entry) =>
        entry.Opinions.FirstOrDefault(o => o.PersonId is { } author && author == person.Id()) ?? entry.Opinions.FirstOrDefault(o => o.PersonId is null && person.MayRewrite(o));

    public static Writer Writer(this ClaimsPrincipal person) => new(person.Id(), person.PrintedName());

    /// <summary>
    /// A mark of an issue's own words. Its version counts moved papers too, and a paper that was moved is no reason to compare texts.
    /// </summary>
    public static string Mark(this Issue issue)
    {
        var words = string.Join('\0', issue.Number, issue.Title, issue.Theme, issue.Introduction.Source, issue.Closing.Source);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 12));
    }
}
