using System.Text.RegularExpressions;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>One work as DataCite describes it (datacite-metadata-schema.readthedocs.io, 4.6), arXiv's among them.</summary>
internal static partial class DataCiteWork
{
    private static readonly PaperFinder Finder = new();

    private static readonly string[] SameWork =
        ["IsVersionOf", "HasVersion", "IsIdenticalTo", "IsVariantFormOf", "IsOriginalFormOf", "IsNewVersionOf", "IsPreviousVersionOf", "IsPreprintOf", "HasPreprint"];

    /// <summary>Null for what has no title.</summary>
    public static PaperRecord? Read(JsonAnswer work, PaperId asked, string source)
    {
        var title = work["titles"].Items.FirstOrDefault(t => t["titleType"].Text is "");
        if (MarkupText.Clean(title["title"].Text) is not { Length: > 0 } plain) return null;

        var (isArxiv, kind, version) = (asked.Scheme is PaperScheme.Arxiv, Kind(work["types"]), work["version"].Number);
        var (text, comment) = (MarkupText.Abstract(Description(work, "Abstract")), MarkupText.Clean(Description(work, "Other")));
        var publisher = MarkupText.Clean(work["publisher"].Text is { Length: > 0 } name ? name : work["publisher"]["name"].Text);
        var id = asked with { Version = isArxiv ? version : null };
        return new()
        {
            Id = id,
            Title = plain,
            Authors = [.. work["creators"].Items.Select(Name).Where(author => author is not "")],
            Abstract = text,
            Kind = isArxiv ? PaperKind.Preprint : kind,
            // As arXiv itself: the venue is where a preprint appears later.
            Venue = isArxiv ? null : Known(MarkupText.Clean(work["container"]["title"].Text)) ?? Known(publisher),
            Imprint = isArxiv ? PaperImprint.None : Imprint(work["container"], publisher, kind is PaperKind.Preprint ? null : Date(work, "Issued").Min ?? work["publicationYear"].Day),
            PublishedOn = Date(work, "Submitted").Min ?? Date(work, "Issued").Min ?? Date(work, "Available").Min ?? work["publicationYear"].Day,
            UpdatedOn = Date(work, "Submitted").Max ?? Date(work, "Updated").Max,
            OtherIds = [.. Related(work, SameWork).Select(related => related.Id).Where(other => !other.IsSameAs(asked)).Distinct()],
            Links = [.. isArxiv ? [new(LinkKind.Pdf, Pdf(id))] : Files(work), .. LinksInText.Of(comment), .. LinksInText.Of(text ?? ""), .. RelatedLinks(work)],
            Comment = isArxiv ? Known(comment) : null,
            Categories = [.. work["subjects"].Items.Where(s => s["subjectScheme"].Text is "arXiv").Select(s => ArxivClass().Match(s["subject"].Text).Groups["name"].Value).Where(c => c is not "").Distinct()],
            Notices = [.. Published(work, isArxiv || kind is PaperKind.Preprint), .. Withdrawn(work)],
            Source = source,
        };
    }

    private static string Name(JsonAnswer creator)
    {
        var (given, family) = (creator["givenName"].Text, creator["familyName"].Text);
        if (family is not "") return PrintedName.Of(given, family);
        return creator["nameType"].Text is "Organizational" ? MarkupText.Clean(creator["name"].Text) : PrintedName.Turned(creator["name"].Text);
    }

    private static PaperKind Kind(JsonAnswer types) => (types["resourceTypeGeneral"].Text, types["resourceType"].Text.ToLowerInvariant()) switch
    {
        ("Preprint", _) or ("Text", "preprint" or "working paper") => PaperKind.Preprint,
        ("JournalArticle", _) or ("Text", "journal article" or "journalarticle") => PaperKind.Article,
        ("ConferencePaper" or "ConferenceProceeding", _) or ("Text", "conference paper" or "conferencepaper") => PaperKind.ConferencePaper,
        ("Book", _) or ("Text", "book") => PaperKind.Book,
        ("BookChapter", _) or ("Text", "book chapter" or "chapter") => PaperKind.Chapter,
        ("Report", _) or ("Text", "report" or "technical report") => PaperKind.Report,
        ("Dissertation", _) or ("Text", "dissertation" or "thesis" or "phd thesis" or "doctoral thesis") => PaperKind.Thesis,
        ("Dataset", _) => PaperKind.Dataset,
        ("Software", _) => PaperKind.Software,
        _ => PaperKind.Unknown,
    };

    private static PaperImprint Imprint(JsonAnswer container, string publisher, DateOnly? issuedOn) =>
        Imprints.Of(container["volume"].Text, container["issue"].Text, Imprints.Pages(container["firstPage"].Text, container["lastPage"].Text), publisher, issuedOn);

    private static string Description(JsonAnswer work, string type) =>
        work["descriptions"].Items.FirstOrDefault(description => description["descriptionType"].Text == type)["description"].Text;

    /// <summary>arXiv says each version's date, "dateInformation": "v2"; its months and years are behind its days.</summary>
    private static (DateOnly? Min, DateOnly? Max) Date(JsonAnswer work, string type)
    {
        var days = work["dates"].Items.Where(date => date["dateType"].Text == type).Select(date => date["date"].Day).OfType<DateOnly>().ToList();
        return days is [] ? (null, null) : (days.Min(), days.Max());
    }

    private static IEnumerable<(string Relation, PaperId Id)> Related(JsonAnswer work, params string[] relations) =>
        from related in work["relatedIdentifiers"].Items
        where relations.Contains(related["relationType"].Text) && related["relatedIdentifierType"].Text is "DOI" or "arXiv" or "PMID" or "URL"
        let label = related["relatedIdentifierType"].Text is "PMID" ? "pmid:" : ""
        let id = Finder.Recognise(label + related["relatedIdentifier"].Text)
        where id is not null
        select (related["relationType"].Text, id);

    /// <summary>
    /// arXiv calls the published article what the preprint is a version of. Repositories say the same of the record that holds all versions,
    /// which stands in the same repository, under the same prefix.
    /// </summary>
    private static IEnumerable<PaperNotice> Published(JsonAnswer work, bool isPreprint) =>
        from related in Related(work, "IsVersionOf", "IsPreprintOf").DistinctBy(related => related.Id)
        where isPreprint && related.Id.Scheme is PaperScheme.Doi or PaperScheme.Acl
        where !related.Id.Value.StartsWith(work["doi"].Text.Split('/')[0] + "/", StringComparison.OrdinalIgnoreCase)
        select new PaperNotice(PaperChangeKind.Published, related.Id.Value, Address: PaperAddress.Of(related.Id));

    private static IEnumerable<PaperNotice> Withdrawn(JsonAnswer work) =>
        from date in work["dates"].Items
        where date["dateType"].Text is "Withdrawn"
        select new PaperNotice(PaperChangeKind.Withdrawn, "Withdrawal", date["date"].Day);

    private static string Pdf(PaperId id) => $"https://arxiv.org/pdf/{id.Value}{(id.Version is { } version ? $"v{version}" : "")}";

    private static IEnumerable<PaperLink> Files(JsonAnswer work) =>
        from file in work["contentUrl"].Items
        let address = file.Address
        where address is not null && LinkKinds.Of(address) is LinkKind.Pdf
        select new PaperLink(LinkKind.Pdf, address);

    private static IEnumerable<PaperLink> RelatedLinks(JsonAnswer work) =>
        from related in work["relatedIdentifiers"].Items
        where related["relationType"].Text is "IsSupplementTo" or "IsSupplementedBy" or "IsDerivedFrom"
        let address = related["relatedIdentifier"].Address
        where address is not null && LinkKinds.Of(address) is LinkKind.Code or LinkKind.Data
        select new PaperLink(LinkKinds.Of(address), address);

    private static string? Known(string text) => text is "" ? null : text;

    // "Materials Science (cond-mat.mtrl-sci)"; machine learning stands as "Machine Learning (cs.LG)".
    [GeneratedRegex(@"\((?<name>[a-z-]{2,10}(?:\.[A-Za-z-]{2,10})?)\)$")]
    private static partial Regex ArxivClass();
}
