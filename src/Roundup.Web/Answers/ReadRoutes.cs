using System.Diagnostics.CodeAnalysis;

namespace Roundup.Web.Answers;

internal static class ReadRoutes
{
    /// <summary>With no other an address of ours is read; who asks for the head alone is told the same.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Scripts of any site may read; nothing that they send is looked at, no cookie either.</summary>
    public const string AnySite = "reading";

    extension(IEndpointRouteBuilder routes)
    {
        public RouteHandlerBuilder MapRead([StringSyntax("Route")] string pattern, Delegate handler) => routes.MapMethods(pattern, Methods, handler);
    }
}
