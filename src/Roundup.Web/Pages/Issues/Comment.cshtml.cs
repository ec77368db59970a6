using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model.Discussion;
using Roundup.Web.Pages.Comments;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Issues;

/// <summary>A comment is written here, without script; with it, the form of this page stands in the discussion.</summary>
public sealed class CommentModel(RoundupDb db, CurrentPublication current, Writers writers, CommentIntake intake, TimeProvider clock) : CommentForm(db, current, writers, clock)
{
    private readonly Writers _writers = writers;

    public void OnGet() => Input.Text = Quoted();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (IsReplyGone) return this.Refuse(new("The comment that you answer is not here any more. What you wrote is still below: send it as a comment of its own, or copy it."));

        var (refusal, writer) = await _writers.FindAsync(HttpContext, Input.Name ?? "", Input.Email ?? "", cancel);
        if (refusal is not null) return this.Refuse(refusal);

        (refusal, var comment) = await intake.TakeAsync(Place, writer!, Input.Text, Guard, cancel);
        return refusal is null ? Go(comment!, writer!.IsProven) : this.Refuse(refusal);
    }

    // A script is told where to go and not sent there: what it follows by itself it can't tell from an answer, nor does it learn the place on the page.
    private IActionResult Go(Comment comment, bool isProven)
    {
        var path = comment.State is CommentState.Public ? $"{Name.Path}#{comment.Anchor}" : SentModel.PathOf(isProven ? SentModel.Held : SentModel.Mail, Number);
        if (!ScriptAnswers.AskedByScript(Request)) return Redirect(path);

        Response.Headers.Location = path;
        return StatusCode(StatusCodes.Status201Created);
    }
}
