using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>
/// Asks api.biorxiv.org for bioRxiv's and medRxiv's papers: each version with its date, and the DOI of the article that became of it.
/// </summary>
public sealed class BioRxivApi : IPaperSource
{
    private static readonly PaperFinder Finder = new();

    private readonly Inquiry _inquiry;

    public BioRxivApi(GuardedClient client) => _inquiry = new(client, Terms);

    public SourceTerms Terms { get; } = new("bioRxiv", SourceTrust.Home, TimeSpan.FromSeconds(1));

    public bool Covers(PaperId id) => id.Scheme is PaperScheme.BioRxiv or PaperScheme.MedRxiv && BioRxiv.OfDoi(id.Value) is { Version: null };

    public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel) => Inquiry.EachAsync(ids.Where(Covers), async id =>
    {
        if (await _inquiry.AskAsync($"https://api.biorxiv.org/details/{id.Scheme}/{id.Value}/na/json", cancel) is not { } answer) return null;

        // What it does not know is an empty list, with a message beside it.
        if (!answer["collection"].IsList) return answer["messages"].IsList ? null : throw JsonAnswer.Unreadable(Terms);
        var versions = answer["collection"].Items.Where(paper => paper["doi"].Text.Equals(id.Value, StringComparison.OrdinalIgnoreCase))
            .OrderBy(paper => paper["version"].Number ?? 0).ToList();
        var paper = id.Version is { } version ? versions.Find(v => v["version"].Number == version) : versions.LastOrDefault();
        return paper.IsObject ? Read(paper, versions, id) : null;
    });

    private PaperRecord? Read(JsonAnswer paper, List<JsonAnswer> versions, PaperId asked)
    {
        if (MarkupText.Clean(paper["title"].Text) is not { Length: > 0 } title) return null;

        var (text, version, newest) = (MarkupText.Abstract(paper["abstract"].Text), paper["version"].Number, versions[^1]);
        var published = newest["published"].Text is "" or "NA" ? null : Finder.Recognise(newest["published"].Text);
        return new()
        {
            Id = asked with { Version = version },
            Title = title,
            Authors = [.. paper["authors"].Text.Split(';').Select(PrintedName.Turned).Where(name => name is not "")],
            Abstract = text,
            Kind = PaperKind.Preprint,
            Venue = asked.Scheme is PaperScheme.MedRxiv ? "medRxiv" : "bioRxiv",
            PublishedOn = versions[0]["date"].Day,
            UpdatedOn = paper["date"].Day,
            OtherIds = published is null ? [] : [published],
            Links = [.. version is null ? [] : new[] { new PaperLink(LinkKind.Pdf, $"https://www.{asked.Scheme}.org/content/{asked.Value}v{version}.full.pdf") }, .. LinksInText.Of(text ?? "")],
            Categories = MarkupText.Clean(paper["category"].Text) is { Length: > 0 } category ? [category] : [],
            Notices = [.. Published(published), .. newest["type"].Text.Equals("withdrawn", StringComparison.OrdinalIgnoreCase) ? [new PaperNotice(PaperChangeKind.Withdrawn, "Withdrawal", newest["date"].Day)] : Array.Empty<PaperNotice>()],
            Source = Terms.Name,
        };
    }

    private static IEnumerable<PaperNotice> Published(PaperId? article) =>
        article is null ? [] : [new(PaperChangeKind.Published, article.Value, Address: PaperAddress.Of(article))];
}
