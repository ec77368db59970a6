using Roundup.Formats.Writing;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>A paper as a page shows it.</summary>
public sealed record PaperText(
    int Id, string Title, SafeHtml TitleHtml, IReadOnlyList<string> Authors, string Venue, DateOnly? PublishedOn, string Link,
    SafeHtml Abstract, int AbstractWords, IReadOnlyList<PaperId> Ids, IReadOnlyList<PaperLink> Links)
{
    public static PaperText Of(Paper paper) => new(
        paper.Id, paper.Title, paper.TitleHtml, paper.Authors, paper.Venue, paper.PublishedOn, paper.Link,
        paper.Abstract.Html, paper.Abstract.Words, [.. paper.Identifiers.Select(i => i.ToPaperId())], paper.Links)
    {
        LinkHealth = paper.LinkHealth,
        Kind = paper.Kind,
        Imprint = paper.Imprint,
        Topics = [.. paper.Topics.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => new TopicName(t.Name, t.Slug))],
    };

    public PaperKind Kind { get; init; }

    public PaperImprint Imprint { get; init; } = PaperImprint.None;

    /// <summary>Read for the paper's own page alone, as its abstract's source is.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public string AbstractSource { get; init; } = "";

    /// <summary>What it is about, by name.</summary>
    public IReadOnlyList<TopicName> Topics { get; init; } = [];

    /// <summary>The state that was covered; read for the paper's own page alone.</summary>
    public PaperEdition? Covered { get; init; }

    /// <summary>Every change that readers are told of, the earlier versions too; read for the paper's own page alone.</summary>
    public IReadOnlyList<PaperNews> Changes { get; init; } = [];

    /// <summary>What reference managers are told.</summary>
    public Reference Reference => Reference.Of(Title, Authors, Kind, Venue, Imprint, PublishedOn, Ids, Links, Address ?? "", Categories, AbstractSource);

    /// <summary>How <see cref="Link"/> is; see <see cref="Paper.LinkHealth"/>.</summary>
    public LinkHealth? LinkHealth { get; init; }

    /// <summary>What readers are told happened since it was covered.</summary>
    public IReadOnlyList<PaperNews> News { get; init; } = [];

    public PaperText With(ILookup<int, PaperNews> news) => this with { News = PaperNews.InOrder(news[Id]) };

    /// <summary>Where the quoted abstract comes from: of v1, 10 February 2022, from arXiv. Read for the paper's own page only; empty elsewhere, and for what was typed.</summary>
    public string AbstractFrom { get; init; } = "";

    public string Slug => Model.Text.Slug.Of(Title);

    public string Path => Paths.Paper(Id, Slug);

    public bool HasCode => Links.Any(l => l.Kind is LinkKind.Code);

    /// <summary>Where the paper is read, as <see cref="Paper.Address"/>; null for nowhere.</summary>
    public string? Address => Link is not "" ? Link : Ids.Select(PaperAddress.Of).FirstOrDefault(a => a is not null);

    /// <summary>NeurIPS, 2022. Where no venue is known, that it is a preprint.</summary>
    public string Published => string.Join(", ", new[] { Venue is "" && Kind is PaperKind.Preprint ? "Preprint" : Venue, $"{PublishedOn?.Year}" }.Where(part => part is not ""));

    /// <summary>Meng &amp; Bau, 2022.</summary>
    public string Byline => Reading.Authors.Byline(Authors, $"{PublishedOn?.Year}");

    /// <summary>The file itself: the link that is known, else arXiv's.</summary>
    public string? Pdf => Links.FirstOrDefault(l => l.Kind is LinkKind.Pdf)?.Url
        ?? Ids.Where(i => i.Scheme is PaperScheme.Arxiv).Select(i => $"https://arxiv.org/pdf/{i.Value}").FirstOrDefault();

    public string? Name(string scheme) => Ids.FirstOrDefault(i => i.Scheme == scheme)?.Value;

    /// <summary>One plain line that a reference list can hold.</summary>
    public string Citation
    {
        get
        {
            var authors = Authors.Count <= 12 ? InWords.List(Authors) : $"{string.Join(", ", Authors.Take(3))} and {InWords.Number(Authors.Count - 3)} others";
            var title = Title.EndsWith('?') || Title.EndsWith('!') || Title.EndsWith('.') ? Title : $"{Title}.";
            return string.Join(' ', new[] { authors is "" ? "" : $"{authors}.", title, Published is "" ? "" : $"{Published}.", Address ?? "" }.Where(part => part is not ""));
        }
    }
}
