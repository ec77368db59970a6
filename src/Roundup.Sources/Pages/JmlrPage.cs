using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources.Pages;

/// <summary>A paper's page at jmlr.org, <c>/papers/v3/bengio03a.html</c>; no authority names them, so that the address is the id.</summary>
public sealed class JmlrPage(GuardedClient client) : PageSource(client, new("JMLR", SourceTrust.Home, TimeSpan.FromSeconds(1)))
{
    protected override Uri? AddressOf(PaperId id) => Has(id) ? new(id.Value) : null;

    internal static bool Has(PaperId id) =>
        id.Scheme is PaperScheme.Url && Uri.TryCreate(id.Value, UriKind.Absolute, out var address) && address.Host is "jmlr.org" or "www.jmlr.org"
        && address.AbsolutePath.StartsWith("/papers/v", StringComparison.Ordinal) && address.AbsolutePath.EndsWith(".html", StringComparison.Ordinal);
}
