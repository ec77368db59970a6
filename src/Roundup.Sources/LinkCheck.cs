using System.Net;
using System.Net.Sockets;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>Looks whether something is still there at an address: one HEAD, and one GET of which nothing is read where the answer to HEAD may mean anything.</summary>
public sealed class LinkCheck(GuardedClient client)
{
    /// <summary>For one request, redirects included. Longer than for a page: a slow server is not a dead one.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>Never throws for what the address does or is.</summary>
    /// <param name="url">A web address; anything else is <see cref="LinkSight.Unclear"/>.</param>
    /// <param name="timeout">Where null, 20 seconds a request.</param>
    public async Task<LinkSight> LookAsync(string url, TimeSpan? timeout = null, CancellationToken cancel = default)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return LinkSight.Unclear;

        try
        {
            var status = await client.StatusAsync(HttpMethod.Head, address, timeout ?? Timeout, cancel);
            // Servers that don't know HEAD answer it with anything from 403 to 501; none says "gone" to GET of what it has.
            if (MayMeanTheMethod(status)) status = await client.StatusAsync(HttpMethod.Get, address, timeout ?? Timeout, cancel);
            return Of(status);
        }
        catch (TimeoutException)
        {
            return LinkSight.Silent;
        }
        catch (SourceException e)
        {
            // A name that leads nowhere public is no link for readers; other refusals are ours, and say nothing about the link.
            return e.InnerException is HttpRequestException { InnerException: NotPublicException } ? LinkSight.Unreachable : LinkSight.Unclear;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return IsNobody(e) ? LinkSight.Unreachable : LinkSight.Silent;
        }
    }

    private static bool MayMeanTheMethod(HttpStatusCode status) => status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
        or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Gone or HttpStatusCode.NotImplemented;

    private static LinkSight Of(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => LinkSight.Gone,
        >= HttpStatusCode.OK and < HttpStatusCode.BadRequest => LinkSight.Works,
        HttpStatusCode.NotImplemented => LinkSight.Unclear,
        >= HttpStatusCode.InternalServerError => LinkSight.Silent,
        _ => LinkSight.Unclear,
    };

    // Everything else between two machines may be the fault of either, or of what lies between them.
    private static bool IsNobody(Exception? mistake) => mistake is not null
        && (mistake is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.ConnectionRefused } || IsNobody(mistake.InnerException));
}
