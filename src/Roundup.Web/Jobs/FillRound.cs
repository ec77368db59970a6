using System.Collections.Concurrent;
using System.Threading.Channels;
using Roundup.Model.Papers;

namespace Roundup.Web.Jobs;

/// <summary>
/// Takes papers from source to source. Each source has a lane of its own, and each host of pages too, so that a slow one holds up nobody who
/// does not need it. A source is handed as many ids at once as it takes: the arXiv ids of one paste go in one request.
/// </summary>
internal sealed partial class FillRound(IReadOnlyList<IPaperSource> byTrust, FillBook book, ILogger log)
{
    /// <summary>How many pages are read at the same time; each host is asked by itself anyway.</summary>
    private const int PagesAtOnce = 4;

    /// <summary>After so many failures in a row that pass by themselves, the rest of a lane is not tried in this round: it would only wait.</summary>
    private const int FailuresThatTell = 3;

    private readonly ConcurrentDictionary<(IPaperSource Source, string Host), Lazy<Lane>> _lanes = new();
    private readonly SemaphoreSlim _pages = new(PagesAtOnce);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _travelling;

    public async Task RunAsync(IReadOnlyList<FillRide> rides, CancellationToken cancel)
    {
        if (rides is []) return;

        _travelling = rides.Count;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            // Nobody asks before all stand in their lanes: what goes in one request would else go in two.
            foreach (var ride in rides) await SendOnAsync(ride, end.Token);
            _begun.SetResult();
            // The first mistake is the end of all, too: it must not be swallowed while others wait for work for ever.
            await _over.Task.WaitAsync(cancel);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(_lanes.Values.Select(lane => lane.Value.Work));
        }
    }

    private async Task WorkAsync(IPaperSource source, Lane lane, CancellationToken end)
    {
        try
        {
            await _begun.Task.WaitAsync(end);
            while (await lane.Queue.Reader.WaitToReadAsync(end))
            {
                var batch = new List<(FillRide Ride, PaperId Id)>();
                while (batch.Count < source.Terms.AtOnce && lane.Queue.Reader.TryRead(out var next)) batch.Add(next);
                if (batch is not []) await AskAsync(source, lane, batch, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // All papers are there, or the site is going down.
        }
        catch (Exception mistake)
        {
            _over.TrySetException(mistake);
        }
    }

    private async Task AskAsync(IPaperSource source, Lane lane, List<(FillRide Ride, PaperId Id)> batch, CancellationToken cancel)
    {
        foreach (var (ride, id) in batch) ride.Asked(source, id);
        var wanted = await book.StillWantedAsync([.. batch.Select(b => b.Ride)], cancel);
        var asked = batch.Where(b => wanted.Contains(b.Ride)).ToList();
        if (asked is not [])
        {
            var failure = lane.Silence ?? await FetchAsync(source, asked, cancel);
            lane.Note(failure);
            if (failure is not null) foreach (var (ride, _) in asked) ride.Failed(source, failure);
        }

        foreach (var (ride, _) in batch)
        {
            if (wanted.Contains(ride)) await SendOnAsync(ride, cancel);
            else Arrive();
        }
    }

    /// <summary>Null where the source answered, whatever it said.</summary>
    private async Task<SourceException?> FetchAsync(IPaperSource source, List<(FillRide Ride, PaperId Id)> asked, CancellationToken cancel)
    {
        if (source.Terms.IsAnyHost) await _pages.WaitAsync(cancel);
        try
        {
            await book.WriteAsync(source, asked, await source.FetchAsync([.. asked.Select(b => b.Id).Distinct()], cancel), cancel);
            return null;
        }
        catch (SourceException failure)
        {
            return failure;
        }
        // An answer that a source's reader stumbles over must cost that paper its words, and not the other papers theirs.
        catch (Exception mistake) when (!cancel.IsCancellationRequested && !FillBook.IsOurs(mistake))
        {
            LogStumble(log, mistake, source.Terms.Name);
            if (asked.Count == 1) return new(source.Terms.Name, $"What {Subject(source)} says of this paper can’t be read here. Fill it in by hand.", mistake);
        }
        finally
        {
            if (source.Terms.IsAnyHost) _pages.Release();
        }

        foreach (var one in asked)
            if (await FetchAsync(source, [one], cancel) is { } failure) one.Ride.Failed(source, failure);
        return null;
    }

    private static string Subject(IPaperSource source) => source.Terms.IsAnyHost ? "the page" : source.Terms.Name;

    private async Task SendOnAsync(FillRide ride, CancellationToken cancel)
    {
        if (ride.Next(byTrust) is { } next)
        {
            var lane = _lanes.GetOrAdd((next.Source, HostOf(next.Source, next.Id)), _ => new(() => Open(next.Source, cancel)));
            await lane.Value.Queue.Writer.WriteAsync((ride, next.Id), cancel);
            return;
        }

        await book.CloseAsync(ride, cancel);
        Arrive();
    }

    private Lane Open(IPaperSource source, CancellationToken end)
    {
        var lane = new Lane();
        lane.Work = Task.Run(() => WorkAsync(source, lane, end), CancellationToken.None);
        return lane;
    }

    private static string HostOf(IPaperSource source, PaperId id) =>
        source.Terms.IsAnyHost && PaperAddress.Of(id) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address.Host : "";

    private void Arrive()
    {
        if (Interlocked.Decrement(ref _travelling) == 0) _over.TrySetResult();
    }

    [LoggerMessage(LogLevel.Error, "An answer of {Source} could not be taken")]
    private static partial void LogStumble(ILogger log, Exception mistake, string source);

    /// <summary>Who waits for one source or one host, and how that one has behaved lately. One worker reads it.</summary>
    private sealed class Lane
    {
        private int _failures;
        private SourceException? _last;

        public Channel<(FillRide Ride, PaperId Id)> Queue { get; } = Channel.CreateUnbounded<(FillRide, PaperId)>();

        public Task Work { get; set; } = Task.CompletedTask;

        /// <summary>What to say without asking again; null while there is hope.</summary>
        public SourceException? Silence => _failures >= FailuresThatTell ? _last : null;

        public void Note(SourceException? failure)
        {
            _failures = failure is { IsPassing: true } ? _failures + 1 : 0;
            _last = failure;
        }
    }
}
