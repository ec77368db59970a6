using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Roundup.Web.Capturing;
using Roundup.Web.Starting;

namespace Roundup.Web.Areas.Admin.Pages;

/// <summary>The clipper, ready to be put among the bookmarks, and how that is done.</summary>
public sealed class ClipperModel(IOptions<SiteOptions> site) : PageModel
{
    public string Bookmark => Bookmarklet.For(Origin);

    /// <summary>Where the clipper will bring papers: the site's own address, else the one by which it is read just now.</summary>
    public string Origin => site.Value.Url is not "" and var url ? url.TrimEnd('/') : $"{Request.Scheme}://{Request.Host.ToUriComponent()}";

    public void OnGet()
    {
    }
}
