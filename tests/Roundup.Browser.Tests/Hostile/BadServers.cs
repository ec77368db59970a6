using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Roundup.Tests.Sources;

namespace Roundup.Browser.Tests.Hostile;

/// <summary>Servers that misbehave, each on a host of its own (127.0.1.1, 127.0.1.2, …), and what a card has to say of each.</summary>
internal sealed class BadServers : IDisposable
{
    private const string Html = "200 OK\r\nContent-Type: text/html";

    private readonly List<(string Name, FakeServer Server, string Sentence)> _servers = [];

    public BadServers()
    {
        Add("slow", "took too long", async (stream, cancel) =>
        {
            await stream.WriteAsync(FakeServer.Head(Html), cancel);
            for (; ; await Task.Delay(1000, cancel)) await stream.WriteAsync("a"u8.ToArray(), cancel);
        });
        Add("hang", "took too long", (_, cancel) => Task.Delay(Timeout.Infinite, cancel));
        Add("garbage", "says nothing about itself", Noise);
        Add("huge", "larger than", (stream, cancel) => SendAsync(stream, Html, Encoding.ASCII.GetBytes(new string('x', 1 << 20)), 1024, cancel));
        Add("busy", "come back in 2 minutes", (stream, cancel) => SendAsync(stream, "429 Too Many Requests\r\nRetry-After: 120", [], 1, cancel));
        Add("redirect", "leads on and on", (stream, cancel) => SendAsync(stream, "302 Found\r\nLocation: /redirect", [], 1, cancel));
        Add("bomb", "larger than", (stream, cancel) => SendAsync(stream, $"{Html}\r\nContent-Encoding: gzip", Packed(new byte[64 << 20]), 64, cancel));
        Add("reset", "can't be reached", (stream, _) =>
        {
            ((NetworkStream)stream).Socket.LingerState = new(true, 0);
            return Task.CompletedTask;
        });
        Add("headers", "more headers", async (stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), cancel);
            for (var n = 0; ; n++) await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-{n}: {n}\r\n"), cancel);
        });
        Add("badcharset", "", (stream, cancel) => SendAsync(stream, "200 OK\r\nContent-Type: text/html; charset=no-such-thing", Page("An odd charset"), 1, cancel));
        Add("pdf", "a PDF", (stream, cancel) => SendAsync(stream, "200 OK\r\nContent-Type: application/pdf", "%PDF-1.7"u8.ToArray(), 1, cancel));
        Add("nothttp", "can't be reached", async (stream, cancel) => await stream.WriteAsync("SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray(), cancel));
        Add("good", "", (stream, cancel) => SendAsync(stream, Html, Page("A good page"), 1, cancel));
    }

    /// <summary>The sentence is empty where the card is filled in.</summary>
    public IEnumerable<(string Name, string Link, string Sentence)> Links => _servers.Select(s => (s.Name, $"{s.Server.Address}{s.Name}", s.Sentence));

    public static byte[] Page(string title) => Encoding.UTF8.GetBytes(
        $"""<!doctype html><title>{title}</title><meta name="citation_title" content="{title}"><meta name="citation_author" content="Ada Lovelace"><meta name="citation_abstract" content="We study what is called {title}, and find it to be just that.">""");

    public static async Task SendAsync(Stream stream, string head, byte[] part, int parts, CancellationToken cancel)
    {
        await stream.WriteAsync(FakeServer.Head(head), cancel);
        for (var i = 0; i < parts; i++) await stream.WriteAsync(part, cancel);
    }

    public void Dispose()
    {
        foreach (var (_, server, _) in _servers) server.Dispose();
    }

    private void Add(string name, string sentence, Func<Stream, CancellationToken, Task> answer) =>
        _servers.Add((name, new FakeServer((_, stream, cancel) => answer(stream, cancel), $"127.0.1.{_servers.Count + 1}"), sentence));

    private static Task Noise(Stream stream, CancellationToken cancel)
    {
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        return SendAsync(stream, Html, noise, 1, cancel);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest)) packer.Write(bytes);
        return packed.ToArray();
    }
}
