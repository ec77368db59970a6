using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Pages;

/// <summary>
/// A draft for an outsider who was sent a link. Looking changes nothing; what they note only the desk sees. Guarded as public forms are, by where
/// the request comes from: there is no cookie that a token could go with.
/// </summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.Previews)]
[RequestSizeLimit(MostBytes)]
public sealed class PreviewModel(RoundupDb db, CurrentPublication current, TimeProvider clock) : PageModel
{
    /// <summary>The longest note, each sign of which may be four bytes, escaped.</summary>
    private const int MostBytes = 64 * 1024;

    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PreviewLink Link { get; private set; } = null!;

    /// <summary>Null where the link opens nothing, any more or ever: the page tells none from the other.</summary>
    public IssueView? Issue { get; private set; }

    public DateOnly Until { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.PreviewLinks.OpenedByAsync(Token, HttpContext.RequestAborted) is not { } link) context.Result = Nothing(StatusCodes.Status404NotFound);
        // Once it is out, it is no secret how long the link was good; what was taken back stays taken back.
        else if (link is { RevokedAt: null, Issue.IsPublished: true } && !HttpMethods.IsPost(Request.Method)) context.Result = Redirect(Paths.Issue(link.Issue.Number, link.Issue.Slug));
        else if (!link.IsOpen(clock.GetUtcNow())) context.Result = Nothing(StatusCodes.Status410Gone);
        else
        {
            Link = link;
            await next();
        }
    }

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(null, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var entry = await db.Entries.AnyAsync(e => e.Id == Input.Entry && e.IssueId == Link.IssueId, cancel) ? Input.Entry : null;
        var refusal = ModelState.IsValid ? Link.Say(entry, Input.By ?? "", Input.Text ?? "", clock.GetUtcNow()) : new Refusal("That could not be read.");
        if (refusal is null && await db.SaveAsync(cancel) is { } race) refusal = race;
        if (refusal is null) return Redirect($"/preview/{Token}#n-{Link.Notes.Max(n => n.Id)}");

        await ShowAsync(new(entry, Input.By ?? "", Input.Text ?? "", refusal.Sentence), cancel);
        return this.Refuse(refusal);
    }

    private async Task ShowAsync(PreviewTalk.Refused? lost, CancellationToken cancel)
    {
        var publication = await current.ShownAsync();
        var issue = await db.Issues.Whole.AsNoTracking().SingleAsync(i => i.Id == Link.IssueId, cancel);
        Issue = IssueView.Of(issue, publication) with { Talk = new(Link) { Lost = lost } };
        Until = publication.DayOf(Link.ExpiresAt);
    }

    private PageResult Nothing(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    public sealed class InputModel
    {
        /// <summary>The entry that it is about; null for the issue.</summary>
        public int? Entry { get; set; }

        public string? By { get; set; }

        public string? Text { get; set; }
    }
}
