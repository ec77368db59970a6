using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>A page about one issue, as readers know it once it is out; 404 where there is none with the number in the address.</summary>
public abstract class IssuePage(RoundupDb db) : PageModel
{
    [FromRoute]
    public int Number { get; set; }

    public Issue Issue { get; private set; } = null!;

    protected RoundupDb Db => db;

    protected virtual Task<Issue?> ReadAsync(CancellationToken cancel) => db.Issues.Originals.Whole.SingleOrDefaultAsync(i => i.Number == Number, cancel);

    public string EditPath => $"/admin/issues/{Number}/edit";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await ReadAsync()) await next();
        else context.Result = NotFound();
    }

    protected virtual bool Find() => true;

    /// <summary>Once more from the database, where somebody else was quicker; what was changed and not saved is forgotten.</summary>
    /// <returns>Whether it is still there.</returns>
    protected Task<bool> ReadAgainAsync()
    {
        db.ChangeTracker.Clear();
        return ReadAsync();
    }

    private async Task<bool> ReadAsync()
    {
        if (await ReadAsync(HttpContext.RequestAborted) is not { } issue) return false;

        Issue = issue;
        return Find();
    }

    /// <summary>Shows the page again beside what somebody else saved: 409, as the request itself was in order.</summary>
    protected IActionResult Compare(string sentence)
    {
        ModelState.AddModelError("", sentence);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}

/// <summary>
/// A page on which an issue is made: a draft, or the working copy of a published one. A published issue without a copy is only shown; what such a
/// page is sent has to be refused with <see cref="Model.Issues.Issue.Closed"/>, beside what was typed.
/// </summary>
public abstract class WorkPage(RoundupDb db) : IssuePage(db)
{
    protected override Task<Issue?> ReadAsync(CancellationToken cancel) => Db.Issues.Whole.AtWorkAsync(Number, cancel);

    /// <summary>Saves, and keeps what the texts said.</summary>
    protected async Task<Refusal?> KeepAndSaveAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await Db.KeepRevisionsAsync(User.Writer(), now, cancel: cancel);
        return await Db.SaveAsync(cancel);
    }
}

/// <summary>A page about one paper in an issue.</summary>
public abstract class EntryPage(RoundupDb db) : WorkPage(db)
{
    [FromRoute(Name = "entry")]
    public int EntryId { get; set; }

    public Entry Entry { get; private set; } = null!;

    public string EntryPath => $"{EditPath}?open={Entry.Key}#{Entry.Anchor}";

    protected override bool Find()
    {
        if (Issue.Entry(EntryId) is not { } entry) return false;

        Entry = entry;
        return true;
    }
}
