using System.Net;
using Microsoft.Extensions.Options;
using Roundup.Web.Starting;

namespace Roundup.Web.Site;

/// <summary>
/// Where this site is, for links in mails. Whoever sends a request names the host in it, and could have a link with a secret in it lead to
/// themselves: without Site:Url only this machine's own names are believed.
/// </summary>
public sealed class OwnAddress(IOptions<SiteOptions> site, IHttpContextAccessor http)
{
    /// <summary>Whether links that leave the site can be made.</summary>
    public bool IsKnown => Origin is not "";

    public string Of(string path) => Origin + path;

    private string Origin => site.Value.Url is not "" ? site.Value.Url.TrimEnd('/') : http.HttpContext?.Request is { } request && IsThisMachine(request.Host.Host) ? site.Value.OriginOf(request) : "";

    private static bool IsThisMachine(string host) => host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
