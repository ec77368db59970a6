using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>One work as Crossref describes it (github.com/CrossRef/rest-api-doc/blob/master/api_format.md).</summary>
internal static class CrossrefWork
{
    private static readonly PaperFinder Finder = new();

    /// <summary>Relations to the same work elsewhere (www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/relationships).</summary>
    private static readonly string[] SameWork =
    [
        "is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-identical-to", "is-same-as", "is-manuscript-of", "has-manuscript",
        "is-variant-form-of", "is-original-form-of",
    ];

    /// <summary>Null for what has no title: a figure, a part of a journal.</summary>
    public static PaperRecord? Read(JsonAnswer work, PaperId asked, string source)
    {
        if (Title(work) is not { Length: > 0 } title) return null;

        var (text, kind) = (MarkupText.Abstract(work["abstract"].Text), Kind(work["type"].Text, work["DOI"].Text));
        return new()
        {
            Id = asked with { Version = null },
            Title = title,
            Authors = [.. work["author"].Items.Select(Name).Where(name => name is not "")],
            Abstract = text,
            Kind = kind,
            Venue = Venue(work),
            Imprint = Imprints.Of(work["volume"].Text, work["issue"].Text, Pages(work), work["publisher"].Text, kind is PaperKind.Preprint ? null : work["published-print"].DateParts ?? Issued(work)),
            PublishedOn = Issued(work),
            OtherIds = [.. Relations(work, SameWork).Where(other => !other.IsSameAs(asked)).Distinct()],
            Links = [.. Links(work), .. LinksInText.Of(text ?? "")],
            Categories = kind is PaperKind.Preprint && MarkupText.Clean(work["group-title"].Text) is { Length: > 0 } group ? [group] : [],
            Notices = [.. CrossrefUpdates.Of(work, title), .. Published(work)],
            Source = source,
        };
    }

    /// <summary>The kind for a type (api.crossref.org/types); OpenAlex and others use the same words.</summary>
    public static PaperKind Kind(string type, string doi = "") => type switch
    {
        _ when doi.StartsWith("10.2139/ssrn.", StringComparison.OrdinalIgnoreCase) => PaperKind.Preprint,
        "journal-article" => PaperKind.Article,
        "proceedings-article" => PaperKind.ConferencePaper,
        "posted-content" => PaperKind.Preprint,
        "book" or "monograph" or "edited-book" or "reference-book" => PaperKind.Book,
        "book-chapter" or "book-section" or "book-part" or "reference-entry" => PaperKind.Chapter,
        "report" or "report-component" => PaperKind.Report,
        "dissertation" => PaperKind.Thesis,
        "dataset" => PaperKind.Dataset,
        _ => PaperKind.Unknown,
    };

    private static string Title(JsonAnswer work)
    {
        var (title, subtitle) = (MarkupText.Clean(work["title"].First.Text), MarkupText.Clean(work["subtitle"].First.Text));
        if (title is "" || subtitle is "" || title.Contains(subtitle, StringComparison.OrdinalIgnoreCase)) return title;

        return char.IsPunctuation(title[^1]) && title[^1] is not (')' or ']' or '"' or '”') ? $"{title} {subtitle}" : $"{title}: {subtitle}";
    }

    private static string Name(JsonAnswer author) =>
        PrintedName.Of(author["given"].Text, author["family"].Text, author["suffix"].Text) is { Length: > 0 } person ? person : MarkupText.Clean(author["name"].Text);

    private static string? Venue(JsonAnswer work)
    {
        var container = MarkupText.Clean(work["container-title"].First.Text);
        var venue = container is "" || Roundup.Model.Text.WebAddress.IsOne(container) ? MarkupText.Clean(work["institution"].First["name"].Text) : container;
        return venue is not "" ? venue : MarkupText.Clean(work["event"]["name"].Text) is { Length: > 0 } gathering ? gathering : null;
    }

    // Online or on paper, whichever came first.
    private static DateOnly? Issued(JsonAnswer work) =>
        work["issued"].DateParts ?? work["posted"].DateParts ?? work["published"].DateParts ?? work["published-online"].DateParts ?? work["published-print"].DateParts;

    private static string Pages(JsonAnswer work) =>
        Imprints.Pages(work["page"].Text) is { Length: > 0 } pages ? pages : MarkupText.Clean(work["article-number"].Text);

    private static IEnumerable<PaperId> Relations(JsonAnswer work, params string[] names) =>
        from name in names
        from other in work["relation"][name].Items
        where other["id-type"].Text is "doi" or "arxiv" or "uri" or "pmid" or "pmcid"
        let text = other["id-type"].Text is "pmid" ? $"pmid:{other["id"].Text}" : other["id"].Text
        let id = Finder.Recognise(text)
        where id is not null
        select id;

    // What the publisher calls itself is not said here; the article's own record says it.
    private static IEnumerable<PaperNotice> Published(JsonAnswer work) =>
        from other in Relations(work, "is-preprint-of").Distinct()
        select new PaperNotice(PaperChangeKind.Published, other.Value, Address: PaperAddress.Of(other));

    // Most of the files that Crossref lists are for machines with a contract; only those that say that they are PDFs are what readers look for.
    private static IEnumerable<PaperLink> Links(JsonAnswer work)
    {
        var pdf = work["link"].Items.FirstOrDefault(link => link["content-type"].Text is "application/pdf")["URL"];
        if (pdf.Address is { } file) yield return new(LinkKind.Pdf, file);
        if (work["resource"]["primary"]["URL"].Address is { } page) yield return new(LinkKinds.Of(page), page, "Publisher's page");
    }
}
