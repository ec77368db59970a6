using Roundup.Model.Papers;

namespace Roundup.Web.Jobs;

/// <summary>
/// Asks the sources every night what became of covered papers. A source that does not answer is no news for anybody: it is asked again the next night.
/// </summary>
public sealed partial class RecheckErrands(IServiceScopeFactory scopes, IEnumerable<IPaperSource> sources, TimeProvider clock, ILogger<RecheckErrands> log) : IErrandRunner
{
    // Pages and indices repeat what these say; to ask them every night for everything would be a burden without news.
    private readonly List<IPaperSource> _sources =
        [.. sources.Where(s => s.IsOn && !s.Terms.IsSupplement && !s.Terms.IsAnyHost && s.Terms.Trust >= SourceTrust.Registry).OrderByDescending(s => s.Terms.Trust)];

    public ErrandKind Kind => ErrandKind.Recheck;

    /// <summary>As many as arXiv takes in one request.</summary>
    public int AtOnce => 300;

    public async Task RunAsync(IReadOnlyList<PaperErrand> errands, CancellationToken cancel)
    {
        var book = new RecheckBook(scopes, clock);
        var rechecks = await book.OpenAsync(errands, cancel);
        foreach (var source in _sources)
            foreach (var batch in rechecks.Where(r => r.NameFor(source) is not null).Chunk(source.Terms.AtOnce)) await AskAsync(source, batch, cancel);
        foreach (var recheck in rechecks) await CloseAsync(book, recheck, cancel);
    }

    // One paper with words that can't be taken must not cost the others their night.
    private async Task CloseAsync(RecheckBook book, Recheck recheck, CancellationToken cancel)
    {
        try
        {
            await book.CloseAsync(recheck, cancel);
        }
        catch (Exception mistake) when (!cancel.IsCancellationRequested && !FillBook.IsOurs(mistake))
        {
            LogMistake(log, mistake, recheck.PaperId);
            await book.PutOffAsync(recheck, cancel);
        }
    }

    private async Task AskAsync(IPaperSource source, Recheck[] batch, CancellationToken cancel)
    {
        try
        {
            var records = await source.FetchAsync([.. batch.Select(r => r.NameFor(source)!).Distinct()], cancel);
            foreach (var recheck in batch)
                if (records.FirstOrDefault(r => r.Id.IsSameAs(recheck.NameFor(source)!)) is { } record) recheck.Records.Add(record.Keepable());
        }
        catch (SourceException)
        {
            foreach (var recheck in batch) recheck.Failed();
        }
        catch (Exception mistake) when (!cancel.IsCancellationRequested)
        {
            // An answer that its reader stumbles over: of several papers' it costs only the one whose it is.
            LogStumble(log, mistake, source.Terms.Name);
            if (batch.Length > 1) foreach (var recheck in batch) await AskAsync(source, [recheck], cancel);
            else batch[0].Failed();
        }
    }

    [LoggerMessage(LogLevel.Error, "What was found of paper {Paper} could not be kept")]
    private static partial void LogMistake(ILogger log, Exception mistake, int paper);

    [LoggerMessage(LogLevel.Error, "An answer of {Source} could not be read")]
    private static partial void LogStumble(ILogger log, Exception mistake, string source);
}

/// <summary>One paper on its nightly round: what it is called, and what was said of it.</summary>
internal sealed class Recheck(PaperErrand errand, IReadOnlyList<PaperId> names)
{
    public int ErrandId => errand.Id;

    public int PaperId => errand.PaperId;

    public bool HasFailed { get; private set; }

    /// <summary>The most trusted source's first.</summary>
    public List<PaperRecord> Records { get; } = [];

    /// <summary>Without a version: the latest is wanted, whichever was linked.</summary>
    public PaperId? NameFor(IPaperSource source) => names.FirstOrDefault(source.Covers) is { } name ? name with { Version = null } : null;

    public void Failed() => HasFailed = true;
}
