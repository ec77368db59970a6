using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>
/// Asks Hugging Face's paper pages (huggingface.co/docs/hub/paper-pages), where authors and readers tie code and projects to arXiv papers. It
/// knows those that somebody submitted.
/// </summary>
public sealed class HuggingFacePapers : IPaperSource
{
    private readonly Inquiry _inquiry;

    public HuggingFacePapers(GuardedClient client) => _inquiry = new(client, Terms);

    public SourceTerms Terms { get; } = new("Hugging Face", SourceTrust.Index, TimeSpan.FromSeconds(1)) { IsSupplement = true };

    /// <summary>Ids of before April 2007 hold a slash, and have no page there.</summary>
    public bool Covers(PaperId id) => id.Scheme is PaperScheme.Arxiv && !id.Value.Contains('/') && RegisteredDoi.Of(id) is not null;

    public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) => Inquiry.EachAsync(ids.Where(Covers), async id =>
        await _inquiry.AskAsync($"https://huggingface.co/api/papers/{id.Value}", cancel) is { } paper && paper["id"].Text == id.Value
            ? Read(paper, id)
            : null);

    private PaperRecord? Read(JsonAnswer paper, PaperId asked) => MarkupText.Clean(paper["title"].Text) is not { Length: > 0 } title ? null : new()
    {
        Id = asked with { Version = null },
        Title = title,
        Authors = [.. paper["authors"].Items.Select(author => MarkupText.Clean(author["name"].Text)).Where(name => name is not "")],
        Abstract = MarkupText.Abstract(paper["summary"].Text),
        Kind = PaperKind.Preprint,
        PublishedOn = paper["publishedAt"].Day,
        Links = [.. Link(LinkKind.Code, paper["githubRepo"]), .. Link(LinkKind.Project, paper["projectPage"])],
        Source = Terms.Name,
    };

    private static IEnumerable<PaperLink> Link(LinkKind kind, JsonAnswer address) => address.Address is { } url ? [new(kind, url)] : [];
}
