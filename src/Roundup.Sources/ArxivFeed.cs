using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>One answer of arXiv's API: an Atom feed with arXiv's own elements in it.</summary>
/// <param name="Papers">In the order of the feed, which is not the order asked for.</param>
/// <param name="Refused">What arXiv says of an id that it can't read: the whole batch is lost then. Null otherwise.</param>
internal sealed record ArxivFeed(IReadOnlyList<PaperRecord> Papers, string? Refused)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Own = "http://arxiv.org/schemas/atom";
    private static readonly PaperFinder Finder = new();

    /// <param name="body">
    /// As received: the encoding is read from the XML declaration, since arXiv's Content-Type names none.
    /// </param>
    /// <exception cref="SourceException">It is no such feed.</exception>
    public static ArxivFeed Read(byte[] body)
    {
        var root = Parse(body);
        if (root.Name != Atom + "feed") throw Unreadable();

        var entries = root.Elements(Atom + "entry").ToList();
        var error = entries.Find(entry => Text(entry, Atom + "id").Contains("/api/errors", StringComparison.Ordinal));
        return error is null
            ? new([.. entries.Select(Record).OfType<PaperRecord>()], null)
            : new([], $"{Text(error, Atom + "summary")} {Text(error, Atom + "id")}");
    }

    private static XElement Parse(byte[] body)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20_000_000 };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), settings);
            return XDocument.Load(reader).Root ?? throw Unreadable();
        }
        catch (XmlException e)
        {
            throw Unreadable(e);
        }
    }

    private static PaperRecord? Record(XElement entry)
    {
        if (ArxivAddressOf(Text(entry, Atom + "id")) is not { } id) return null;

        var (summary, comment) = (PaperText.CleanAbstract(Text(entry, Atom + "summary")), PaperText.Clean(Text(entry, Own + "comment")));
        return new()
        {
            Id = id,
            Title = PaperText.Clean(Text(entry, Atom + "title")),
            Authors = [.. entry.Elements(Atom + "author").Select(author => PaperText.Clean(Text(author, Atom + "name"))).Where(name => name is not "")],
            Abstract = Known(summary),
            Venue = Known(PaperText.Clean(Text(entry, Own + "journal_ref"))),
            PublishedOn = Day(Text(entry, Atom + "published")),
            UpdatedOn = Day(Text(entry, Atom + "updated")),
            OtherIds = OtherIds(Text(entry, Own + "doi"), id),
            Links = [.. PdfOf(entry), .. LinksInText.Of(comment), .. LinksInText.Of(summary)],
            Comment = Known(comment),
            Categories = Categories(entry),
            Source = Arxiv.SourceName,
        };
    }

    private static PaperId? ArxivAddressOf(string id) =>
        WebAddress.Read(id) is { } address && address.IsUnder("arxiv.org") ? ArxivAddress.Read(address) : null;

    // The field holds one DOI nearly always; a few hold several, with a comma, a semicolon or a blank between.
    private static IReadOnlyList<PaperId> OtherIds(string doi, PaperId id) =>
    [
        .. doi.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(part => Finder.Recognise(part)).OfType<PaperId>()
            .Where(other => !other.IsSameAs(id)).Distinct(),
    ];

    private static IEnumerable<PaperLink> PdfOf(XElement entry) =>
        from link in entry.Elements(Atom + "link")
        where link.Attribute("title")?.Value is "pdf"
        let address = link.Attribute("href")?.Value ?? ""
        where address.StartsWith("http", StringComparison.Ordinal) && address.Length <= PaperLink.MaxLength
        select new PaperLink(LinkKind.Pdf, address.Replace("http://", "https://", StringComparison.Ordinal));

    private static IReadOnlyList<string> Categories(XElement entry)
    {
        var primary = entry.Element(Own + "primary_category")?.Attribute("term")?.Value;
        var all = entry.Elements(Atom + "category").Select(category => category.Attribute("term")?.Value);
        return [.. new[] { primary }.Concat(all).OfType<string>().Distinct()];
    }

    private static DateOnly? Day(string timestamp) =>
        DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? DateOnly.FromDateTime(moment.UtcDateTime)
            : null;

    private static string Text(XElement parent, XName name) => parent.Element(name)?.Value.Trim() ?? "";

    private static string? Known(string text) => text is "" ? null : text;

    private static SourceException Unreadable(Exception? inner = null) =>
        new(Arxiv.SourceName, "arXiv answered with something else than its feed. Try again later, or paste the details instead.", inner);
}
