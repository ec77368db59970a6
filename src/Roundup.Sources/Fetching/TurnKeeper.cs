using System.Net;

namespace Roundup.Sources.Fetching;

/// <summary>How often a source may be asked.</summary>
/// <param name="Interval">From the end of one request to the start of the next.</param>
public sealed record Pace(TimeSpan Interval);

/// <summary>
/// One request at a time and a pause after each, for everyone in this process. A source that says when to come back
/// (<c>Retry-After</c>) is left alone until then, by all.
/// </summary>
internal sealed class TurnKeeper(Pace pace, TimeProvider clock) : IDisposable
{
    /// <summary>A source that asks for a longer silence gets it from the sentence that the editor reads, not from a request that hangs.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public async Task<HttpResponseMessage> TakeAsync(Func<Task<HttpResponseMessage>> ask, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_next - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancel);
            try
            {
                var response = await ask();
                _next = clock.GetUtcNow() + Longer(pace.Interval, Shorter(RetryAfter(response, clock), LongestWait));
                return response;
            }
            catch
            {
                _next = clock.GetUtcNow() + pace.Interval;
                throw;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public static TimeSpan RetryAfter(HttpResponseMessage response, TimeProvider clock) =>
        response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) ? TimeSpan.Zero
        : response.Headers.RetryAfter is { Delta: { } delta } ? Longer(delta, TimeSpan.Zero)
        : response.Headers.RetryAfter is { Date: { } date } ? Longer(date - clock.GetUtcNow(), TimeSpan.Zero)
        : TimeSpan.Zero;

    public void Dispose() => _turn.Dispose();

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}

/// <summary>Waits for the source's turn. Within the retries, so that each try waits; outside the guard, so that waiting is not timed.</summary>
internal sealed class Turn(TurnKeeper keeper) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) =>
        keeper.TakeAsync(() => base.SendAsync(request, cancel), cancel);
}
