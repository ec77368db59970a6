using Microsoft.Extensions.Options;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>
/// Asks OpenAlex (docs.openalex.org), an index of everything. Only with a key; one work a request, which is free, where lists are charged for.
/// </summary>
public sealed class OpenAlex : IPaperSource
{
    private readonly Inquiry _inquiry;
    private readonly string _key;

    public OpenAlex(GuardedClient client, IOptions<SourcesOptions> options)
    {
        _key = options.Value.OpenAlexKey?.Trim() ?? "";
        _inquiry = new(client, Terms) { WhyOff = IsOn ? null : "OpenAlex is asked only with a key, and none is set. Paste the details instead." };
    }

    public SourceTerms Terms { get; } = new("OpenAlex", SourceTrust.Index, TimeSpan.FromMilliseconds(200));

    /// <summary>An empty key is answered with 401, where none at all was once welcome.</summary>
    public bool IsOn => _key is not "";

    public bool Covers(PaperId id) => Named(id) is not null;

    public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) => Inquiry.EachAsync(ids.Where(Covers), async id =>
        await _inquiry.AskAsync($"https://api.openalex.org/works/{Named(id)}?api_key={Uri.EscapeDataString(_key)}", cancel) is { } work && IsAnswerTo(id, work)
            ? OpenAlexWork.Read(work, id, Terms.Name)
            : null);

    private static string? Named(PaperId id) => id.Scheme switch
    {
        PaperScheme.PubMed => $"pmid:{Uri.EscapeDataString(id.Value)}",
        _ when RegisteredDoi.Of(id) is { } doi => $"doi:{RegisteredDoi.Escaped(doi)}",
        _ => null,
    };

    private static bool IsAnswerTo(PaperId asked, JsonAnswer work) => asked.Scheme is PaperScheme.PubMed
        ? work["ids"]["pmid"].Text.EndsWith($"/{asked.Value}", StringComparison.Ordinal)
        : work["doi"].Text.Equals($"https://doi.org/{RegisteredDoi.Of(asked)}", StringComparison.OrdinalIgnoreCase);
}
