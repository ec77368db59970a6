using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources.Pages;

/// <summary>A paper's page at proceedings.mlr.press: <c>citation_*</c>, and the abstract in the body.</summary>
public sealed class PmlrPage(GuardedClient client) : PageSource(client, new("PMLR", SourceTrust.Home, TimeSpan.FromSeconds(1)))
{
    protected override Uri? AddressOf(PaperId id) => id.Scheme is PaperScheme.Pmlr ? new(PaperAddress.Of(id)!) : null;
}
