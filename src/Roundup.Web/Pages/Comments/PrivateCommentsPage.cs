using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Security;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Comments;

/// <summary>A page of whoever has a private link. The link is the whole proof: its address is only ever mailed, and told to nobody by these pages.</summary>
[IgnoreAntiforgeryToken]
[PrivatePage]
[EnableRateLimiting(RateLimits.Talk)]
public abstract class PrivateCommentsPage(RoundupDb db) : PageModel
{
    protected RoundupDb Db { get; } = db;

    [FromRoute]
    public string Token { get; set; } = "";

    public Commenter Commenter { get; private set; } = null!;

    public string Home => TalkMail.PathOf(Commenter);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await Db.CommenterAsync(Token, HttpContext.RequestAborted) is not { } commenter)
        {
            context.Result = NotFound();
            return;
        }

        Commenter = commenter;
        if (await FindAsync(HttpContext.RequestAborted)) await next();
        else context.Result = NotFound();
    }

    /// <summary>Whether what the page is about is there, and theirs.</summary>
    protected virtual Task<bool> FindAsync(CancellationToken cancel) => Task.FromResult(true);

    /// <summary>Back to everything of theirs, which says what happened.</summary>
    protected IActionResult Done(string what) => Redirect($"{Home}?did={what}");

    /// <summary>Where a button has no form of its own, a race is told on their page: nothing was changed.</summary>
    protected IActionResult Done(Refusal? race, string what) => Done(race is null ? what : "race");
}

/// <summary>A page about one comment of theirs.</summary>
public abstract class OwnCommentPage(RoundupDb db) : PrivateCommentsPage(db)
{
    [FromRoute]
    public int Id { get; set; }

    public Comment Comment { get; private set; } = null!;

    protected override async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await Db.CommentAsync(Id, cancel) is not { } comment || comment.CommenterId != Commenter.Id || comment.State is CommentState.Removed) return false;
        Comment = comment;
        return true;
    }
}
