using System.Net;
using Polly.CircuitBreaker;
using Roundup.Model.Papers;

namespace Roundup.Sources.Fetching;

/// <summary>
/// The only way in which this application fetches anything from an address that it did not choose. It goes to the public internet only, and
/// every end that is not an answer is a <see cref="SourceException"/> with a sentence for the editor.
/// </summary>
public sealed class GuardedClient(IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>The client for pages that an editor names: no retries, since a page that refuses is to be respected.</summary>
    public const string Pages = "page";

    /// <param name="source">
    /// <see cref="Pages"/>, or the name of a source that has its own client, with its pace and its retries; also says in errors who it was.
    /// </param>
    /// <param name="limits">Where null, those of <see cref="FetchLimits"/>: HTML, 5 MiB, 10 seconds, 3 redirects.</param>
    /// <exception cref="SourceException">No answer: unreachable, not public, too slow, too large, another media type, busy (429, 503).</exception>
    public async Task<Fetched> GetAsync(string source, Uri address, FetchLimits? limits = null, CancellationToken cancel = default)
    {
        if (!address.IsAbsoluteUri) throw new SourceException(source, "That is no web address. It starts with https://.");

        limits ??= new FetchLimits();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(FetchLimits.Key, limits);
        request.Headers.Accept.ParseAdd(string.Join(", ", limits.MediaTypes));
        try
        {
            using var client = clients.CreateClient(source);
            using var response = await client.SendAsync(request, cancel);
            if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) throw Busy(source, response);
            return new(
                response.RequestMessage!.RequestUri!, (int)response.StatusCode,
                response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (TimeoutException e)
        {
            throw new SourceException(source, $"{Subject(source)} took too long to answer. Try again later, or paste the details instead.", e);
        }
        catch (BrokenCircuitException e)
        {
            throw new SourceException(source, $"{Subject(source)} has failed several times. Try again in a minute, or paste the details instead.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new SourceException(source, "That address can't be reached from here. Check it, or paste the details instead.", e);
        }
    }

    private SourceException Busy(string source, HttpResponseMessage response)
    {
        var wait = TurnKeeper.RetryAfter(response, clock);
        var when = wait <= TimeSpan.Zero ? "later"
            : wait < TimeSpan.FromMinutes(2) ? $"in {Math.Ceiling(wait.TotalSeconds):F0} seconds"
            : $"in {Math.Min(Math.Ceiling(wait.TotalMinutes), 10_000):F0} minutes";
        return new(source, $"{Subject(source)} is busy and asks us to come back {when}. Until then, paste the details instead.");
    }

    private static string Subject(string source) => source is Pages ? "The page" : source;
}
