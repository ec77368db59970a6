using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Roundup.Web.Mail;

/// <summary>Hands letters to an SMTP server, several over one connection.</summary>
internal sealed class SmtpPost(MailOptions options) : IPost
{
    private readonly SmtpClient _client = new();

    public async Task<PostReply> SendAsync(MimeMessage letter, CancellationToken stop)
    {
        if (await TryConnectAsync(stop) is { } trouble) return new(PostReply.Fate.Later, trouble);

        // What is under way when the site stops is let finish: to break off is to know nothing.
        using var patience = new CancellationTokenSource(options.Timeout);
        var sent = new Progress();
        try
        {
            return new(PostReply.Fate.Taken, await _client.SendAsync(letter, patience.Token, sent));
        }
        catch (SmtpCommandException refusal)
        {
            return new((int)refusal.StatusCode >= 500 ? PostReply.Fate.Never : PostReply.Fate.Later, $"{(int)refusal.StatusCode} {refusal.Message}");
        }
        catch (Exception mistake) when (mistake is NotSupportedException or FormatException or ArgumentException)
        {
            return new(PostReply.Fate.Never, mistake.Message);
        }
        catch (Exception silence) when (IsTheirs(silence))
        {
            Drop();
            return new(sent.HasBegun ? PostReply.Fate.Uncertain : PostReply.Fate.Later, Words(silence));
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            if (_client.IsConnected) await _client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception silence) when (IsTheirs(silence) || silence is CommandException)
        {
            // Every letter has had its answer: how they hang up is no matter.
        }

        _client.Dispose();
    }

    /// <returns>What went wrong; null for nothing.</returns>
    private async Task<string?> TryConnectAsync(CancellationToken stop)
    {
        if (_client.IsConnected) return null;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(options.Timeout);
        try
        {
            await _client.ConnectAsync(options.Host, options.Port, Security, patience.Token);
            if (options.User is not "") await _client.AuthenticateAsync(options.User, options.Password, patience.Token);
            return null;
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested && (IsTheirs(trouble) || trouble is CommandException or AuthenticationException or SslHandshakeException or NotSupportedException))
        {
            Drop();
            return Words(trouble);
        }
    }

    private SecureSocketOptions Security => options.Tls switch
    {
        MailTls.Implicit => SecureSocketOptions.SslOnConnect,
        MailTls.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private void Drop()
    {
        if (_client.IsConnected) _client.Disconnect(quit: false, CancellationToken.None);
    }

    private static bool IsTheirs(Exception trouble) =>
        trouble is IOException or SocketException or ProtocolException or TimeoutException or OperationCanceledException or ServiceNotConnectedException;

    private static string Words(Exception trouble) => trouble is OperationCanceledException ? "The mail server went silent." : trouble.Message;

    /// <summary>Whether any of the letter itself has been written to the server.</summary>
    private sealed class Progress : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
