using Roundup.Model.Papers;

namespace Roundup.Sources.Pages;

/// <summary>What the repository software EPrints writes: <c>eprints.*</c>.</summary>
internal static class Eprints
{
    public static PageClaims Read(PageOutline page)
    {
        var type = page.First("eprints.type");
        var (journal, meeting) = (page.First("eprints.publication"), page.First("eprints.event_title", "eprints.book_title"));
        return new()
        {
            Title = page.First("eprints.title"),
            Authors = PageNames.OfTags(page.All("eprints.creators_name")),
            Abstract = PageText.Abstract(page.First("eprints.abstract")),
            Published = page.Date("eprints.date", "eprints.datestamp"),
            Kind = OfType(type, journal),
            Venue = journal is not "" ? journal : meeting is not "" ? meeting : type is "thesis" ? page.First("eprints.institution") : "",
            Imprint = new(
                page.First("eprints.volume"), page.First("eprints.number"), page.First("eprints.pagerange").Replace('-', '–'),
                page.First("eprints.publisher", "eprints.institution")),
            Ids = [.. page.All("eprints.id_number"), .. page.All("eprints.official_url"), .. page.All("eprints.related_url")],
            Pdfs = [.. page.All("eprints.document_url").Where(url => url.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))],
        };
    }

    private static PaperKind OfType(string type, string journal) => type switch
    {
        "article" => journal is "" ? PaperKind.Unknown : Highwire.OfJournal(journal),
        "conference_item" => PaperKind.ConferencePaper,
        "thesis" => PaperKind.Thesis,
        "book" => PaperKind.Book,
        "book_section" => PaperKind.Chapter,
        "monograph" => PaperKind.Report,
        "dataset" => PaperKind.Dataset,
        _ => PaperKind.Unknown,
    };
}
