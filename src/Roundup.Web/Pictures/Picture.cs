using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Roundup.Formats.Writing;
using Roundup.Model;
using Roundup.Web.Drawings;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Pictures;

/// <summary>What stands in the picture of a shared link: the cover of an issue, or of a paper.</summary>
/// <param name="Kicker">Issue 7.</param>
/// <param name="Line">Beside the kicker: a date, where it is covered.</param>
/// <param name="Foot">Below the heading: how many papers, by whom.</param>
public sealed record Picture(string Publication, string Kicker, string Line, string Heading, string Foot, Round Round)
{
    public const int Width = 1200;
    public const int Height = 630;

    /// <summary>Raise it when the drawing changes, so that kept pictures are fetched again.</summary>
    private const int Drawing = 2;

    /// <summary>The same words and the same numbers of words are the same picture.</summary>
    public string Version { get; } = VersionOf($"{Drawing}\n{Publication}\n{Kicker}\n{Line}\n{Heading}\n{Foot}\n{Round.Number}\n{Round.Outer}\n{Round.Inner}");

    /// <summary>For whoever doesn't see it.</summary>
    public string Alternative => $"{Publication}. {Kicker}: {Heading}{(Heading.EndsWith('.') || Heading.EndsWith('?') ? "" : ".")} {Round.Label}";

    public static Picture Of(CoverView cover, Publication publication) => new(
        publication.Title, string.Create(CultureInfo.InvariantCulture, $"Issue {cover.Name.Number}"), cover.PublishedOn?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "",
        cover.Name.Heading, InWords.Count(cover.Contents.Count, "paper", "papers"), cover.Round);

    /// <param name="coverage">What published issues say of it, the first one first; at least one.</param>
    public static Picture Of(PaperText paper, IReadOnlyList<Coverage> coverage, Publication publication)
    {
        var numbers = coverage.Select(c => c.Issue.Number).Distinct().Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        var round = Round.Cover(coverage[0].Issue.Number, [new Round.Sector(paper.AbstractWords, coverage.Sum(c => c.Opinions.Sum(o => o.Words)))]);
        return new(
            publication.Title, numbers.Count == 1 ? $"Issue {numbers[0]}" : $"Issues {InWords.List(numbers)}", publication.DayOf(coverage[0].PublishedAt).ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            paper.TitleHtml.IsEmpty ? paper.Title : PlainWords.Shown(paper.TitleHtml), paper.Byline, round with { Label = "A paper and what is said about it." });
    }

    public static string PathOfIssue(int number) => string.Create(CultureInfo.InvariantCulture, $"/issues/{number}/picture.png");

    public static string PathOfPaper(int id) => string.Create(CultureInfo.InvariantCulture, $"/papers/{id}/picture.png");

    private static string VersionOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
