using Roundup.Model.Text;

namespace Roundup.Model.Papers;

/// <summary>One work, once, however often it is linked.</summary>
public sealed partial class Paper
{
    /// <summary>In characters. Real titles stay under 400; a paste that was misread is longer.</summary>
    public const int TitleLength = 1000;

    /// <summary>In characters, for one author as printed; collaborations have long names.</summary>
    public const int AuthorLength = 300;

    public const int VenueLength = 300;

    /// <summary>In characters of plain text; the longest abstracts on arXiv have 6,000.</summary>
    public const int AbstractLength = 20_000;

    private readonly List<PaperIdentifier> _identifiers = [];
    private List<string> _authors = [];
    private List<PaperLink> _links = [];
    private List<string> _categories = [];

    private Paper() { }

    public Paper(string title, DateTimeOffset now)
    {
        Title = OneLine(title, TitleLength);
        CreatedAt = now;
        Rename();
    }

    public int Id { get; private set; }

    /// <summary>Plain text, one line; maths stays as TeX between dollars.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The title as readers see it; empty where it is the same as <see cref="Title"/>, which has no maths then.</summary>
    public SafeHtml TitleHtml { get; private set; } = SafeHtml.Empty;

    public Prose Abstract { get; private set; } = Prose.Empty;

    public PaperKind Kind { get; private set; }

    public string Venue { get; private set; } = "";

    public PaperImprint Imprint { get; private set; } = PaperImprint.None;

    /// <summary>When the first version appeared; a year alone is 1 January.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Where readers are sent, as the editor gave it; empty to use the best identifier.</summary>
    public string Link { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Counts the changes, so that two people who edit one paper notice each other.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<string> Authors => _authors;

    public IReadOnlyList<PaperLink> Links => _links;

    /// <summary>Subject classes, in the source's own words, the main one first: cs.CL.</summary>
    public IReadOnlyList<string> Categories => _categories;

    public IReadOnlyList<PaperIdentifier> Identifiers => _identifiers;

    public string Slug => Text.Slug.Of(Title);

    /// <summary>Where the paper is read: the editor's link, else the first identifier that leads somewhere; empty for nowhere.</summary>
    public string Address => Link is not "" ? Link : _identifiers.Select(i => PaperAddress.Of(i.ToPaperId())).OfType<string>().FirstOrDefault() ?? "";

    /// <summary>What an editor changed by hand, or a paste said.</summary>
    /// <param name="from">Whose words they are: empty for the editor's own, which no source ever changes.</param>
    public Refusal? Describe(Line title, IEnumerable<string> authors, Prose @abstract, string venue, string link, DateTimeOffset now, string from = "")
    {
        if (string.IsNullOrWhiteSpace(title.Source)) return new("A paper needs a title.", nameof(Title));
        if (title.Source.Length > TitleLength) return new($"A title has at most {TitleLength} characters.", nameof(Title));
        if (@abstract.Source.Length > AbstractLength) return new($"An abstract has at most {AbstractLength:N0} characters.", nameof(Abstract));
        if (link is not "" && !WebAddress.IsOne(link)) return new("A link starts with http:// or https://.", nameof(Link));

        var (line, names, place) = (OneLine(title.Source, TitleLength), Clean(authors), OneLine(venue, VenueLength));
        if (line != Title) NoteOrigin(PaperField.Title, from, now);
        if (!names.SequenceEqual(_authors)) NoteOrigin(PaperField.Authors, from, now);
        if (@abstract.Source != Abstract.Source) NoteOrigin(PaperField.Abstract, from, now);
        if (place != Venue) NoteOrigin(PaperField.Venue, from, now);

        if (link != Link) LinkHealth = null;
        (Title, TitleHtml, _authors, Abstract, Venue, Link) = (line, title.Html, names, @abstract, place, link);
        Rename();
        Version++;
        return null;
    }

    /// <summary>What kind of work it is, when it appeared, and where within its venue.</summary>
    public void Classify(PaperKind kind, DateOnly? publishedOn, PaperImprint imprint, DateTimeOffset now, string from = "")
    {
        if (kind != Kind) NoteOrigin(PaperField.Kind, from, now);
        if (publishedOn != PublishedOn) NoteOrigin(PaperField.PublishedOn, from, now);
        if (imprint != Imprint) NoteOrigin(PaperField.Imprint, from, now);

        (Kind, PublishedOn, Imprint) = (kind, publishedOn, imprint);
        Rename();
        Version++;
    }

    /// <summary>Sets the links. What was known of how a link is stays with its address.</summary>
    public Refusal? Relink(IEnumerable<PaperLink> links, DateTimeOffset now, string from = "")
    {
        var kept = links.DistinctBy(l => l.Url).Select(l => l with { Health = _links.Find(k => k.Url == l.Url)?.Health }).ToList();
        if (kept.Find(l => !WebAddress.IsOne(l.Url)) is { } odd) return new($"“{odd.Url}” is not a web address.", nameof(Links));

        // Adding a link says nothing against what a source may find; taking one away does.
        if (_links.Exists(k => !kept.Exists(l => l.Url == k.Url))) NoteOrigin(PaperField.Links, from, now);
        _links = kept;
        Version++;
        return null;
    }

    /// <summary>
    /// Takes the same words as a later renderer makes them readable. That is no change of the paper: it counts no version, so that a form that
    /// is open meanwhile is not disturbed.
    /// </summary>
    /// <exception cref="ArgumentException">The words are others.</exception>
    public void SetAnew(Line title, Prose @abstract)
    {
        if (title.Source != Title || @abstract.Source != Abstract.Source) throw new ArgumentException("Words are rendered again, never changed.");
        (TitleHtml, Abstract) = (title.Html, @abstract);
    }

    private static List<string> Clean(IEnumerable<string> authors) =>
        [.. authors.Select(a => OneLine(a, AuthorLength)).Where(a => a is not "")];

    private static string OneLine(string text, int limit)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Letters.Cut(line, limit);
    }
}
