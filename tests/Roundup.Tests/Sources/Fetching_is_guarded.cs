using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Tests.Sources;

[Collection(Measured.Name)]
public class Fetching_is_guarded(ITestOutputHelper output)
{
    private const string OneSentenceForAll = "That address can't be reached from here. Check it, or paste the details instead.";
    private const string Html = "200 OK\r\nContent-Type: text/html; charset=utf-8";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_comes_back_whole_and_we_say_who_we_are()
    {
        using var server = new FakeServer(Html, "<p>é"u8.ToArray());
        var page = await Client(options => (options.Site, options.Contact) = ("https://roundup.example", "a@roundup.example")).GetAsync(GuardedClient.Page, server.Address, cancel: Cancel);

        Assert.Equal((200, "text/html", "<p>é"), (page.Status, page.MediaType, Encoding.UTF8.GetString(page.Body)));
        Assert.Contains("User-Agent: Roundup/0.1.0 (+https://roundup.example; mailto:a@roundup.example)", server.Requests[0]);
        Assert.DoesNotContain("Cookie", server.Requests[0]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Packed_pages_are_unpacked(string encoding)
    {
        using var server = new FakeServer($"{Html}\r\nContent-Encoding: {encoding}", Packed(encoding, "hello"u8.ToArray()));
        Assert.Equal("hello", Encoding.UTF8.GetString((await Client().GetAsync(GuardedClient.Page, server.Address, cancel: Cancel)).Body));
    }

    [Fact]
    public async Task A_bomb_of_four_gigabytes_is_not_unpacked()
    {
        var member = Packed("gzip", new byte[64 * 1024 * 1024]);
        using var server = new FakeServer(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(FakeServer.Head($"{Html}\r\nContent-Encoding: gzip"), cancel);
            for (var i = 0; i < 64; i++) await stream.WriteAsync(member, cancel);
        });
        await Refused("larger than", server.Address, maxMegabytes: 40);
    }

    [Fact]
    public async Task An_endless_body_ends()
    {
        var chunk = new byte[64 * 1024];
        using var server = new FakeServer(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(FakeServer.Head(Html), cancel);
            while (!cancel.IsCancellationRequested) await stream.WriteAsync(chunk, cancel);
        });
        await Refused("larger than", server.Address, maxMegabytes: 60);
    }

    [Fact]
    public async Task A_slow_body_and_a_hang_end_in_time()
    {
        using var slow = new FakeServer(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(FakeServer.Head(Html), cancel);
            while (!cancel.IsCancellationRequested)
            {
                await stream.WriteAsync("a"u8.ToArray(), cancel);
                await Task.Delay(50, cancel);
            }
        });
        using var hang = new FakeServer((_, _, cancel) => Task.Delay(Timeout.Infinite, cancel));
        using var round = new FakeServer(async (_, stream, cancel) =>
        {
            await Task.Delay(400, cancel);
            await stream.WriteAsync(FakeServer.Head("302 Found\r\nLocation: /"), cancel);
        });
        var limits = new FetchLimits { Timeout = TimeSpan.FromSeconds(1) };
        foreach (var server in (FakeServer[])[slow, hang, round]) Assert.True(await Refused("took too long", server.Address, limits) < 60_000);
    }

    [Theory]
    [InlineData("200 OK\r\nContent-Type: application/pdf", "a PDF")]
    [InlineData("200 OK\r\nContent-Type: application/octet-stream", "a file of the type application/octet-stream")]
    [InlineData("200 OK", "something without a media type")]
    [InlineData("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: zstd", "packed in an unknown way")]
    [InlineData("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip, gzip", "packed in an unknown way")]
    [InlineData("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", "packed in an unknown way")]
    [InlineData("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", "packed in an unknown way")]
    [InlineData("429 Too Many Requests\r\nRetry-After: 120", "busy and asks us to come back in 2 minutes")]
    [InlineData("503 Service Unavailable\r\nRetry-After: 30", "busy and asks us to come back in 30 seconds")]
    [InlineData("429 Too Many Requests", "busy and asks us to come back later")]
    [InlineData("302 Found\r\nLocation: /again", "leads on and on")]
    [InlineData("302 Found\r\nLocation: file:///etc/passwd", "Only http and https")]
    [InlineData("302 Found\r\nLocation: http://user:password@example.org/", "without a password")]
    [InlineData("302 Found\r\nLocation: http://example.org:6379/", "usual ports")]
    [InlineData("302 Found\r\nLocation: http://169.254.169.254/latest/meta-data/", OneSentenceForAll)]
    [InlineData("302 Found\r\nLocation: http://[::ffff:10.0.0.1]/", OneSentenceForAll)]
    public async Task Other_answers_are_said_in_one_sentence(string head, string sentence)
    {
        using var server = new FakeServer(head, "not packed"u8.ToArray());
        await Refused(sentence, server.Address);
    }

    [Fact]
    public async Task Too_many_headers_and_no_HTTP_at_all_are_refused()
    {
        using var headers = new FakeServer($"{Html}\r\n{string.Join("\r\n", Enumerable.Range(0, 4000).Select(n => $"X-{n}: {n}"))}");
        await Refused("more headers", headers.Address);
        using var garbage = new FakeServer(async (_, stream, cancel) => await stream.WriteAsync("SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray(), cancel));
        await Refused(OneSentenceForAll, garbage.Address);
    }

    [Fact]
    public async Task Wrong_name_closed_port_and_private_address_sound_alike()
    {
        var closed = new FakeServer("200 OK");
        var address = closed.Address;
        closed.Dispose();
        await Refused(OneSentenceForAll, address);
        await Refused(OneSentenceForAll, new("http://no-such-host.invalid/"));
        await Refused(OneSentenceForAll, new("http://10.0.0.1/"));
        await Refused(OneSentenceForAll, new("https://2130706433/"), allowLoopback: false);
        await Refused(OneSentenceForAll, new("http://0x7f.1/"), allowLoopback: false);
        await Refused(OneSentenceForAll, new("http://[::1]/"), allowLoopback: false);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/admin")]
    [InlineData("//[::1]/")]
    public async Task A_redirect_to_this_machine_goes_nowhere(string inside)
    {
        var services = new ServiceCollection().AddPaperSources();
        services.AddHttpClient(GuardedClient.Client).ConfigurePrimaryHttpMessageHandler(() => new Redirecting(inside) { InnerHandler = new PublicConnector().NewHandler() });
        var client = services.BuildServiceProvider().GetRequiredService<GuardedClient>();

        var failure = await Assert.ThrowsAsync<SourceException>(() => client.GetAsync(GuardedClient.Page, new("http://public.example/"), cancel: Cancel));
        Assert.Equal(OneSentenceForAll, failure.Message);
        Assert.IsType<NotPublicException>(failure.InnerException?.InnerException);
    }

    private async Task<double> Refused(string sentence, Uri address, FetchLimits? limits = null, bool allowLoopback = true, int maxMegabytes = 1000)
    {
        var client = Client(options => options.AllowLoopback = allowLoopback);
        GC.Collect();
        var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        var failure = await Assert.ThrowsAsync<SourceException>(() => client.GetAsync(GuardedClient.Page, address, limits, cancel: Cancel));
        var megabytes = (GC.GetTotalAllocatedBytes() - before) / 1e6;

        output.WriteLine($"{watch.Elapsed.TotalMilliseconds:F0} ms, {megabytes:F1} MB allocated, server included: {failure.Message}");
        Assert.Contains(sentence, failure.Message);
        Assert.True(megabytes < maxMegabytes, $"{megabytes:F1} MB");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static GuardedClient Client(Action<SourcesOptions>? configure = null) => new ServiceCollection()
        .AddPaperSources(options => { options.AllowLoopback = true; configure?.Invoke(options); })
        .BuildServiceProvider().GetRequiredService<GuardedClient>();

    private sealed class Redirecting(string to) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) =>
            request.RequestUri!.Host is not "public.example"
                ? base.SendAsync(request, cancel)
                : Task.FromResult(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new(to, UriKind.RelativeOrAbsolute) } });
    }

    private static byte[] Packed(string encoding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding is "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Fastest)) packer.Write(bytes);
        return packed.ToArray();
    }
}
