using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Roundup.Model.Papers;

namespace Roundup.Sources.Fetching;

/// <summary>
/// Stands before the socket and makes one whole exchange of each request: address checked, redirects followed by hand and checked again, media
/// type, size and time kept within <see cref="FetchLimits"/>. What comes out is in memory, so that nobody behind it can be made to wait.
/// </summary>
internal sealed class Guard(IOptions<SourcesOptions> options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var source = request.Options.TryGetValue(GuardedClient.Terms, out var terms) ? terms.Name : GuardedClient.Page.Name;
        var limits = request.Options.TryGetValue(FetchLimits.Key, out var own) ? own : new FetchLimits();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(limits.Timeout);
        try
        {
            // A resolver that hangs doesn't always listen.
            return await FollowAsync(new(source, limits), request, time.Token).WaitAsync(time.Token);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"No whole answer within {limits.Timeout}.", e);
        }
        catch (HttpRequestException e) when (e.InnerException is NotPublicException)
        {
            throw Unreachable(source, e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            throw Refused(source, "The page sends more headers than any paper needs. Paste the details instead.", e);
        }
    }

    /// <summary>The one sentence for a wrong name, a closed port and a private address: to tell them apart is to scan a network.</summary>
    private static SourceException Unreachable(string source, Exception? inner = null) =>
        Refused(source, "That address can't be reached from here. Check it, or paste the details instead.", inner);

    private async Task<HttpResponseMessage> FollowAsync(Exchange exchange, HttpRequestMessage first, CancellationToken cancel)
    {
        var address = first.RequestUri!;
        for (var hop = 0; ; hop++)
        {
            Check(exchange, address);
            using var request = Copy(first, address);
            using var response = await base.SendAsync(request, cancel);
            if (!IsRedirect(response)) return await ReadAsync(exchange, response, address, cancel);
            if (hop == exchange.Limits.MaxRedirects) throw Refused(exchange.Source, "The address leads on and on. Open it, and paste where it ends.");

            // A fragment and a relative address are both fine; what it leads to is checked like the first.
            address = Uri.TryCreate(address, response.Headers.Location, out var next) ? next : throw Unreachable(exchange.Source);
        }
    }

    private void Check(Exchange exchange, Uri address)
    {
        if (address.Scheme is not ("http" or "https") || address.UserInfo is not "")
            throw Refused(exchange.Source, "Only http and https addresses, without a password in them, can be fetched.");

        var isUsualPort = address.Port is 80 or 443 || (options.Value.AllowLoopback && address.IsLoopback);
        if (!isUsualPort) throw Refused(exchange.Source, "Only addresses on the web's usual ports can be fetched. Paste the details instead.");
    }

    private static async Task<HttpResponseMessage> ReadAsync(Exchange exchange, HttpResponseMessage response, Uri address, CancellationToken cancel)
    {
        var (source, limits) = exchange;
        var mediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "";
        if (limits.IsStatusOnly) return new HttpResponseMessage(response.StatusCode) { RequestMessage = new HttpRequestMessage(HttpMethod.Head, address) };
        if (response.IsSuccessStatusCode && !limits.MediaTypes.Contains(mediaType))
            throw Refused(source, $"There is {Said(mediaType)} at that address, which can't be read here. Paste the details instead.");

        var body = await CappedBody.ReadAsync(response.Content, limits.MaxBytes, cancel)
            ?? throw Refused(source, $"The answer is larger than {limits.MaxBytes / 1024:N0} KB or packed in an unknown way. Paste the details instead.");

        var whole = new HttpResponseMessage(response.StatusCode)
        {
            RequestMessage = new HttpRequestMessage(HttpMethod.Get, address),
            Content = new ByteArrayContent(body),
        };
        if (response.Headers.RetryAfter is { } retryAfter) whole.Headers.RetryAfter = retryAfter;
        if (mediaType is not "") whole.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType) { CharSet = response.Content.Headers.ContentType?.CharSet };
        return whole;
    }

    private static HttpRequestMessage Copy(HttpRequestMessage first, Uri address)
    {
        var request = new HttpRequestMessage(first.Method, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        foreach (var (name, values) in first.Headers) request.Headers.TryAddWithoutValidation(name, values);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        if (first.Options.TryGetValue(SourceKey.Option, out var key) && IsSameHost(first.RequestUri!, address)) request.Headers.TryAddWithoutValidation(key.Header, key.Value);
        return request;
    }

    private static bool IsSameHost(Uri one, Uri other) => one.Scheme == other.Scheme && one.Authority == other.Authority;

    private static bool IsRedirect(HttpResponseMessage response) =>
        response.Headers.Location is not null && response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
            or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static string Said(string mediaType) => mediaType switch
    {
        "" => "something without a media type",
        "application/pdf" => "a PDF",
        _ when mediaType.Length <= 60 => $"a file of the type {mediaType}",
        _ => "a file of another type",
    };

    private static SourceException Refused(string source, string sentence, Exception? inner = null) => new(source, sentence, inner);

    private sealed record Exchange(string Source, FetchLimits Limits);
}
