using System.Net;

namespace Roundup.Tests.Sources;

/// <summary>Answers from recordings, in order for each key; a request without a recording fails the test.</summary>
internal sealed class RecordedReplies(Func<Uri, string> key) : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> _replies = [];
    private int _running;

    public List<(Uri Address, DateTimeOffset At)> Requests { get; } = [];

    public int MostAtOnce { get; private set; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public RecordedReplies Add(string request, HttpStatusCode status, byte[] body, string? retryAfter = null, string mediaType = "application/atom+xml")
    {
        if (!_replies.TryGetValue(request, out var queue)) _replies[request] = queue = new();
        queue.Enqueue(() =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        lock (Requests)
        {
            Requests.Add((request.RequestUri!, Clock.GetUtcNow()));
            MostAtOnce = Math.Max(MostAtOnce, ++_running);
        }
        await Task.Yield();
        lock (Requests)
        {
            _running--;
            var asked = key(request.RequestUri!);
            return _replies.TryGetValue(asked, out var queue) && queue.TryDequeue(out var reply)
                ? reply()
                : throw new InvalidOperationException($"Nothing recorded for {asked} ({request.RequestUri}).");
        }
    }
}
