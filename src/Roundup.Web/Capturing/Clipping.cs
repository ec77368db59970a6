using System.Globalization;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Sources;
using Roundup.Web.Areas.Admin;

namespace Roundup.Web.Capturing;

/// <summary>What a page or a person says of a paper: cleaned, within bounds, and not yet a paper. Anything not said is empty.</summary>
public sealed record Clipping
{
    /// <summary>The largest collaboration on arXiv has some 2,900.</summary>
    public const int MostAuthors = 5_000;

    public const int MostLinks = 100;

    public const int MostIds = 20;

    private static readonly string[] DateShapes = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy-MM", "yyyy-M", "yyyy/M", "yyyy"];

    public string Title { get; private init; } = "";

    public string Link { get; private init; } = "";

    public IReadOnlyList<string> Authors { get; private init; } = [];

    /// <summary>Paragraphs parted by a blank line.</summary>
    public string Abstract { get; private init; } = "";

    public string Venue { get; private init; } = "";

    public DateOnly? PublishedOn { get; private init; }

    /// <summary>Every name of the paper, those of an authority first.</summary>
    public IReadOnlyList<PaperId> Ids { get; private init; } = [];

    public IReadOnlyList<PaperLink> Links { get; private init; } = [];

    /// <summary>Where it comes from, as it stands beside the fields that it filled in; empty for a person's own words.</summary>
    public string Source { get; private init; } = "";

    public bool SaysNothing => Title is "" && Abstract is "" && Venue is "" && PublishedOn is null && Authors is [] && Links is [];

    /// <summary>Reads the form.</summary>
    /// <returns>Why it can't be taken, with the field; null where it was read.</returns>
    public static Refusal? Read(CaptureInput input, PaperFinder finder, out Clipping clipping)
    {
        var link = Visible(input.Link).Trim();
        var links = LinkLines.Read(Visible(input.Links), LinkKind.Related).Select(Named).DistinctBy(l => l.Url).ToList();
        clipping = new Clipping
        {
            Title = Plain(input.Title),
            Link = link,
            Authors = [.. Lines(input.Authors).Select(Plain)],
            Abstract = string.Join("\n\n", Visible(input.Abstract).Split("\n\n").Select(Plain).Where(p => p is not "")),
            Venue = Plain(input.Venue),
            PublishedOn = Day(input.Published),
            Ids = Recognise(finder, link, [.. Lines(input.Ids), .. links.Where(l => l.Kind is LinkKind.Pdf).Select(l => l.Url)]),
            Links = links,
            Source = input.Clipped && Host(link) is { } host ? Cut($"your browser at {host}", 200) : "",
        };
        return clipping.Refuse(input);
    }

    private Refusal? Refuse(CaptureInput input)
    {
        if (Link is not "" && !WebAddress.IsOne(Link)) return new("A link starts with http:// or https://.", nameof(Link));
        if (Title is "" && Ids is []) return new("Give a link or a title: something has to say which paper it is.", nameof(Link));
        if (Title.Length > Paper.TitleLength) return new($"A title has at most {Paper.TitleLength:N0} characters.", nameof(Title));
        if (Authors.Count > MostAuthors) return new($"A paper has at most {MostAuthors:N0} authors here; these lines are {Authors.Count:N0}.", nameof(Authors));
        if (Abstract.Length > Paper.AbstractLength) return new($"An abstract has at most {Paper.AbstractLength:N0} characters.", nameof(Abstract));
        if (Venue.Length > Paper.VenueLength) return new($"A venue has at most {Paper.VenueLength} characters.", nameof(Venue));
        if (PublishedOn is null && !string.IsNullOrWhiteSpace(input.Published)) return new("Give the day as 2022-02-10, or only the year.", nameof(input.Published));
        if (Links.Count > MostLinks) return new($"A paper has at most {MostLinks} links here.", nameof(Links));
        if (Links.FirstOrDefault(l => !WebAddress.IsOne(l.Url)) is { } odd) return new($"“{Cut(odd.Url, 100)}” is not a web address.", nameof(Links));
        return null;
    }

    /// <summary>
    /// The text without what can't be seen and changes how the rest is: control characters, and marks that turn the direction of a line
    /// round (Unicode Technical Report 36, 2.5).
    /// </summary>
    internal static string Visible(string? text) => string.Concat((text ?? "").Where(c =>
        c is '\n' or '\t' || !(char.IsControl(c) || c is '\uFEFF' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))));

    private static IEnumerable<string> Lines(string? text) => Visible(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Only what shows that it is TeX is read as TeX: on most pages a tilde is a tilde.
    private static string Plain(string? text)
    {
        var line = string.Join(' ', Visible(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Contains('\\') || line.Contains("``", StringComparison.Ordinal) ? PaperText.Clean(line) : line;
    }

    private static PaperLink Named(PaperLink link)
    {
        if (link.Kind is not LinkKind.Related) return link;

        var kind = LinkKinds.Of(link.Url, link.Label);
        return link with { Kind = kind is LinkKind.Related ? LinkKind.Project : kind };
    }

    // An address that names the version is worth more than the same without.
    private static List<PaperId> Recognise(PaperFinder finder, string link, string[] others) =>
        [.. others.Take(MostIds).Select(o => finder.Recognise(o)).Prepend(finder.Recognise(link, anyPage: true)).OfType<PaperId>()
            .GroupBy(i => i.Key).Select(same => same.FirstOrDefault(i => i.Version is not null) ?? same.First())
            .Where(i => i.Value.Length <= PaperId.MaxLength).OrderBy(i => i.Scheme is PaperScheme.Url)];

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(Visible(text).Trim(), DateShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1000 and < 3000 ? day : null;

    private static string? Host(string link) =>
        !WebAddress.IsOne(link) ? null : new Uri(link).IdnHost is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)]}…";
}
