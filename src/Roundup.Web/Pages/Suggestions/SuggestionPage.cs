using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Model.Discussion;

namespace Roundup.Web.Pages.Suggestions;

/// <summary>A page about one reader's suggestion, for whoever has its link; 404 where the link opens nothing, or nothing any more.</summary>
public abstract class SuggestionPage(RoundupDb db) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    public Suggestion Suggestion { get; private set; } = null!;

    public SuggestionVoice Voice { get; private set; } = null!;

    protected RoundupDb Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.SuggestionAsync(Token, HttpContext.RequestAborted) is not { } suggestion)
        {
            context.Result = NotFound();
            return;
        }

        (Suggestion, Voice) = (suggestion, suggestion.Voices.Single(v => v.Token == Token));
        await next();
    }
}
