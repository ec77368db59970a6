using Microsoft.AspNetCore.Diagnostics;

namespace Roundup.Web.Security;

/// <summary>The headers that every answer carries. They are the same for everyone, so that a public page can be cached whole.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    internal const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        PathString asked = context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=()";
        headers["Referrer-Policy"] = IsPrivate(asked) ? "no-referrer" : "strict-origin-when-cross-origin";
        if (IsPrivate(asked)) (headers.CacheControl, headers.Pragma) = ("no-cache, no-store", "no-cache");
        // A draft that a crawler was handed is nobody's to find, whatever the answer is.
        if (asked.StartsWithSegments("/preview")) headers["X-Robots-Tag"] = "noindex, nofollow";
        return next(context);
    }

    private static readonly PathString[] Private = ["/admin", "/capture", "/account", "/set-up", "/preview", "/suggestions", Capturing.InboxDoor.Path, "/development"];

    /// <summary>What is somebody's own, whatever the answer is.</summary>
    internal static bool IsPrivate(PathString path) => Private.Any(place => path.StartsWithSegments(place));
}
