using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Pages;

/// <summary>What is shown instead of a page: for every status that no page of its own answers, and for our own mistakes.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    // Not a handler: the request that failed may have had any method, and it is answered with its own.
    public override void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        Status = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } mistake ? StatusOf(mistake) : StatusAsked();
        Response.StatusCode = Status;
        if (Status is StatusCodes.Status503ServiceUnavailable) Response.Headers.RetryAfter = "5";
        (Heading, Sentence) = Status is StatusCodes.Status429TooManyRequests ? Slow(Response.Headers.RetryAfter) : Explain(Status);
        if (IsForProgram && ForPrograms(Status) is { } sentence) Sentence = sentence;
    }

    // Programs get what they can read.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // What keeps the page from being kept comes after this, and a result ends it here: without one OPTIONS would be answered with 200.
        Response.Headers.CacheControl = "no-store";
        context.Result = Page();
        if (!IsForProgram) return;

        var problem = new ProblemDetails { Status = Status, Title = Heading, Detail = Sentence };
        context.Result = new ContentResult { StatusCode = Status, ContentType = "application/problem+json", Content = JsonSerializer.Serialize(problem, JsonSerializerOptions.Web) };
    }

    private bool IsForProgram => MachineAnswers.AreWanted(Request, HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path);

    private static int StatusOf(Exception mistake) => mistake switch
    {
        BadHttpRequestException request => request.StatusCode,
        _ when Saving.IsBusy(mistake) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private int StatusAsked() =>
        int.TryParse(Request.Query["status"], NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;

    private (string Heading, string Sentence) Slow(string? after)
    {
        var seconds = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 600;
        var minutes = (seconds + 59) / 60;
        var wait = seconds < 60 ? InWords.Count(seconds, "second", "seconds") : minutes is 1 ? "a minute" : InWords.Count(minutes, "minute", "minutes");
        return ("Too many requests", $"Wait {wait}, then try again.{(HttpMethods.IsPost(Request.Method) ? " What you typed is still in the form." : "")}");
    }

    // Where the sentence for people speaks of forms and buttons.
    private static string? ForPrograms(int status) => status switch
    {
        400 => "The request could not be read. Nothing was changed.",
        405 => "The address takes other methods: the Allow header names them.",
        413 => "The request is too large. Send it in smaller parts.",
        429 => "Ask again after as many seconds as the Retry-After header says.",
        503 or < 500 => null,
        _ => "The mistake is ours, and is logged. Ask again later.",
    };

    private static (string Heading, string Sentence) Explain(int status) => status switch
    {
        400 => ("That request could not be read", "Go back, load the page again and repeat it. What you typed is still in the form."),
        403 => ("That is not yours to do", "The request came from another site, or your account may not do this."),
        404 => ("There is no such page", "The address may be mistyped, or what was here has moved. The archive lists every issue."),
        405 => ("This address can’t be used that way", "Go back and use the button on the page."),
        410 => ("This was withdrawn", "It was here once and has been taken back on purpose."),
        413 => ("That was too much at once", "Paste a smaller part of it: a whole post of four million characters still fits."),
        503 => ("The site is busy", "Nothing was changed. Try again in a few seconds."),
        < 500 => ("That did not work", "The request could not be carried out, and nothing was changed."),
        _ => ("Something broke on our side", "Nothing you sent was lost if it is still in your form: go back and try again. The error has been logged."),
    };
}
