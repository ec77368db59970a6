using Roundup.Model.Papers;

namespace Roundup.Web.Jobs;

/// <summary>Asks the sources for what papers lack. A source that does not answer leaves a sentence on the paper and stops nothing.</summary>
public sealed class FillErrands(IServiceScopeFactory scopes, IEnumerable<IPaperSource> sources, TimeProvider clock, ILogger<FillErrands> log) : IErrandRunner
{
    private readonly List<IPaperSource> _byTrust = [.. sources.Where(s => s.IsOn).OrderBy(s => s.Terms.IsSupplement).ThenByDescending(s => s.Terms.Trust)];

    public ErrandKind Kind => ErrandKind.Fill;

    /// <summary>As many as arXiv takes in one request.</summary>
    public int AtOnce => 300;

    /// <summary>A paste whose sources are slow must not keep the next one waiting.</summary>
    public int RoundsAtOnce => 4;

    public async Task RunAsync(IReadOnlyList<PaperErrand> errands, CancellationToken cancel)
    {
        var book = new FillBook(scopes, clock);
        await new FillRound(_byTrust, book, log).RunAsync(await book.OpenAsync(errands, cancel), cancel);
    }
}
