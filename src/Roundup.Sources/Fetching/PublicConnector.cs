using System.Net;
using System.Net.Sockets;

namespace Roundup.Sources.Fetching;

/// <summary>
/// Opens connections to the public internet only. The check stands where the connection is made, on the very addresses that it is made to: a
/// name that answers differently the second time gains nothing.
/// </summary>
/// <param name="allowLoopback">See <see cref="SourcesOptions.AllowLoopback"/>.</param>
/// <param name="resolve">The resolver; the system's where null.</param>
internal sealed class PublicConnector(bool allowLoopback = false, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// No cookies, no proxy, no credentials, no redirects, no HTTP/3 (which knows no callback), no decompression: each is either a way around
    /// the check or a size that nobody counts.
    /// </summary>
    public SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 0,
        MaxConnectionsPerServer = 4,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = async (context, cancel) => await ConnectAsync(context.DnsEndPoint, cancel),
    };

    private async Task<Stream> ConnectAsync(DnsEndPoint end, CancellationToken cancel)
    {
        var addresses = IPAddress.TryParse(end.Host.Trim('[', ']'), out var literal)
            ? [literal]
            : await (resolve ?? Dns.GetHostAddressesAsync)(end.Host, cancel);
        // One private answer among public ones is a trap, or at best a broken zone.
        if (addresses is [] || !addresses.All(IsAllowed)) throw new NotPublicException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address) => PublicAddresses.Contain(address) || (allowLoopback && IPAddress.IsLoopback(address));
}

/// <summary>Never shown as such: the editor reads the same sentence as for a server that does not answer.</summary>
internal sealed class NotPublicException() : IOException("The name does not lead to the public internet.");
