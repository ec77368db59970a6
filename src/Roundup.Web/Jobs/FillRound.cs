using System.Collections.Concurrent;
using System.Threading.Channels;
using Roundup.Model.Papers;

namespace Roundup.Web.Jobs;

/// <summary>
/// Takes papers from source to source. Each source has a queue of its own, so that a slow one holds up nobody who does not need it, and is
/// handed as many ids at once as it takes: the arXiv ids of one paste go in one request.
/// </summary>
internal sealed class FillRound(IReadOnlyList<IPaperSource> byTrust, FillBook book)
{
    /// <summary>How many pages are read at the same time; each host is asked by itself anyway.</summary>
    private const int PagesAtOnce = 4;

    private readonly ConcurrentDictionary<IPaperSource, Channel<(FillRide Ride, PaperId Id)>> _queues = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _travelling;

    public async Task RunAsync(IReadOnlyList<FillRide> rides, CancellationToken cancel)
    {
        if (rides is []) return;

        _travelling = rides.Count;
        foreach (var source in byTrust) _queues[source] = Channel.CreateUnbounded<(FillRide, PaperId)>();
        foreach (var ride in rides) await SendOnAsync(ride, cancel);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var workers = byTrust.SelectMany(source => Enumerable.Range(0, source.Terms.IsAnyHost ? PagesAtOnce : 1).Select(_ => WorkAsync(source, end.Token))).ToList();
        workers.Add(_over.Task);
        // The first to stop is the end of all, or a mistake that must not be swallowed while others wait for work for ever.
        var first = await Task.WhenAny(workers);
        await end.CancelAsync();
        await first;
        await Task.WhenAll(workers.Where(w => w != _over.Task));
        cancel.ThrowIfCancellationRequested();
    }

    private async Task WorkAsync(IPaperSource source, CancellationToken end)
    {
        var queue = _queues[source].Reader;
        try
        {
            while (await queue.WaitToReadAsync(end))
            {
                var batch = new List<(FillRide Ride, PaperId Id)>();
                while (batch.Count < source.Terms.AtOnce && queue.TryRead(out var next)) batch.Add(next);
                if (batch is not []) await AskAsync(source, batch, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // All papers are there, or the site is going down.
        }
    }

    private async Task AskAsync(IPaperSource source, List<(FillRide Ride, PaperId Id)> batch, CancellationToken cancel)
    {
        foreach (var (ride, id) in batch) ride.Asked(source, id);
        var wanted = await book.StillWantedAsync([.. batch.Select(b => b.Ride)], cancel);
        var asked = batch.Where(b => wanted.Contains(b.Ride)).ToList();
        try
        {
            var records = asked is [] ? [] : await source.FetchAsync([.. asked.Select(b => b.Id).Distinct()], cancel);
            await book.WriteAsync(source, asked, records, cancel);
        }
        catch (SourceException failure)
        {
            foreach (var (ride, _) in asked) ride.Failed(source, failure);
        }

        foreach (var (ride, _) in batch)
        {
            if (wanted.Contains(ride)) await SendOnAsync(ride, cancel);
            else Arrive();
        }
    }

    private async Task SendOnAsync(FillRide ride, CancellationToken cancel)
    {
        if (ride.Next(byTrust) is { } next)
        {
            await _queues[next.Source].Writer.WriteAsync((ride, next.Id), cancel);
            return;
        }

        await book.CloseAsync(ride, cancel);
        Arrive();
    }

    private void Arrive()
    {
        if (Interlocked.Decrement(ref _travelling) == 0) _over.TrySetResult();
    }
}
