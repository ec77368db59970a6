using Microsoft.AspNetCore.Diagnostics;

namespace Roundup.Web.Security;

/// <summary>
/// Refuses requests that change something and were started by another site: by Sec-Fetch-Site, else by Origin against Host
/// (OWASP Cross-Site Request Forgery Prevention; .NET 11 does so by default). Public pages need no token and no cookie for it.
/// </summary>
internal sealed class FetchMetadata(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // The page that explains a refusal is reached with the method that was refused.
        var explains = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        // Where nothing takes it nothing can change: 404 and 405 say so. A form finds its page or not, and is refused either way.
        var isTaken = HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint() is RouteEndpoint;
        // A token in a header is nothing that a browser sends of its own accord, and scripts send no Origin.
        if (explains || !isTaken || context.Request.Path.StartsWithSegments("/api") || Reads(context.Request.Method) || EndsMails(context.Request.Path) || CameFromHere(context.Request))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static bool Reads(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    // One click in a mail program, or at its server, ends mails (RFC 8058): no page of ours is open there. The secret in the address is the whole proof,
    // and all that it can do is end mails.
    private static bool EndsMails(PathString path) => path.Value?.Split('/') is ["", "comments" or "suggestions", { Length: > 20 }, "mute"];

    private static bool CameFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site, ..]) return site is "same-origin" or "none";

        return request.Headers.Origin is [{ } origin, ..] && Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value;
    }
}
