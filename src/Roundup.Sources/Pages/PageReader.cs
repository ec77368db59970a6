using Roundup.Model.Papers;

namespace Roundup.Sources.Pages;

/// <summary>
/// Reads what a page says of itself. Pure: HTML and its address in, a record out; nothing is run, nothing is fetched, and time and memory are
/// linear in the bounded part of the page that is read.
/// </summary>
internal static class PageReader
{
    private const int MostLinks = 20;
    private const int MostIds = 10;

    /// <summary>In characters, of a title and of a venue.</summary>
    private const int MaxLine = 1000;

    private static readonly PaperFinder Finder = new();

    /// <summary>
    /// Who is believed before whom, as in Zotero's Embedded Metadata, with JSON-LD and the page's own text where they belong: what is written
    /// for bibliographies comes before what is written for search engines, that before social networks, and what readers see comes last.
    /// </summary>
    private static readonly Func<PageOutline, PageClaims>[] Vocabularies =
    [
        Highwire.Read, Eprints.Read, Highwire.ReadBepress, JsonLd.Read, FrontMatter.Read, PageItself.ReadAbstract, DublinCore.Read, SocialTags.Read, PageItself.Read,
    ];

    /// <param name="address">Where the page was fetched from in the end.</param>
    /// <param name="asked">The id that it was fetched for.</param>
    /// <param name="source">Who says so, for attribution.</param>
    /// <param name="charset">What the server said of the encoding, where it did.</param>
    /// <exception cref="SourceException">It is a wall, a form or an error instead of a page, or says nothing.</exception>
    public static PaperRecord Read(ReadOnlySpan<byte> html, Uri address, PaperId asked, string source, string? charset = null)
    {
        var page = PageScan.Read(PageEncoding.Read(html, charset).Replace("\0", "", StringComparison.Ordinal), address);
        if (ClosedDoor.Sentence(page) is { } closed) throw new SourceException(source, closed);

        var claims = Mended(page, Vocabularies.Select(read => read(page)).Aggregate((stronger, weaker) => stronger.Over(weaker)));
        if (claims.Title is "") throw new SourceException(source, ClosedDoor.SaysNothing);

        return Record(page, claims, asked, source);
    }

    private static PaperRecord Record(PageOutline page, PageClaims claims, PaperId asked, string source)
    {
        var kind = Kind(page, claims, asked);
        var text = claims.Abstract is not "" ? claims.Abstract : Teaser.IsWhole(claims.Teaser) ? PageText.Abstract(claims.Teaser) : "";
        var venue = kind is not PaperKind.Page ? claims.Venue : page.Site.Name is not "" ? page.Site.Name : claims.Venue is not "" ? claims.Venue : Host(page.Address);
        return new()
        {
            Id = asked,
            Title = Cut(claims.Title),
            Authors = claims.Authors,
            Abstract = Known(text),
            Kind = kind,
            Venue = Known(Cut(venue)),
            Imprint = Imprint(claims, kind),
            PublishedOn = claims.Published?.Day,
            UpdatedOn = claims.Updated is { IsDay: true } updated && updated.Day >= (claims.Published?.Day ?? DateOnly.MinValue) ? updated.Day : null,
            OtherIds = OtherIds(page, claims, asked),
            Links = Links(page, claims, text),
            Source = source,
        };
    }

    /// <summary>What is known of single sites.</summary>
    private static PageClaims Mended(PageOutline page, PageClaims claims) => claims with
    {
        // OpenReview's citation_conference_title names the conference that a paper was submitted to, accepted or not.
        Venue = IsAt(page, "openreview.net") ? "" : claims.Venue,
        Kind = IsAt(page, "openreview.net") && claims.Kind is PaperKind.ConferencePaper ? PaperKind.Preprint : claims.Kind,
        // One author, and it is the site: a post that nobody signed.
        Authors = claims.Authors is [var only] && page.Site.Name is not "" && only.Equals(page.Site.Name, StringComparison.OrdinalIgnoreCase) && claims.Kind is PaperKind.Page
            && !IsOrganisation(page) ? [] : claims.Authors,
    };

    // A company that signs as such ("author": {"@type": "Organization"}) is the author.
    private static bool IsOrganisation(PageOutline page) => page.JsonLd.Any(script => script.Contains("Organization", StringComparison.Ordinal));

    private static PaperKind Kind(PageOutline page, PageClaims claims, PaperId asked)
    {
        if (claims.Kind is not PaperKind.Unknown) return claims.Kind;

        var isNamed = claims.Ids.Any(id => Finder.Recognise(id) is not null);
        return asked.Scheme is PaperScheme.Url && !isNamed && (claims.Venue is "" || !page.Has("citation_title")) ? PaperKind.Page : PaperKind.Unknown;
    }

    private static IReadOnlyList<PaperId> OtherIds(PageOutline page, PageClaims claims, PaperId asked) =>
    [
        .. claims.Ids.Take(100).Select(id => Finder.Recognise(id)).Append(Canonical(page)).OfType<PaperId>()
            .Where(id => !id.IsSameAs(asked)).DistinctBy(id => id.Key).Take(MostIds),
    ];

    /// <summary>
    /// The page's own word on where it is at home. One that leads to a site's front page, or up to a page above this one, is a mistake that
    /// blogs make for all their posts, and would make one paper of them.
    /// </summary>
    private static PaperId? Canonical(PageOutline page)
    {
        var href = page.Links.Find(link => link.Rel is "canonical").Href ?? page.All("og.url").FirstOrDefault();
        if (PageLinks.Resolve(page, href) is not { } canonical || Finder.Recognise(canonical, anyPage: true) is not { } id) return null;

        var (own, given) = (page.Address.AbsolutePath.TrimEnd('/'), new Uri(canonical).AbsolutePath.TrimEnd('/'));
        return id.Scheme is PaperScheme.Url && (given is "" || own.StartsWith($"{given}/", StringComparison.Ordinal)) ? null : id;
    }

    private static IReadOnlyList<PaperLink> Links(PageOutline page, PageClaims claims, string text)
    {
        var pdfs = claims.Pdfs.Concat(page.Links.Where(link => link.Type is "application/pdf" && link.Rel.Contains("alternate", StringComparison.Ordinal)).Select(link => link.Href));
        var pdf = pdfs.Take(20).Select(url => PageLinks.Resolve(page, url)).OfType<string>().Take(1).Select(url => new PaperLink(LinkKind.Pdf, url));
        return [.. pdf.Concat(LinksInText.Of(text).Where(link => PageLinks.Of(link.Url) is not null)).DistinctBy(link => link.Url).Take(MostLinks)];
    }

    private static PaperImprint Imprint(PageClaims claims, PaperKind kind) => claims.Imprint is var said && kind.IsInPrint
        ? new(Part(said.Volume), Part(said.Number), Part(said.Pages), Part(said.Publisher), said.IssuedOn ?? claims.Published?.Day)
        : new(Part(said.Volume), Part(said.Number), Part(said.Pages), Part(said.Publisher));

    private static string Part(string text) => text.Length <= PaperImprint.PartLength ? text : "";

    private static bool IsAt(PageOutline page, string host) => page.Address.Host == host || page.Address.Host == $"www.{host}";

    private static string Host(Uri address) => address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;

    private static string Cut(string line) => line.Length <= MaxLine ? line : $"{line[..(char.IsHighSurrogate(line[MaxLine - 2]) ? MaxLine - 2 : MaxLine - 1)]}…";

    private static string? Known(string text) => text is "" ? null : text;
}
