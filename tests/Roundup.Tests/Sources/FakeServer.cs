using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Roundup.Tests.Sources;

/// <summary>A server on this machine that says what a test tells it, byte by byte: real servers don't misbehave enough.</summary>
internal sealed class FakeServer : IDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;

    /// <param name="answer">Given the path; writes status line, headers and body. The connection closes when it returns.</param>
    /// <param name="host">Another address of 127.0.0.0/8 where a test needs several hosts.</param>
    public FakeServer(Func<string, Stream, CancellationToken, Task> answer, string host = "127.0.0.1")
    {
        _answer = answer;
        _listener = new(IPAddress.Parse(host), 0);
        _listener.Start();
        _ = ListenAsync();
    }

    public FakeServer(string head, byte[]? body = null) : this(async (_, stream, cancel) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nContent-Length: {body?.Length ?? 0}\r\nConnection: close\r\n\r\n"), cancel);
        if (body is not null) await stream.WriteAsync(body, cancel);
    })
    { }

    public int Hits { get; private set; }

    public List<string> Requests { get; } = [];

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public static byte[] Head(string head) => Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nConnection: close\r\n\r\n");

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested) _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = new StringBuilder();
                var buffer = new byte[4096];
                while (!request.ToString().Contains("\r\n\r\n"))
                {
                    var read = await stream.ReadAsync(buffer, _end.Token);
                    if (read is 0) return;
                    request.Append(Encoding.ASCII.GetString(buffer, 0, read));
                }
                Hits++;
                lock (Requests) Requests.Add(request.ToString());
                await _answer(request.ToString().Split(' ')[1], stream, _end.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client hung up, which is what most of these tests want.
            }
        }
    }
}
