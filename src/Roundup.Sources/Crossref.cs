using Microsoft.Extensions.Options;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>
/// Asks Crossref (api.crossref.org/swagger-ui), where publishers register: journals, proceedings, bioRxiv, SSRN. DOIs that DataCite keeps, such
/// as arXiv's, it does not know. Several DOIs are one request (<c>filter=doi:…,doi:…</c>).
/// </summary>
public sealed class Crossref : IPaperSource
{
    /// <summary>Works come with all that they cite, up to half a megabyte each.</summary>
    internal const int MaxIds = 8;

    private const string Address = "https://api.crossref.org/works";

    private readonly Inquiry _inquiry;
    private readonly string _contact;

    public Crossref(GuardedClient client, IOptions<SourcesOptions> options)
    {
        _contact = options.Value.Contact is { Length: > 0 } contact ? $"mailto={Uri.EscapeDataString(contact)}" : "";
        // Whoever says whom to write to may ask three lists a second, others one (www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication).
        Terms = new("Crossref", SourceTrust.Registry, _contact is "" ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(350));
        _inquiry = new(client, Terms);
    }

    public SourceTerms Terms { get; }

    public bool Covers(PaperId id) => id.Scheme is not PaperScheme.Arxiv && RegisteredDoi.Of(id) is not null;

    public async Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel)
    {
        var asked = ids.Where(Covers).DistinctBy(id => id.Key).ToList();
        // A comma parts the filters, so that a DOI with one has to come alone.
        var (alone, together) = (asked.Where(id => id.Value.Contains(',')).ToList(), asked.Where(id => !id.Value.Contains(',')).ToList());
        var records = new List<PaperRecord>();
        foreach (var batch in together.Chunk(MaxIds)) records.AddRange(await AskAsync(batch, cancel));
        records.AddRange(await EachAsync(alone, cancel));
        return [.. asked.Select(id => records.Find(record => record.Id.IsSameAs(id))).OfType<PaperRecord>()];
    }

    private async Task<IReadOnlyList<PaperRecord>> AskAsync(PaperId[] batch, CancellationToken cancel)
    {
        if (batch.Length is 1) return await EachAsync(batch, cancel);

        try
        {
            var filter = string.Join(',', batch.Select(id => $"doi:{RegisteredDoi.Escaped(RegisteredDoi.Of(id)!)}"));
            var answer = await _inquiry.AskAsync($"{Address}?filter={filter}&rows={batch.Length}{(_contact is "" ? "" : $"&{_contact}")}", cancel);
            if (answer?["message"]["items"] is { IsList: true } works) return [.. batch.Select(id => Answer(works, id)).OfType<PaperRecord>()];
        }
        catch (SourceException e) when (!e.IsPassing)
        {
            // Too large, or one that it can't read: each by itself.
        }
        return await EachAsync(batch, cancel);
    }

    private Task<IReadOnlyList<PaperRecord>> EachAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) => Inquiry.EachAsync(ids, async id =>
    {
        var address = $"{Address}/{RegisteredDoi.Escaped(RegisteredDoi.Of(id)!)}{(_contact is "" ? "" : $"?{_contact}")}";
        if (await _inquiry.AskAsync(address, cancel) is not { } answer) return null;

        return answer["message"].IsObject ? Answer(answer["message"], id) : throw JsonAnswer.Unreadable(Terms);
    });

    private PaperRecord? Answer(JsonAnswer works, PaperId id) =>
        works.Items.Where(work => work["DOI"].Text.Equals(RegisteredDoi.Of(id), StringComparison.OrdinalIgnoreCase))
            .Select(work => CrossrefWork.Read(work, id, Terms.Name)).FirstOrDefault();
}
