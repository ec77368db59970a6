using System.Net;

namespace Roundup.Web.Tests.Archive;

public sealed class RenamedTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    // A browser that kept both ways for good would go round after a name is changed and changed back.
    [Theory]
    [InlineData("/issues/1/first-thoughts?show=opinions", "/issues/1/first-things?show=opinions")]
    [InlineData("/issues/1", "/issues/1/first-things")]
    [InlineData("/papers/1/alfa?from=mail&a=%2F", "/papers/1/alpha?from=mail&a=%2F")]
    [InlineData("/papers/1", "/papers/1/alpha")]
    public async Task A_former_address_leads_on_with_its_query_and_is_not_kept_for_good(string path, string address)
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);

        Assert.Equal((HttpStatusCode.MovedPermanently, address), (reply.StatusCode, reply.Headers.Location?.OriginalString));
        Assert.Equal((true, TimeSpan.FromHours(1)), (reply.Headers.CacheControl?.Public, reply.Headers.CacheControl?.MaxAge));
    }
}
