using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Sources.Fetching;

namespace Roundup.Tests.Sources;

[Collection(Measured.Name)]
public sealed class Looking_at_links(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("200 OK\r\nContent-Type: application/zip", LinkSight.Works, 1)]
    [InlineData("404 Not Found", LinkSight.Gone, 2)]
    [InlineData("410 Gone", LinkSight.Gone, 2)]
    [InlineData("401 Unauthorized", LinkSight.Unclear, 1)]
    [InlineData("403 Forbidden", LinkSight.Unclear, 2)]
    [InlineData("429 Too Many Requests\r\nRetry-After: 60", LinkSight.Unclear, 1)]
    [InlineData("500 Internal Server Error", LinkSight.Silent, 1)]
    [InlineData("503 Service Unavailable", LinkSight.Silent, 1)]
    [InlineData("302 Found\r\nLocation: http://10.0.0.7/", LinkSight.Unreachable, 1)]
    [InlineData("302 Found\r\nLocation: http://169.254.169.254/latest/meta-data", LinkSight.Unreachable, 1)]
    [InlineData("302 Found\r\nLocation: file:///etc/passwd", LinkSight.Unclear, 1)]
    [InlineData("302 Found\r\nLocation: https://a:b@example.org/", LinkSight.Unclear, 1)]
    public async Task A_status_says_what_is_there(string head, LinkSight sight, int requests)
    {
        using var server = new FakeServer(head);

        Assert.Equal(sight, await Check().LookAsync(server.Address.ToString(), cancel: Cancel));
        Assert.Equal(requests, server.Hits);
        Assert.All(server.Requests, r => Assert.Contains("User-Agent: Roundup/", r, StringComparison.Ordinal));
        Assert.StartsWith("HEAD / ", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_repository_is_alive()
    {
        using var server = new FakeServer((path, stream, cancel) =>
            stream.WriteAsync(FakeServer.Head(path is "/old/name" ? "301 Moved Permanently\r\nLocation: /new/name" : "200 OK"), cancel).AsTask());

        Assert.Equal(LinkSight.Works, await Check().LookAsync($"{server.Address}old/name", cancel: Cancel));
        Assert.Equal(["HEAD /old/name", "HEAD /new/name"], server.Requests.Select(r => r.Split(" HTTP")[0]));
    }

    [Theory]
    [InlineData("405 Method Not Allowed")]
    [InlineData("501 Not Implemented")]
    [InlineData("404 Not Found")]
    public async Task Who_does_not_know_head_is_asked_with_get_and_no_body_is_read(string toHead)
    {
        var sent = 0L;
        FakeServer server = null!;
        server = new FakeServer(async (_, stream, cancel) =>
        {
            string request;
            lock (server.Requests) request = server.Requests[^1];
            if (request.StartsWith("HEAD", StringComparison.Ordinal))
            {
                await stream.WriteAsync(FakeServer.Head(toHead), cancel);
                return;
            }

            await stream.WriteAsync(FakeServer.Head("200 OK\r\nContent-Type: application/octet-stream"), cancel);
            for (var chunk = new byte[64 * 1024]; sent < 256 * 1024 * 1024; sent += chunk.Length) await stream.WriteAsync(chunk, cancel);
        });
        using (server)
        {
            Assert.Equal(LinkSight.Works, await Check().LookAsync(server.Address.ToString(), cancel: Cancel));
            Assert.Equal(2, server.Hits);
        }

        Assert.InRange(sent, 0, 64 * 1024 * 1024);
        output.WriteLine($"FIGURE: bytes that an endless download could send before it was hung up on = {sent:N0}");
    }

    [Fact]
    public async Task Slow_servers_are_silent_closed_ports_and_odd_addresses_are_what_they_are()
    {
        using var slow = new FakeServer((_, _, cancel) => Task.Delay(Timeout.Infinite, cancel));
        using var broken = new FakeServer((_, stream, cancel) => stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 2"), cancel).AsTask());
        var closed = new FakeServer("200 OK");
        var address = closed.Address.ToString();
        closed.Dispose();

        Assert.Equal(LinkSight.Silent, await Check().LookAsync(slow.Address.ToString(), TimeSpan.FromMilliseconds(300), Cancel));
        Assert.Equal(LinkSight.Silent, await Check().LookAsync(broken.Address.ToString(), cancel: Cancel));
        Assert.Equal(LinkSight.Unreachable, await Check().LookAsync(address, cancel: Cancel));
        Assert.Equal(LinkSight.Unclear, await Check().LookAsync("http://example.org:8080/", cancel: Cancel));
        Assert.Equal(LinkSight.Unclear, await Check().LookAsync("not an address", cancel: Cancel));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://192.168.1.1/")]
    public async Task This_network_is_never_looked_at(string address)
    {
        using var services = new ServiceCollection().AddLogging().AddPaperSources().BuildServiceProvider();
        Assert.Equal(LinkSight.Unreachable, await services.GetRequiredService<LinkCheck>().LookAsync(address, cancel: Cancel));
    }

    [Fact]
    public async Task A_redirect_to_this_machine_is_not_followed()
    {
        using var hidden = new FakeServer("200 OK");
        using var services = new ServiceCollection().AddLogging().AddPaperSources().BuildServiceProvider();
        // The port is unusual: refused before the address is even looked up.
        Assert.Equal(LinkSight.Unclear, await services.GetRequiredService<LinkCheck>().LookAsync(hidden.Address.ToString(), cancel: Cancel));
        Assert.Equal(0, hidden.Hits);
    }

    [Fact]
    public async Task One_host_is_asked_one_thing_at_a_time_with_a_pause()
    {
        using var server = new FakeServer("200 OK");
        var check = Check();
        var began = System.Diagnostics.Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(n => check.LookAsync($"{server.Address}{n}", cancel: Cancel)));

        var took = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        Assert.True(took >= TimeSpan.FromSeconds(1.9), "Two pauses of a second lie between three requests.");
        Assert.Equal(3, server.Hits);
    }

    private static LinkCheck Check() => new ServiceCollection().AddLogging().AddPaperSources(options => options.AllowLoopback = true)
        .BuildServiceProvider().GetRequiredService<LinkCheck>();
}
