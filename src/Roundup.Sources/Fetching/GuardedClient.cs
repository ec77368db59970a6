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
    /// <summary>Pages that an editor names: no retries, since a page that refuses is to be respected; each host has its turn.</summary>
    public static readonly SourceTerms Page = new("page", SourceTrust.Page, TimeSpan.FromSeconds(1)) { IsAnyHost = true, AtOnce = 1 };

    internal const string Client = "Roundup.Sources";

    internal static readonly HttpRequestOptionsKey<SourceTerms> Terms = new("Roundup.SourceTerms");

    /// <param name="source">Whose turn is waited for and who is named in errors.</param>
    /// <param name="limits">Where null, those of <see cref="FetchLimits"/>: HTML, 5 MiB, 10 seconds, 3 redirects.</param>
    /// <param name="key">A header that only the first host gets, such as a source's key: a redirect to another host goes without.</param>
    /// <exception cref="SourceException">No answer: unreachable, not public, too slow, too large, another media type, busy (429, 503).</exception>
    public async Task<Fetched> GetAsync(SourceTerms source, Uri address, FetchLimits? limits = null, SourceKey? key = null, CancellationToken cancel = default)
    {
        if (!address.IsAbsoluteUri) throw new SourceException(source.Name, "That is no web address. It starts with https://.");

        using var request = Request(source, address, limits ?? new FetchLimits(), key);
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancel);
            if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) throw Busy(source, response);
            return new(
                response.RequestMessage!.RequestUri!, (int)response.StatusCode,
                response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsByteArrayAsync(cancel))
            {
                Charset = response.Content.Headers.ContentType?.CharSet,
            };
        }
        catch (TimeoutException e)
        {
            throw Passing(source, $"{Subject(source)} took too long to answer. Try again later, or paste the details instead.", e);
        }
        catch (BrokenCircuitException e)
        {
            throw Passing(source, $"{Subject(source)} has failed several times. Try again in a minute, or paste the details instead.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Passing(source, "That address can't be reached from here. Check it, or paste the details instead.", e);
        }
    }

    /// <summary>Asks for the status of an address alone; redirects are followed as always. Failures are left as they are, for who tells them apart.</summary>
    /// <param name="method">HEAD, or GET where that is refused; of the answer no body is read.</param>
    internal async Task<HttpStatusCode> StatusAsync(HttpMethod method, Uri address, TimeSpan timeout, CancellationToken cancel)
    {
        using var request = Request(Page, address, new FetchLimits { IsStatusOnly = true, Timeout = timeout, MaxRedirects = 5, MediaTypes = ["*/*"] }, key: null, method);
        using var client = clients.CreateClient(Client);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return response.StatusCode;
    }

    private static HttpRequestMessage Request(SourceTerms source, Uri address, FetchLimits limits, SourceKey? key, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Options.Set(FetchLimits.Key, limits);
        request.Options.Set(Terms, source);
        if (key is not null) request.Options.Set(SourceKey.Option, key);
        request.Headers.Accept.ParseAdd(string.Join(", ", limits.MediaTypes));
        return request;
    }

    private SourceException Busy(SourceTerms source, HttpResponseMessage response)
    {
        var wait = Turn.RetryAfter(response, clock);
        var when = wait <= TimeSpan.Zero ? "later"
            : wait < TimeSpan.FromMinutes(2) ? $"in {Math.Ceiling(wait.TotalSeconds):F0} seconds"
            : $"in {Math.Min(Math.Ceiling(wait.TotalMinutes), 10_000):F0} minutes";
        return new(source.Name, $"{Subject(source)} is busy and asks us to come back {when}. Until then, paste the details instead.")
        {
            RetryAt = wait > TimeSpan.Zero ? clock.GetUtcNow() + wait : null,
            IsPassing = true,
        };
    }

    private static SourceException Passing(SourceTerms source, string sentence, Exception inner) => new(source.Name, sentence, inner) { IsPassing = true };

    private static string Subject(SourceTerms source) => source.IsAnyHost ? "The page" : source.Name;
}

/// <summary>A header that opens a source to this installation: <c>x-api-key</c>, <c>Authorization</c>.</summary>
public sealed record SourceKey(string Header, string Value)
{
    internal static readonly HttpRequestOptionsKey<SourceKey> Option = new("Roundup.SourceKey");
}
