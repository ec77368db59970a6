using System.ComponentModel.DataAnnotations;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>What a card says of a paper, as it is typed. Lengths that the paper refuses itself are not repeated here.</summary>
public sealed class PaperInput
{
    public string? Title { get; set; }

    public string? Link { get; set; }

    /// <summary>One a line.</summary>
    public string? Authors { get; set; }

    public string? Abstract { get; set; }

    [StringLength(Paper.VenueLength, ErrorMessage = "A venue has at most 300 characters.")]
    public string? Venue { get; set; }

    /// <summary>The name of a <see cref="PaperKind"/>; empty where nobody has said.</summary>
    public string? Kind { get; set; }

    /// <summary>As typed; see <see cref="TypedDay"/>.</summary>
    public string? PublishedOn { get; set; }

    [StringLength(PaperImprint.PartLength, ErrorMessage = "A volume has at most 200 characters.")]
    public string? Volume { get; set; }

    [StringLength(PaperImprint.PartLength, ErrorMessage = "A number has at most 200 characters.")]
    public string? Number { get; set; }

    [StringLength(PaperImprint.PartLength, ErrorMessage = "Pages have at most 200 characters.")]
    public string? Pages { get; set; }

    [StringLength(PaperImprint.PartLength, ErrorMessage = "A publisher has at most 200 characters.")]
    public string? Publisher { get; set; }

    /// <summary>As typed; see <see cref="TypedDay"/>.</summary>
    public string? IssuedOn { get; set; }

    /// <summary>One a line; see <see cref="LinkLines"/>.</summary>
    public string? Links { get; set; }

    public int Version { get; set; }

    public static PaperInput Of(Paper paper) => new()
    {
        Title = paper.Title,
        Link = paper.Link,
        Authors = string.Join('\n', paper.Authors),
        Abstract = paper.Abstract.Source,
        Venue = paper.Venue,
        Kind = KindName(paper.Kind),
        PublishedOn = TypedDay.Write(paper.PublishedOn),
        Volume = paper.Imprint.Volume,
        Number = paper.Imprint.Number,
        Pages = paper.Imprint.Pages,
        Publisher = paper.Imprint.Publisher,
        IssuedOn = TypedDay.Write(paper.Imprint.IssuedOn),
        Links = LinkLines.Write(paper.Links, LinkKind.Project),
        Version = paper.Version,
    };

    /// <summary>The paper with what was typed where it says nothing itself.</summary>
    public PaperInput Behind(Paper paper)
    {
        var known = Of(paper);
        static string? Or(string? first, string? second) => string.IsNullOrWhiteSpace(first) ? second : first;
        return new()
        {
            Title = paper.IsUntitled ? Or(Title, known.Title) : known.Title,
            Link = Or(known.Link, Link),
            Authors = Or(known.Authors, Authors),
            Abstract = Or(known.Abstract, Abstract),
            Venue = Or(known.Venue, Venue),
            Kind = Or(known.Kind, Kind),
            PublishedOn = Or(known.PublishedOn, PublishedOn),
            Volume = paper.Imprint.IsEmpty ? Volume : known.Volume,
            Number = paper.Imprint.IsEmpty ? Number : known.Number,
            Pages = paper.Imprint.IsEmpty ? Pages : known.Pages,
            Publisher = paper.Imprint.IsEmpty ? Publisher : known.Publisher,
            IssuedOn = paper.Imprint.IsEmpty ? IssuedOn : known.IssuedOn,
            Links = string.Join('\n', new[] { known.Links, Links }.Where(l => !string.IsNullOrWhiteSpace(l))),
        };
    }

    internal static string KindName(PaperKind kind) => kind is PaperKind.Unknown ? "" : kind.ToString();

    private PaperImprint Imprint(DateOnly? issued) => new((Volume ?? "").Trim(), (Number ?? "").Trim(), (Pages ?? "").Trim(), (Publisher ?? "").Trim(), issued);

    public Refusal? Describe(Paper paper, DateTimeOffset now)
    {
        var kind = PaperKind.Unknown;
        if (!string.IsNullOrEmpty(Kind) && !(Enum.TryParse(Kind, out kind) && Enum.IsDefined(kind) && KindName(kind) == Kind)) return new("Choose a kind of work from the list.", nameof(Kind));
        if (TypedDay.Read(PublishedOn, out var day) is { } odd) return odd with { Field = nameof(PublishedOn) };
        if (TypedDay.Read(IssuedOn, out var issued) is { } other) return other with { Field = nameof(IssuedOn) };
        var text = Abstract ?? "";
        var words = text.Length > Paper.AbstractLength ? paper.Abstract with { Source = text } : text == paper.Abstract.Source ? paper.Abstract : PlainText.Render(text);
        var refusal = paper.Describe(Typeset.Line(Title ?? ""), (Authors ?? "").Split('\n'), words, Venue ?? "", (Link ?? "").Trim(), now)
            ?? paper.Relink(LinkLines.Read(Links, LinkKind.Project), now);
        if (refusal is null) paper.Classify(kind, day, Imprint(issued), now);
        return refusal;
    }
}

/// <summary>What a card says of the paper's place in the issue.</summary>
public sealed class EntryInput
{
    public string? Section { get; set; }

    public string? Text { get; set; }

    /// <summary>One a line; see <see cref="LinkLines"/>.</summary>
    public string? Links { get; set; }

    public int Version { get; set; }

    public static EntryInput Of(Entry entry) => new()
    {
        Section = entry.Section,
        Text = entry.Text.Source,
        Links = LinkLines.Write(entry.Links, LinkKind.Related),
        Version = entry.Version,
    };

    public Refusal? Annotate(Entry entry) =>
        SafeMarkdown.Render(Text ?? "", ProseKind.Editorial, out var text) is { } refusal
            ? refusal with { Field = nameof(Text) }
            : entry.Annotate(Section ?? "", text, LinkLines.Read(Links, LinkKind.Related));
}
