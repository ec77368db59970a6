using System.Collections.Concurrent;
using System.Net;
using Roundup.Model.Papers;

namespace Roundup.Sources.Fetching;

/// <summary>
/// One request at a time and a pause after each, for everyone who asks a source. A source that says when to come back (<c>Retry-After</c>) is
/// left alone until then, by all. Within the retries, so that each try waits; outside the guard, so that waiting is not timed.
/// </summary>
internal sealed class Turn(Queues queues, ISourceTurns turns, TimeProvider clock) : DelegatingHandler
{
    /// <summary>A source that asks for a longer silence gets it from the sentence that the editor reads, not from a request that hangs.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>No exchange lasts longer: the guard ends it. A turn that was never given back ends by itself.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    /// <summary>Whoever holds the turn mostly gives it back long before it would end by itself.</summary>
    private static readonly TimeSpan LongestNap = TimeSpan.FromMilliseconds(500);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (!request.Options.TryGetValue(GuardedClient.Terms, out var terms)) return await base.SendAsync(request, cancel);

        // A page's host has a turn of its own; nobody else's instance asks it at the same time often enough to keep a row for it.
        var queue = terms.IsAnyHost ? $"{terms.Name} {request.RequestUri!.Host}" : terms.Name;
        var place = queues.Of(queue);
        await place.WaitAsync(cancel);
        try
        {
            return terms.IsAnyHost ? await AskHostAsync(queue, terms, request, cancel) : await AskSourceAsync(terms, request, cancel);
        }
        finally
        {
            place.Release();
        }
    }

    public static TimeSpan RetryAfter(HttpResponseMessage response, TimeProvider clock) =>
        response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) ? TimeSpan.Zero
        : response.Headers.RetryAfter is { Delta: { } delta } ? Longer(delta, TimeSpan.Zero)
        : response.Headers.RetryAfter is { Date: { } date } ? Longer(date - clock.GetUtcNow(), TimeSpan.Zero)
        : TimeSpan.Zero;

    private async Task<HttpResponseMessage> AskSourceAsync(SourceTerms terms, HttpRequestMessage request, CancellationToken cancel)
    {
        while (await turns.TakeAsync(terms.Name, clock.GetUtcNow(), clock.GetUtcNow() + LongestTurn, cancel) is { } freeAt)
            await Task.Delay(Shorter(Longer(freeAt - clock.GetUtcNow(), TimeSpan.FromMilliseconds(20)), LongestNap), clock, cancel);

        var pause = terms.Pause;
        try
        {
            var response = await base.SendAsync(request, cancel);
            pause = Longer(pause, Shorter(RetryAfter(response, clock), LongestWait));
            return response;
        }
        finally
        {
            await turns.LeaveAsync(terms.Name, clock.GetUtcNow() + pause, CancellationToken.None);
        }
    }

    private async Task<HttpResponseMessage> AskHostAsync(string host, SourceTerms terms, HttpRequestMessage request, CancellationToken cancel)
    {
        if (queues.FreeAt(host) - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancel);
        try
        {
            return await base.SendAsync(request, cancel);
        }
        finally
        {
            queues.Leave(host, clock.GetUtcNow() + terms.Pause);
        }
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}

/// <summary>The queues before sources and hosts within this process. Handlers come and go; who waits must not.</summary>
internal sealed class Queues
{
    /// <summary>Hosts are many: beyond this number those that nobody waits for are forgotten.</summary>
    private const int MostHosts = 1000;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _places = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _freeAt = new();

    public SemaphoreSlim Of(string queue) => _places.GetOrAdd(queue, _ => new SemaphoreSlim(1));

    public DateTimeOffset FreeAt(string host) => _freeAt.TryGetValue(host, out var at) ? at : DateTimeOffset.MinValue;

    public void Leave(string host, DateTimeOffset freeAt)
    {
        _freeAt[host] = freeAt;
        if (_freeAt.Count <= MostHosts) return;

        foreach (var (old, _) in _freeAt.OrderBy(h => h.Value).Take(MostHosts / 2))
        {
            _freeAt.TryRemove(old, out _);
            // Somebody may still hold the place, and releases the object that was taken: two at once for one host is the worst that comes of it.
            _places.TryRemove(old, out _);
        }
    }
}
