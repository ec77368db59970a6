using Microsoft.Extensions.Primitives;

namespace Roundup.Web.Security;

/// <summary>
/// A form of the desk that is posted without script when the sign-in has run out, or with a token that is too old: its words come back on a page that can
/// post them again, instead of being dropped on the way to another. Nothing is kept here: the fields travel in the page, and their sender presses the button.
/// </summary>
/// <remarks>What another site sends is refused by <see cref="FetchMetadata"/>, with an answer of its own that nothing is carried from.</remarks>
internal sealed class CarriedWords(RequestDelegate next)
{
    /// <summary>In bytes: the longest opinion, introduction and closing words with room to spare; a pasted post of 4 MB goes the old way.</summary>
    private const long AtMost = 4 * 1024 * 1024;

    public sealed record Load(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, bool IsSignedIn);

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (!IsWritten(context.Request) || context.Response.HasStarted || context.Items.ContainsKey(typeof(Load))) return;
        if (!WasSentAway(context) && !WasTooOld(context)) return;

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        // The token of the same person is good again after signing in; one that was refused is of no use.
        var isSignedIn = WasTooOld(context);
        var fields = form.Where(f => !isSignedIn || f.Key is not "_token").SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        if (fields.All(f => f.Key is "_token" || string.IsNullOrWhiteSpace(f.Value))) return;

        await ShowAsync(context, new Load($"{context.Request.Path}{context.Request.QueryString}", fields, isSignedIn));
    }

    private static bool IsWritten(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/admin") && request.ContentLength is > 0 and <= AtMost
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true && !ScriptAnswers.AskedByScript(request);

    private static bool WasSentAway(HttpContext context) =>
        context.Response.StatusCode is StatusCodes.Status302Found && context.User.Identity?.IsAuthenticated is not true
        && Uri.TryCreate(context.Response.Headers.Location, UriKind.Absolute, out var to) && to.AbsolutePath is "/account/sign-in";

    private static bool WasTooOld(HttpContext context) =>
        context.Response.StatusCode is StatusCodes.Status400BadRequest && context.Response.ContentType is null && context.User.Identity?.IsAuthenticated is true;

    private async Task ShowAsync(HttpContext context, Load load)
    {
        context.Items[typeof(Load)] = load;
        context.Response.Headers.Location = StringValues.Empty;
        context.Response.StatusCode = load.IsSignedIn ? StatusCodes.Status400BadRequest : StatusCodes.Status401Unauthorized;
        var (path, query, method) = (context.Request.Path, context.Request.QueryString, context.Request.Method);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        (context.Request.Path, context.Request.QueryString, context.Request.Method) = ("/account/carry", QueryString.Empty, HttpMethods.Get);
        try
        {
            await next(context);
        }
        finally
        {
            (context.Request.Path, context.Request.QueryString, context.Request.Method) = (path, query, method);
        }
    }
}
