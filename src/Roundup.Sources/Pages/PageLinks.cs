using Roundup.Model.Papers;

namespace Roundup.Sources.Pages;

/// <summary>The addresses that a page gives, as absolute ones that a reader may be sent to.</summary>
internal static class PageLinks
{
    /// <summary>
    /// Null for what is no http or https address with a name for a host: javascript:, data:, an IP address, a password before an @. Relative
    /// ones are read from the page's own address, or from its <c>base</c> where that is on the same host.
    /// </summary>
    public static string? Resolve(PageOutline page, string? href)
    {
        var text = href?.Trim() ?? "";
        if (text is "" || text.Length > PaperLink.MaxLength || !Uri.TryCreate(Base(page), text, out var address)) return null;

        return Of(address);
    }

    /// <summary>The same for an address that stands in a text.</summary>
    public static string? Of(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? Of(address) : null;

    private static string? Of(Uri address)
    {
        if (address.Scheme is not ("http" or "https") || address.UserInfo is not "") return null;
        if (address.HostNameType is not UriHostNameType.Dns || !address.IdnHost.Contains('.')) return null;

        // A reader who copies it must get what was meant, so that nothing invisible may stay in it.
        var written = address.AbsoluteUri;
        return written.Length <= PaperLink.MaxLength && written.All(c => c is > ' ' and < (char)127 and not ('"' or '<' or '>')) ? written : null;
    }

    private static Uri Base(PageOutline page) =>
        page.Base is { } given && Uri.TryCreate(page.Address, given, out var found) && found.Scheme == page.Address.Scheme && found.Host == page.Address.Host
            ? found
            : page.Address;
}
