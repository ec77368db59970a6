using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.People;
using Roundup.Model.Discussion;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Comments;

/// <summary>A reader finds that a comment should not be there.</summary>
[IgnoreAntiforgeryToken]
[PrivatePage]
[EnableRateLimiting(RateLimits.Talk)]
[RequestSizeLimit(1024 * 1024)]
public sealed class ReportModel(RoundupDb db, SpamGuard guard, CommentIntake intake) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public SpamGuard.Input Guard { get; set; } = new();

    public Comment Comment { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var comment = await db.CommentAsync(Id, HttpContext.RequestAborted);
        // What was public when the form was opened is answered with a sentence, and its words are shown no more.
        if (comment is null || (comment.State is not CommentState.Public && !HttpMethods.IsPost(Request.Method)) || !comment.Issue.IsPublished) context.Result = NotFound();
        else
        {
            Comment = comment;
            await next();
        }
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // Nothing is lost by refusing, and two made-up readers could take any comment from its page.
        if (guard.Look(Guard, isKnown: true) is not CommentHolds.None) return this.Refuse(new("That came faster than a person writes. Wait a moment, and send it again."));
        return await intake.ReportAsync(Comment, Input.Reason ?? "", From, cancel) is { } refusal ? this.Refuse(refusal) : Redirect(SentModel.PathOf(SentModel.Report, Comment.Issue.Number));
    }

    // Tells the reporters of one comment apart, and says nothing about a reader who reports two: each comment's writer has a secret of their own.
    private string From => Secret.HashOf($"{Comment.Commenter.Token} {Comment.Id} {RateLimits.Network(HttpContext.Connection.RemoteIpAddress)}");

    public sealed class InputModel
    {
        public string? Reason { get; set; }
    }
}
