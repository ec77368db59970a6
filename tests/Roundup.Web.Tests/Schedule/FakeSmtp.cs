using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Roundup.Web.Tests.Schedule;

/// <summary>A mail server on this machine that does what a test wants. It speaks as much SMTP (RFC 5321) as is needed.</summary>
internal sealed class FakeSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public FakeSmtp()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public enum Mood
    {
        Takes,
        RefusesForNow,
        RefusesForGood,

        /// <summary>Says nothing any more when asked to take a letter's recipient.</summary>
        Hangs,

        /// <summary>Hears the whole letter and hangs up.</summary>
        DropsAfterData,

        /// <summary>Hangs up when a letter is announced.</summary>
        DropsBefore,
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Func<string, Mood> MoodFor { get; set; } = _ => Mood.Takes;

    /// <summary>Whole letters that were heard, taken or not, with their recipient.</summary>
    public ConcurrentQueue<(string To, string Text)> Heard { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await SayAsync(stream, "220 fake.example ESMTP");
            var to = "";
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase)) to = line[8..].Trim('<', '>', ' ');
                if (!await AnswerAsync(stream, reader, line, to)) return;
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The other side, or the test, is done.
        }
    }

    private async Task<bool> AnswerAsync(Stream stream, StreamReader reader, string line, string to)
    {
        var verb = line.Split(' ', ':')[0].ToUpperInvariant();
        if (verb is "RCPT")
        {
            var mood = MoodFor(to);
            if (mood is Mood.DropsBefore) return false;
            if (mood is Mood.Hangs) await Task.Delay(Timeout.Infinite, _stop.Token);
            await SayAsync(stream, mood switch { Mood.RefusesForNow => "451 Try later", Mood.RefusesForGood => "550 No such person", _ => "250 Fine" });
            return true;
        }

        if (verb is "DATA") return await HearAsync(stream, reader, to);

        await SayAsync(stream, verb is "QUIT" ? "221 Bye" : "250 Fine");
        return verb is not "QUIT";
    }

    private async Task<bool> HearAsync(Stream stream, StreamReader reader, string to)
    {
        await SayAsync(stream, "354 Go on");
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".") text.Append(line).Append('\n');
        Heard.Enqueue((to, text.ToString()));
        if (MoodFor(to) is Mood.DropsAfterData) return false;

        await SayAsync(stream, "250 Taken");
        return true;
    }

    private async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"), _stop.Token);
}
