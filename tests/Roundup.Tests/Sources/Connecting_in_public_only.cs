using System.Net;
using Roundup.Sources.Fetching;

namespace Roundup.Tests.Sources;

public class Connecting_in_public_only
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", null)]
    [InlineData("127.0.0.1", null)]
    [InlineData("rebinding.example", "127.0.0.1")]
    [InlineData("mixed.example", "93.184.216.34 127.0.0.1")]
    [InlineData("mapped.example", "::ffff:127.0.0.1")]
    [InlineData("nothing.example", "")]
    public async Task No_connection_is_made_to_what_is_not_public(string host, string? answers)
    {
        using var server = new FakeServer("200 OK");
        using var handler = new PublicConnector(resolve: answers is null ? null : (_, _) => Task.FromResult(Addresses(answers))).NewHandler();
        using var client = new HttpClient(handler);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync($"http://{host}:{server.Address.Port}/", Cancel));
        Assert.IsType<NotPublicException>(failure.InnerException);
        Assert.Equal(0, server.Hits);
    }

    [Fact]
    public async Task The_addresses_checked_are_the_ones_connected_to()
    {
        using var server = new FakeServer("200 OK");
        var asked = 0;
        using var handler = new PublicConnector(allowLoopback: true, (_, _) => Task.FromResult(Addresses(asked++ is 0 ? "127.0.0.1" : "10.0.0.1"))).NewHandler();
        using var client = new HttpClient(handler);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"http://rebinding.example:{server.Address.Port}/", Cancel)).StatusCode);
        Assert.Equal((1, 1), (asked, server.Hits));
    }

    private static IPAddress[] Addresses(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)];
}
