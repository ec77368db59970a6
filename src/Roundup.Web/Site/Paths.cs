using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Roundup.Web.Site;

/// <summary>Where readers find things. The number decides; the words behind it are for people.</summary>
public static class Paths
{
    public static string Issue(int number, string slug) => Join($"/issues/{number}", slug);

    /// <summary>How long a redirect from a former name may be kept: the name may come back, and a browser that kept both ways would go round.</summary>
    public const string Renamed = "public, max-age=3600";

    public static string Paper(int id, string slug) => Join($"/papers/{id}", slug);

    public static string Topic(string slug) => $"/topics/{slug}";

    /// <summary>In scripts beside the Latin one, too: <see cref="Roundup.Model.Papers.PersonName.Slug"/>.</summary>
    public static string Author(string slug) => $"/authors/{Uri.EscapeDataString(slug)}";

    /// <summary>Where a comment is written: on the issue, or on an entry of it.</summary>
    public static string Comment(int issue, int? entry = null) => entry is null ? $"/issues/{issue}/comment" : $"/issues/{issue}/comment?entry={entry}";

    /// <summary>Where a comment is answered.</summary>
    public static string Reply(int issue, int comment) => $"/issues/{issue}/comment?reply={comment}";

    private static string Join(string path, string slug) => slug is "" ? path : $"{path}/{slug}";
}

public static class Moves
{
    extension(PageModel page)
    {
        /// <summary>To the address of today, with what stood behind the former one; see <see cref="Paths.Renamed"/>.</summary>
        public IActionResult RedirectRenamed(string path)
        {
            page.Response.Headers.CacheControl = Paths.Renamed;
            return page.RedirectPermanent($"{path}{page.Request.QueryString}");
        }
    }
}
