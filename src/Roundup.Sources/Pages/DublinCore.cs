using Roundup.Model.Papers;

namespace Roundup.Sources.Pages;

/// <summary>Dublin Core (<c>DC.*</c>, <c>dcterms.*</c>; dublincore.org/documents/dcq-html) and what publishers add to it (<c>prism.*</c>).</summary>
internal static class DublinCore
{
    /// <summary>In characters: a shorter description that doesn't call itself an abstract is a line about the page.</summary>
    private const int ShortestDescription = 200;

    public static PageClaims Read(PageOutline page)
    {
        var said = page.First("dcterms.abstract", "dc.description.abstract", "dc.abstract");
        var description = page.First("dc.description", "dcterms.description");
        var journal = page.First("prism.publicationname");
        return new()
        {
            Title = page.First("dc.title", "dcterms.title", "prism.title"),
            // bioRxiv writes its authors as contributors.
            Authors = PageNames.OfTags(page.All("dc.creator", "dcterms.creator", "dc.contributor", "dcterms.contributor")),
            Abstract = PageText.Abstract(said is not "" ? said : description.Length >= ShortestDescription ? description : ""),
            Teaser = description,
            Published = page.Date("prism.publicationdate", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dc.date.created", "dcterms.created"),
            Updated = page.Date("dcterms.modified", "dc.date.modified"),
            Kind = journal is not "" ? Highwire.OfJournal(journal) : OfType(page.First("dc.type", "dcterms.type")),
            Venue = journal is not "" ? journal : Source(page.First("dcterms.ispartof", "dc.source", "dc.relation.ispartof")),
            Imprint = new(
                page.First("prism.volume"), page.First("prism.number", "prism.issueidentifier"), Pages(page.First("prism.startingpage"), page.First("prism.endingpage")),
                page.First("dc.publisher", "dcterms.publisher")),
            Ids = [.. page.All("prism.doi"), .. page.All("dc.identifier.doi"), .. Identifiers(page, "dc.identifier"), .. Identifiers(page, "dcterms.identifier")],
        };
    }

    // A bare number with a full stop in it may be anybody's; arXiv's has its name with it.
    private static IEnumerable<string> Identifiers(PageOutline page, string name) =>
        page.All(name).Where(id => id.Contains("10.", StringComparison.Ordinal) || id.Contains("arxiv", StringComparison.OrdinalIgnoreCase) || id.Contains("pmid", StringComparison.OrdinalIgnoreCase));

    private static string Source(string source) => source.Length is 0 or > 150 || source.Contains("://", StringComparison.Ordinal) ? "" : source;

    private static string Pages(string from, string to) => to is "" || from is "" || to == from ? from : $"{from}–{to}";

    private static PaperKind OfType(string type) => type.ToLowerInvariant() switch
    {
        "text.serial.journal" or "journal article" or "journalarticle" or "originalpaper" or "research-article" => PaperKind.Article,
        "conference paper" or "conference proceedings" or "proceedings article" => PaperKind.ConferencePaper,
        "thesis" or "dissertation" or "doctoral thesis" => PaperKind.Thesis,
        "preprint" => PaperKind.Preprint,
        "technical report" or "report" or "working paper" => PaperKind.Report,
        "book chapter" => PaperKind.Chapter,
        "dataset" => PaperKind.Dataset,
        "software" => PaperKind.Software,
        _ => PaperKind.Unknown,
    };
}
