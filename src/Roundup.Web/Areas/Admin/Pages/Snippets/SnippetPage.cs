using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Snippets;

/// <summary>A page about one snippet of whoever asks; 404 for anybody else's.</summary>
public abstract class SnippetPage(RoundupDb db) : PageModel
{
    [FromRoute(Name = "snippet")]
    public int SnippetId { get; set; }

    public Snippet Snippet { get; private set; } = null!;

    protected RoundupDb Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var owner = User.Id();
        if (await db.Snippets.SingleOrDefaultAsync(s => s.Id == SnippetId && s.PersonId == owner, HttpContext.RequestAborted) is not { } snippet)
        {
            context.Result = NotFound();
            return;
        }

        Snippet = snippet;
        await next();
    }
}

public sealed class SnippetInput
{
    public string? Name { get; set; }

    public string? Text { get; set; }

    /// <summary>The version that the form was filled with; 0 for a new one.</summary>
    public int Version { get; set; }
}
