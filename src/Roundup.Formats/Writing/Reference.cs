using Roundup.Model.Papers;

namespace Roundup.Formats.Writing;

/// <summary>What a reference list says of a paper: the same for every format. Cleaned of what no file may hold, see <see cref="Written"/>.</summary>
public sealed record Reference
{
    /// <summary>Collaborations have thousands of authors; reference managers stumble over so many. Each format says in its own way that there are more.</summary>
    public const int AuthorsAtMost = 300;

    public string Title { get; init; } = "";

    /// <summary>The first <see cref="AuthorsAtMost"/>.</summary>
    public IReadOnlyList<PersonName> Authors { get; init; } = [];

    /// <summary>How many authors the paper has.</summary>
    public int AuthorsInAll { get; init; }

    /// <summary>Never <see cref="PaperKind.Unknown"/> where the rest says what it must be.</summary>
    public PaperKind Kind { get; init; }

    public string Venue { get; init; } = "";

    public PaperImprint Imprint { get; init; } = PaperImprint.None;

    /// <summary>Of the version that the rest of the reference names; null where nobody knows.</summary>
    public CitedDate? Issued { get; init; }

    public string Doi { get; init; } = "";

    /// <summary>Without version.</summary>
    public string Arxiv { get; init; } = "";

    /// <summary>Where it is read; empty for nowhere.</summary>
    public string Address { get; init; } = "";

    /// <summary>The file itself; empty where it is not known.</summary>
    public string Pdf { get; init; } = "";

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Plain text; maths stays as TeX between dollars.</summary>
    public string Abstract { get; init; } = "";

    public static Reference Of(Paper paper) => Of(
        paper.Title, paper.Authors, paper.Kind, paper.Venue, paper.Imprint, paper.PublishedOn, [.. paper.Identifiers.Select(i => i.ToPaperId())], paper.Links,
        paper.Address, paper.Categories, paper.Abstract.Source);

    /// <summary>From what is read of a paper where nobody needs all of it.</summary>
    /// <param name="publishedOn">When the first version appeared; a year alone is 1 January.</param>
    /// <param name="abstract">Plain text; empty to leave it out.</param>
    public static Reference Of(
        string title, IReadOnlyList<string> authors, PaperKind kind, string venue, PaperImprint imprint, DateOnly? publishedOn,
        IReadOnlyList<PaperId> ids, IReadOnlyList<PaperLink> links, string address, IReadOnlyList<string> categories, string @abstract) => new()
        {
            Title = Written.Line(title),
            Authors = [.. authors.Take(AuthorsAtMost).Select(Written.Line).Where(a => a is not "").Select(PersonName.Read)],
            AuthorsInAll = authors.Count,
            Kind = PaperKinds.Of(kind, venue, imprint, ids),
            Venue = Written.Line(venue),
            Imprint = new(Written.Line(imprint.Volume), Written.Line(imprint.Number), Written.Line(imprint.Pages), Written.Line(imprint.Publisher), imprint.IssuedOn),
            Issued = CitedDate.Of(PaperKinds.Of(kind, venue, imprint, ids), venue, imprint, publishedOn, ids),
            Doi = Written.Line(ids.FirstOrDefault(i => i.Scheme is PaperScheme.Doi or PaperScheme.BioRxiv or PaperScheme.MedRxiv)?.Value ?? ""),
            Arxiv = Written.Line(ids.FirstOrDefault(i => i.Scheme is PaperScheme.Arxiv)?.Value ?? ""),
            Address = Written.Address(address),
            Pdf = Written.Address(links.FirstOrDefault(l => l.Kind is LinkKind.Pdf)?.Url ?? ""),
            Categories = [.. categories.Select(Written.Line).Where(c => c is not "")],
            Abstract = Written.Text(@abstract),
        };

    public bool HasMoreAuthors => AuthorsInAll > AuthorsAtMost;

    /// <summary>First 300 of 2,830 authors; empty where all are there.</summary>
    public string AuthorsNote => HasMoreAuthors ? FormattableString.Invariant($"First {AuthorsAtMost:N0} of {AuthorsInAll:N0} authors.") : "";

    /// <summary>arXiv's own main subject class: cs.CL. Empty for papers that are not there.</summary>
    public string PrimaryClass => Arxiv is not "" && Categories is [var first, ..] && first.All(c => char.IsAsciiLetter(c) || c is '.' or '-') ? first : "";

    /// <summary>Who publishes it. What keeps a preprint, and what accepted a report or a thesis, is its venue where nobody else is named.</summary>
    public string Publisher => Imprint.Publisher is not "" ? Imprint.Publisher : !IsVenuePublisher ? "" : this is { Kind: PaperKind.Preprint, Venue: "", Arxiv: not "" } ? "arXiv" : Venue;

    /// <summary>What it stands in; empty where <see cref="Publisher"/> says it.</summary>
    public string Container => IsVenuePublisher ? "" : Venue;

    private bool IsVenuePublisher => this is { Kind: PaperKind.Preprint or PaperKind.Report or PaperKind.Thesis, Imprint.Publisher: "" };

    /// <summary>First and last page; the last is empty for one page and for an article's number.</summary>
    public (string First, string Last) Pages =>
        Imprint.Pages.Split(['–', '-', '—'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, var last] ? (first, last) : (Imprint.Pages, "");
}
