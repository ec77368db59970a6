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

    /// <summary>The name that stands beside somebody's opinions; empty for the editor who speaks for the publication.</summary>
    public static string Byline(this ClaimsPrincipal person) =>
        person.SpeaksForPublication() ? "" : person.PrintedName() is { Length: > 0 } name ? name : person.MayEdit() ? "An editor" : "A contributor";

    /// <summary>The same on a paper: where another one speaks for the publication there already, both are told apart by a name.</summary>
    public static string Byline(this ClaimsPrincipal person, Entry entry) =>
        person.Byline() is "" && person.PrintedName() is { Length: > 0 } name && entry.Opinions.Any(o => o.Author is "" && !person.MayRewrite(o)) ? name : person.Byline();

    /// <summary>
    /// An opinion is its author's: nobody else rewrites it, not even an editor, who may only take it out. One that came without
    /// an account, as from an import, is the editors', or theirs whose name it bears.
    /// </summary>
    public static bool MayRewrite(this ClaimsPrincipal person, Opinion opinion) =>
        opinion.PersonId is { } author ? author == person.Id() : person.Bears(opinion.Author) || (person.MayEdit() && opinion.Author is "");

    /// <summary>Editors take out any opinion, and everybody their own while the issue is a draft.</summary>
    public static bool MayWithdraw(this ClaimsPrincipal person, Opinion opinion) =>
        person.MayEdit() || (!opinion.Entry.Issue.IsPublished && person.MayRewrite(opinion));

    /// <summary>What somebody said about an entry already; null for nothing.</summary>
    public static Opinion? OpinionIn(this ClaimsPrincipal person, Entry entry) =>
        entry.Opinions.FirstOrDefault(o => o.PersonId is { } author && author == person.Id())
            ?? entry.Opinions.FirstOrDefault(o => o.PersonId is null && (person.Bears(o.Author) || (o.Author is "" && person.SpeaksForPublication())));

    private static bool Bears(this ClaimsPrincipal person, string author) => author is not "" && author == person.PrintedName();

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
