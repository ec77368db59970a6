using Microsoft.AspNetCore.Mvc.Filters;

namespace Roundup.Web.Security;

/// <summary>A page that is somebody's own: kept nowhere, found by nobody, and no address that it links to learns its own.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PrivatePage : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        (headers.CacheControl, headers.Pragma) = ("no-cache, no-store", "no-cache");
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
