using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>
/// Asks DataCite (support.datacite.org/docs/api), where arXiv, Zenodo and universities register. It stands in for arXiv when that is busy, a few
/// days late; of a paper it knows the newest version only, and says which.
/// </summary>
public sealed class DataCite : IPaperSource
{
    private readonly Inquiry _inquiry;

    // Three thousand requests in five minutes are allowed, of which we take a third.
    public DataCite(GuardedClient client) => _inquiry = new(client, Terms);

    public SourceTerms Terms { get; } = new("DataCite", SourceTrust.Registry, TimeSpan.FromMilliseconds(300));

    public bool Covers(PaperId id) => id.Scheme is PaperScheme.Arxiv or PaperScheme.Doi && RegisteredDoi.Of(id) is not null;

    public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) => Inquiry.EachAsync(ids.Where(Covers), async id =>
    {
        var doi = RegisteredDoi.Of(id)!;
        if (await _inquiry.AskAsync($"https://api.datacite.org/dois/{RegisteredDoi.Escaped(doi)}", cancel) is not { } answer) return null;

        var work = answer["data"]["attributes"];
        if (!work.IsObject) throw JsonAnswer.Unreadable(Terms);
        return work["doi"].Text.Equals(doi, StringComparison.OrdinalIgnoreCase) ? DataCiteWork.Read(work, id, Terms.Name) : null;
    });
}
