using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>
/// Asks export.arxiv.org (info.arxiv.org/help/api/user-manual.html): many ids in one request, one request at a time, three seconds apart, as
/// its terms ask.
/// </summary>
public sealed class ArxivApi(GuardedClient client) : IPaperSource
{
    /// <summary>Under arXiv's limit of 4,094 bytes for the request line at any mixture of ids.</summary>
    internal const int MaxRequestLine = 4000;

    internal const int MaxIds = 300;

    private const string Address = "https://export.arxiv.org/api/query?id_list=";

    private static readonly FetchLimits Limits = new() { MediaTypes = ["application/atom+xml", "application/xml", "text/xml"] };

    public SourceTerms Terms { get; } = new(Arxiv.SourceName, SourceTrust.Home, TimeSpan.FromSeconds(3)) { AtOnce = MaxIds };

    public bool Covers(PaperId id) => IsValid(id);

    /// <summary>
    /// The papers that arXiv knows among these, in the order asked for. Ids of other authorities, and such as arXiv's grammar doesn't allow,
    /// are not asked for: one of them would cost the whole batch.
    /// </summary>
    /// <exception cref="SourceException">arXiv did not answer, or with something else than its feed.</exception>
    public async Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel)
    {
        var valid = ids.Where(IsValid).Distinct().ToList();
        var answers = new List<PaperRecord>();
        foreach (var batch in Batches(valid)) answers.AddRange(await AskAsync(batch, cancel));

        return [.. valid.Select(id => answers.Find(answer => IsAnswerTo(id, answer))).OfType<PaperRecord>()];
    }

    /// <summary>As few requests as its limits allow.</summary>
    internal static IEnumerable<List<PaperId>> Batches(IEnumerable<PaperId> ids)
    {
        var (batch, length) = (new List<PaperId>(), Address.Length + 40);
        foreach (var id in ids)
        {
            var more = Written(id).Length + 1;
            if (batch.Count == MaxIds || (batch.Count > 0 && length + more > MaxRequestLine))
            {
                yield return batch;
                (batch, length) = ([], Address.Length + 40);
            }
            batch.Add(id);
            length += more;
        }
        if (batch.Count > 0) yield return batch;
    }

    private async Task<IReadOnlyList<PaperRecord>> AskAsync(List<PaperId> batch, CancellationToken cancel)
    {
        if (batch is []) return [];

        var feed = await QueryAsync(batch, cancel);
        // arXiv sometimes answers with an empty feed to what it knows well.
        if (feed is { Refused: null, Papers: [] }) feed = await QueryAsync(batch, cancel);
        if (feed.Refused is not { } refused) return feed.Papers;

        // One id that arXiv can't read costs the whole batch. It usually says which; else the halves are asked for by themselves.
        var others = batch.Where(id => !refused.Contains(Written(id), StringComparison.OrdinalIgnoreCase)).ToList();
        if (others.Count < batch.Count) return await AskAsync(others, cancel);
        if (batch.Count is 1) return [];

        var half = batch.Count / 2;
        return [.. await AskAsync(batch[..half], cancel), .. await AskAsync(batch[half..], cancel)];
    }

    private async Task<ArxivFeed> QueryAsync(List<PaperId> batch, CancellationToken cancel)
    {
        var address = new Uri($"{Address}{string.Join(',', batch.Select(Written))}&max_results={batch.Count}");
        var answer = await client.GetAsync(Terms, address, Limits, cancel: cancel);
        if (!answer.IsSuccess && answer.Status is not 400)
            throw new SourceException(Arxiv.SourceName, $"arXiv answered with an error ({answer.Status}). Try again later, or paste the details instead.");

        return ArxivFeed.Read(answer.Body);
    }

    private static bool IsValid(PaperId id) => id.Scheme is PaperScheme.Arxiv && ArxivId.Read(id.Value, isInAddress: true)?.Value == id.Value;

    private static bool IsAnswerTo(PaperId asked, PaperRecord answer) =>
        asked.IsSameAs(answer.Id) && (asked.Version is null || asked.Version == answer.Id.Version);

    private static string Written(PaperId id) => id.Version is { } version ? $"{id.Value}v{version}" : id.Value;
}
