using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>One paper as Semantic Scholar describes it. Its one-sentence summaries are made by a machine and not read.</summary>
internal static class SemanticScholarPaper
{
    private static readonly PaperFinder Finder = new();

    private static readonly string[] PreprintServers = ["arxiv", "arxiv.org", "biorxiv", "medrxiv", "ssrn electronic journal", "social science research network", "chemrxiv", "psyarxiv"];

    /// <summary>Null for what has no title.</summary>
    public static PaperRecord? Read(JsonAnswer paper, PaperId asked, string source)
    {
        if (MarkupText.Clean(paper["title"].Text) is not { Length: > 0 } title) return null;

        var venue = Venue(paper);
        var (text, kind) = (MarkupText.Abstract(paper["abstract"].Text), Kind(paper, venue));
        var journal = paper["journal"];
        return new()
        {
            Id = asked with { Version = null },
            Title = title,
            Authors = [.. paper["authors"].Items.Select(author => MarkupText.Clean(author["name"].Text)).Where(name => name is not "")],
            Abstract = text,
            Kind = kind,
            Venue = kind is PaperKind.Preprint || venue is "" ? null : venue,
            Imprint = kind is PaperKind.Preprint ? PaperImprint.None : Imprints.Of(journal["volume"].Text, "", Imprints.Pages(journal["pages"].Text), "", paper["externalIds"]["ArXiv"].Text is "" ? Day(paper) : null),
            PublishedOn = Day(paper),
            OtherIds = [.. Ids(paper).OfType<PaperId>().Where(id => !id.IsSameAs(asked)).Distinct()],
            Links = [.. paper["openAccessPdf"]["url"].Address is { } pdf ? [new(pdf.Contains("pdf", StringComparison.OrdinalIgnoreCase) ? LinkKind.Pdf : LinkKind.Related, pdf)] : Array.Empty<PaperLink>(), .. LinksInText.Of(text ?? "")],
            Source = source,
        };
    }

    /// <summary>Of what is on arXiv too it is the day on which it appeared there.</summary>
    private static DateOnly? Day(JsonAnswer paper) => paper["publicationDate"].Day ?? paper["year"].Day;

    /// <summary>The venue's whole name where it is known: "Nature Machine Intelligence", not "Nat. Mac. Intell.".</summary>
    private static string Venue(JsonAnswer paper) =>
        new[] { paper["publicationVenue"]["name"], paper["journal"]["name"], paper["venue"] }.Select(name => MarkupText.Clean(name.Text)).FirstOrDefault(name => name is not "") ?? "";

    // It calls nearly everything an article, preprints as well.
    private static PaperKind Kind(JsonAnswer paper, string venue)
    {
        if (PreprintServers.Contains(venue.ToLowerInvariant()) || Named("doi:", paper["externalIds"]["DOI"]) is { Scheme: PaperScheme.Ssrn or PaperScheme.BioRxiv or PaperScheme.MedRxiv }) return PaperKind.Preprint;

        var types = paper["publicationTypes"].Items.Select(type => type.Text).ToList();
        return types.Contains("Conference") || paper["publicationVenue"]["type"].Text is "conference" ? PaperKind.ConferencePaper
            : types.Contains("JournalArticle") ? PaperKind.Article
            : types.Contains("BookSection") ? PaperKind.Chapter
            : types.Contains("Book") ? PaperKind.Book
            : types.Contains("Dataset") ? PaperKind.Dataset
            : PaperKind.Unknown;
    }

    private static IEnumerable<PaperId?> Ids(JsonAnswer paper)
    {
        var ids = paper["externalIds"];
        yield return Named("arxiv:", ids["ArXiv"]);
        yield return Named("doi:", ids["DOI"]);
        yield return Named("acl:", ids["ACL"]);
        yield return Named("pmid:", ids["PubMed"]);
        yield return Named("PMC", ids["PubMedCentral"]);
        yield return Named("s2:", paper["paperId"]);
        yield return Named("CorpusID:", ids["CorpusId"]);
    }

    private static PaperId? Named(string label, JsonAnswer id) => id.Text is { Length: > 0 } text ? Finder.Recognise(label + text) : null;
}
