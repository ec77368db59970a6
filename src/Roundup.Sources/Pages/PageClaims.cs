using Roundup.Model.Papers;

namespace Roundup.Sources.Pages;

/// <summary>What one vocabulary of a page says. Plain text; what it does not say is empty.</summary>
internal sealed record PageClaims
{
    public static readonly PageClaims None = new();

    public string Title { get; init; } = "";

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string Abstract { get; init; } = "";

    /// <summary>What is written to make one click. An abstract only where <see cref="Teaser.IsWhole"/> says so.</summary>
    public string Teaser { get; init; } = "";

    public PageDate? Published { get; init; }

    public PageDate? Updated { get; init; }

    public PaperKind Kind { get; init; }

    /// <summary>The journal or conference; of posts the site.</summary>
    public string Venue { get; init; } = "";

    public PaperImprint Imprint { get; init; } = PaperImprint.None;

    /// <summary>As written, for the finder to recognise.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>As written: possibly relative.</summary>
    public IReadOnlyList<string> Pdfs { get; init; } = [];

    /// <summary>Field by field: what this says, and where it says nothing what the weaker vocabulary says.</summary>
    public PageClaims Over(PageClaims weaker) => new()
    {
        Title = Title is not "" ? Title : weaker.Title,
        Authors = Authors is not [] ? Authors : weaker.Authors,
        Abstract = Whole(Abstract, weaker.Abstract),
        Teaser = Pages.Teaser.IsWhole(Teaser) || weaker.Teaser is "" ? Teaser : Pages.Teaser.IsWhole(weaker.Teaser) || Teaser is "" ? weaker.Teaser : Teaser,
        Published = PageDate.Finer(Published, weaker.Published),
        Updated = Updated ?? weaker.Updated,
        Kind = Kind is not PaperKind.Unknown ? Kind : weaker.Kind,
        Venue = Venue is not "" ? Venue : weaker.Venue,
        Imprint = new(
            Either(Imprint.Volume, weaker.Imprint.Volume), Either(Imprint.Number, weaker.Imprint.Number), Either(Imprint.Pages, weaker.Imprint.Pages),
            Either(Imprint.Publisher, weaker.Imprint.Publisher), Imprint.IssuedOn ?? weaker.Imprint.IssuedOn),
        Ids = [.. Ids, .. weaker.Ids],
        Pdfs = [.. Pdfs, .. weaker.Pdfs],
    };

    /// <summary>An abstract that was cut off gives way to a longer one that begins alike.</summary>
    private static string Whole(string stronger, string weaker)
    {
        if (stronger is "") return weaker;

        var isCut = stronger.EndsWith('…') || stronger.EndsWith("...", StringComparison.Ordinal);
        return isCut && weaker.Length > stronger.Length && weaker.StartsWith(stronger[..Math.Min(40, stronger.Length / 2)], StringComparison.OrdinalIgnoreCase) ? weaker : stronger;
    }

    private static string Either(string stronger, string weaker) => stronger is not "" ? stronger : weaker;
}
