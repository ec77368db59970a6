using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Model.Discussion;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Suggestions;

/// <summary>A page on which an editor decides about one suggestion; 404 where there is none.</summary>
public abstract class DecisionPage(RoundupDb db) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    public Suggestion Suggestion { get; private set; } = null!;

    public string Title => SuggestionFates.TitleOf(Suggestion);

    protected RoundupDb Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.SuggestionAsync(Id, HttpContext.RequestAborted) is not { } suggestion)
        {
            context.Result = NotFound();
            return;
        }

        Suggestion = suggestion;
        await next();
    }
}
