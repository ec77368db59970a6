using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Model.Discussion;

namespace Roundup.Web.Areas.Admin.Pages.Comments;

/// <summary>The lists of comments at the desk, by their names in the address.</summary>
public enum CommentListKind
{
    Held = 0,
    Reported = 1,
    Published = 2,
    Spam = 3,
    Gone = 4,
    Unconfirmed = 5,
}

internal static class CommentLists
{
    public const string Path = "/admin/comments";

    public static string PathOf(CommentListKind kind) => kind is CommentListKind.Held ? Path : $"{Path}?list={NameOf(kind)}";

    public static string NameOf(CommentListKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>A list with something more said in its address.</summary>
    public static string PathOf(CommentListKind kind, string query) => $"{PathOf(kind)}{(kind is CommentListKind.Held ? '?' : '&')}{query}";

    /// <summary>What somebody waits for stands with the oldest first, the rest with the newest.</summary>
    public static IQueryable<Comment> Of(RoundupDb db, CommentListKind kind) => kind switch
    {
        CommentListKind.Held => db.Comments.Held.OrderBy(c => c.WrittenAt).ThenBy(c => c.Id),
        CommentListKind.Reported => db.Comments.Reported.OrderBy(c => c.WrittenAt).ThenBy(c => c.Id),
        CommentListKind.Published => db.Comments.Shown.OrderByDescending(c => c.WrittenAt).ThenByDescending(c => c.Id),
        CommentListKind.Spam => db.Comments.Where(c => c.State == CommentState.Spam).OrderByDescending(c => c.StateAt).ThenByDescending(c => c.Id),
        CommentListKind.Gone => db.Comments.Gone.OrderByDescending(c => c.StateAt).ThenByDescending(c => c.Id),
        _ => db.Comments.Unconfirmed.OrderByDescending(c => c.WrittenAt).ThenByDescending(c => c.Id),
    };
}
