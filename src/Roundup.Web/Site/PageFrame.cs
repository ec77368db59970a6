using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Roundup.Model;
using Roundup.Web.Starting;

namespace Roundup.Web.Site;

/// <summary>
/// What the layout says around a page. A page sets <c>ViewData</c>: Title, Description, and Canonical (a path) where it
/// differs from its own; Private where nobody shall find it; Leans where words in italics are among the first that are drawn.
/// </summary>
public sealed class PageFrame(HttpContext context, ViewDataDictionary view, Publication? publication, SiteOptions site)
{
    /// <summary>What every page is drawn with, the desk too.</summary>
    public static IReadOnlyList<string> Romans { get; } =
        ["/lib/fonts/stix-two-text-latin-wght-normal.ws9yq2ciro.woff2", "/lib/fonts/instrument-sans-latin-wght-normal.aaumwf2cl6.woff2"];

    private const string Italic = "/lib/fonts/stix-two-text-latin-wght-italic.4upokzi258.woff2";

    /// <summary>The addresses by which the style sheet asks for them, letter for letter: a browser draws with what is there by then.</summary>
    public IReadOnlyList<string> PreloadedFonts => view["Leans"] is true ? [.. Romans, Italic] : Romans;

    public string Publication { get; } = publication?.Title ?? "Roundup";

    public string Title => view["Title"] is string { Length: > 0 } title ? $"{title} · {Publication}" : Publication;

    public string Description => view["Description"] as string ?? publication?.Tagline ?? "";

    /// <summary>Null on pages that are nobody's to find: errors, the desk, accounts.</summary>
    public string? Canonical => IsPublic ? $"{site.OriginOf(context.Request)}{view["Canonical"] as string ?? context.Request.Path.ToUriComponent()}" : null;

    // What has no link of its own in the frame is found from one that has.
    private static readonly (string Below, string Part)[] Parts = [("/search", "/issues"), ("/topics", "/issues"), ("/authors", "/papers")];

    /// <returns>"page" for a link to this page, "true" for one to the part of the site that it is in, else null.</returns>
    public string? Current(string path) =>
        context.Request.Path == path ? "page"
        : path is not "/" && (IsBelow(path) || Parts.Any(p => p.Part == path && IsBelow(p.Below))) ? "true"
        : null;

    private bool IsBelow(string path) => context.Request.Path.StartsWithSegments(path);

    private bool IsPublic => context.Response.StatusCode is StatusCodes.Status200OK && context.GetRouteValue("area") is null && view["Private"] is null;
}
