using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources.Pages;

/// <summary>A paper's page in the ACL Anthology: <c>citation_*</c>, and the abstract in the body.</summary>
public sealed class AclAnthologyPage(GuardedClient client) : PageSource(client, new("ACL Anthology", SourceTrust.Home, TimeSpan.FromSeconds(1)))
{
    protected override Uri? AddressOf(PaperId id) => id.Scheme is PaperScheme.Acl ? new(PaperAddress.Of(id)!) : null;
}
