using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>One work as OpenAlex describes it (docs.openalex.org/api-entities/works/work-object).</summary>
internal static class OpenAlexWork
{
    /// <summary>Words of an abstract; the longest real ones have a few thousand.</summary>
    private const int MaxWords = 20_000;

    private static readonly PaperFinder Finder = new();

    /// <summary>Null for what has no title.</summary>
    public static PaperRecord? Read(JsonAnswer work, PaperId asked, string source)
    {
        if (MarkupText.Clean(work["title"].Text) is not { Length: > 0 } title) return null;

        var (text, kind, place) = (MarkupText.Abstract(Rebuilt(work["abstract_inverted_index"])), Kind(work), work["primary_location"]["source"]);
        return new()
        {
            Id = asked with { Version = null },
            Title = title,
            Authors = [.. work["authorships"].Items.Select(Name).Where(name => name is not "")],
            Abstract = text,
            Kind = kind,
            Venue = place["type"].Text is not "repository" && MarkupText.Clean(place["display_name"].Text) is { Length: > 0 } venue ? venue : null,
            Imprint = place["type"].Text is "repository" ? PaperImprint.None : Imprint(work, place),
            PublishedOn = Day(work),
            OtherIds = [.. Ids(work).OfType<PaperId>().Where(id => !id.IsSameAs(asked)).DistinctBy(id => id.Key)],
            Links = [.. Pdf(work), .. LinksInText.Of(text ?? "")],
            // It took corrections for retractions by the thousand at the end of 2023: for an editor to check.
            Notices = work["is_retracted"].IsTrue ? [new PaperNotice(PaperChangeKind.Retracted, "Retraction", IsSure: false)] : [],
            Source = source,
        };
    }

    /// <summary>{"We":[0,7],"show":[1]} in the order of the positions; what is missing is skipped.</summary>
    private static string Rebuilt(JsonAnswer index) => string.Join(' ', index.Parts
        .SelectMany(word => word.Part.Items.Select(at => (At: at.Number ?? -1, word.Name))).Where(word => word.At >= 0)
        .OrderBy(word => word.At).DistinctBy(word => word.At).Take(MaxWords).Select(word => word.Name));

    // As printed where it says so; its own form of the name is that of the person, who may have published under several.
    private static string Name(JsonAnswer authorship) =>
        PrintedName.Turned(authorship["raw_author_name"].Text) is { Length: > 0 } printed ? printed : MarkupText.Clean(authorship["author"]["display_name"].Text);

    private static PaperKind Kind(JsonAnswer work)
    {
        var named = new[] { work["type_crossref"].Text, work["primary_location"]["raw_type"].Text }.FirstOrDefault(type => type is not "") ?? "";
        return CrossrefWork.Kind(named, work["doi"].Text.Replace("https://doi.org/", "", StringComparison.Ordinal)) is not PaperKind.Unknown and var kind ? kind
            : work["type"].Text switch
            {
                "preprint" => PaperKind.Preprint,
                "article" or "review" or "letter" or "editorial" when work["primary_location"]["source"]["type"].Text is "journal" => PaperKind.Article,
                "article" when work["primary_location"]["source"]["type"].Text is "conference" => PaperKind.ConferencePaper,
                "book" => PaperKind.Book,
                "book-chapter" => PaperKind.Chapter,
                "report" => PaperKind.Report,
                "dissertation" => PaperKind.Thesis,
                "dataset" => PaperKind.Dataset,
                "software" => PaperKind.Software,
                _ => PaperKind.Unknown,
            };
    }

    private static DateOnly? Day(JsonAnswer work) => work["publication_date"].Day ?? work["publication_year"].Day;

    // Its day is that of the earliest copy: where one is in a repository, not the day of the publication.
    private static PaperImprint Imprint(JsonAnswer work, JsonAnswer place) =>
        work["biblio"] is var biblio && work["locations"].Items.Any(copy => copy["source"]["type"].Text is "repository")
            ? Imprint(biblio, place, null)
            : Imprint(biblio, place, Day(work));

    private static PaperImprint Imprint(JsonAnswer biblio, JsonAnswer place, DateOnly? issuedOn) => Imprints.Of(
        biblio["volume"].Text, biblio["issue"].Text, Imprints.Pages(biblio["first_page"].Text, biblio["last_page"].Text), place["host_organization_name"].Text, issuedOn);

    /// <summary>Its own, and of the copies that it found only where an authority knows the same work by another name.</summary>
    private static IEnumerable<PaperId?> Ids(JsonAnswer work)
    {
        yield return Finder.Recognise(work["doi"].Text);
        yield return Finder.Recognise(work["ids"]["pmid"].Text);
        yield return Finder.Recognise(Central(work["ids"]["pmcid"].Text));
        foreach (var copy in work["locations"].Items)
            if (Finder.Recognise(Central(copy["landing_page_url"].Text)) is { Scheme: PaperScheme.Arxiv or PaperScheme.PubMed or PaperScheme.Pmc or PaperScheme.BioRxiv or PaperScheme.MedRxiv } id)
                yield return id with { Version = null };
    }

    // It leaves out the letters: /pmc/articles/4234579.
    private static string Central(string address) =>
        address.LastIndexOf("/pmc/articles/", StringComparison.Ordinal) is >= 0 and var at && address.Length > at + 14 && char.IsAsciiDigit(address[at + 14])
            ? $"PMC{address[(at + 14)..]}"
            : address;

    private static IEnumerable<PaperLink> Pdf(JsonAnswer work) =>
        new[] { work["best_oa_location"], work["primary_location"] }.Concat(work["locations"].Items).Select(copy => copy["pdf_url"].Address).OfType<string>()
            .Take(1).Select(address => new PaperLink(LinkKind.Pdf, address.Replace("http://arxiv.org/", "https://arxiv.org/", StringComparison.Ordinal)));
}
