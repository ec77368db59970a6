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

    private Paper() { }

    public Paper(string title, DateTimeOffset now)
    {
        Title = OneLine(title, TitleLength);
        CreatedAt = now;
    }

    public int Id { get; private set; }

    /// <summary>Plain text, one line; maths stays as TeX between dollars.</summary>
    public string Title { get; private set; } = "";

    public Prose Abstract { get; private set; } = Prose.Empty;

    public string Venue { get; private set; } = "";

    /// <summary>When the first version appeared; a year alone is 1 January.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Where readers are sent, as the editor gave it; empty to use the best identifier.</summary>
    public string Link { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Counts the changes, so that two people who edit one paper notice each other.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<string> Authors => _authors;

    public IReadOnlyList<PaperLink> Links => _links;

    public IReadOnlyList<PaperIdentifier> Identifiers => _identifiers;

    public string Slug => Text.Slug.Of(Title);

    /// <summary>Where the paper is read: the editor's link, else the first identifier that leads somewhere; empty for nowhere.</summary>
    public string Address => Link is not "" ? Link : _identifiers.Select(i => PaperAddress.Of(i.ToPaperId())).OfType<string>().FirstOrDefault() ?? "";

    /// <summary>What an editor changed by hand.</summary>
    public Refusal? Describe(string title, IEnumerable<string> authors, Prose @abstract, string venue, string link)
    {
        if (string.IsNullOrWhiteSpace(title)) return new("A paper needs a title.", nameof(Title));
        if (title.Length > TitleLength) return new($"A title has at most {TitleLength} characters.", nameof(Title));
        if (@abstract.Source.Length > AbstractLength) return new($"An abstract has at most {AbstractLength:N0} characters.", nameof(Abstract));
        if (link is not "" && !WebAddress.IsOne(link)) return new("A link starts with http:// or https://.", nameof(Link));

        Title = OneLine(title, TitleLength);
        _authors = Clean(authors);
        Abstract = @abstract;
        Venue = OneLine(venue, VenueLength);
        Link = link;
        Version++;
        return null;
    }

    public Refusal? Relink(IEnumerable<PaperLink> links)
    {
        var kept = links.DistinctBy(l => l.Url).ToList();
        if (kept.Find(l => !WebAddress.IsOne(l.Url)) is { } odd) return new($"“{odd.Url}” is not a web address.", nameof(Links));

        _links = kept;
        Version++;
        return null;
    }

    private static List<string> Clean(IEnumerable<string> authors) =>
        [.. authors.Select(a => OneLine(a, AuthorLength)).Where(a => a is not "")];

    private static string OneLine(string text, int limit)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= limit ? line : line[..limit];
    }
}
