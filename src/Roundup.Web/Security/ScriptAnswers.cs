using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Roundup.Web.Security;

/// <summary>
/// Who asks by script and is not signed in is told so, 401 or 403 as problem+json (RFC 9457), and not sent to a page that a script would take for its answer.
/// </summary>
internal static class ScriptAnswers
{
    public static void AnswerScripts(this CookieAuthenticationEvents events)
    {
        var (signIn, denied) = (events.OnRedirectToLogin, events.OnRedirectToAccessDenied);
        events.OnRedirectToLogin = to => AskedByScript(to.Request) ? Say(to, StatusCodes.Status401Unauthorized, "Your session has ended. Sign in again.") : signIn(to);
        events.OnRedirectToAccessDenied = to => AskedByScript(to.Request) ? Say(to, StatusCodes.Status403Forbidden, "Your account may not do this.") : denied(to);
    }

    /// <summary>A page that a person opens, and a form that is posted without script, say what they are for: Sec-Fetch-Dest is "document" there.</summary>
    public static bool AskedByScript(HttpRequest request) => request.Headers["Sec-Fetch-Dest"] == "empty" || request.Headers.XRequestedWith == "XMLHttpRequest";

    private static Task Say(RedirectContext<CookieAuthenticationOptions> to, int status, string sentence)
    {
        // The answer is whole: no page of ours has to explain it.
        if (to.HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        return Results.Problem(title: sentence, statusCode: status).ExecuteAsync(to.HttpContext);
    }
}
