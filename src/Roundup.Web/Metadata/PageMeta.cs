using Roundup.Model;
using Roundup.Model.Text;
using Roundup.Web.Drawings;
using Roundup.Web.Pictures;
using Roundup.Web.Reading;

namespace Roundup.Web.Metadata;

/// <summary>What a shared link shows of a page (Open Graph), and which feeds follow it.</summary>
/// <param name="Kind">article, website.</param>
/// <param name="Path">Its canonical address, without the site.</param>
public sealed record PageMeta(string Kind, string Title, string Description, string Path)
{
    /// <summary>In characters: programs that show links cut there, and a description is no text.</summary>
    private const int DescriptionLength = 300;

    /// <summary>A page that is no single thing, and has no picture of its own.</summary>
    public static PageMeta Of(string title, string description, string path) => new("website", title, description, path);

    /// <summary>Never empty: what describes the publication describes its pages.</summary>
    public string DescriptionIn(Publication publication)
    {
        var words = new[] { Description, publication.Tagline, publication.Title }.First(w => !string.IsNullOrWhiteSpace(w));
        return words.Length <= DescriptionLength ? words : $"{Letters.Cut(words, DescriptionLength - 1).TrimEnd()}…";
    }

    /// <summary>Null for the latest issue's.</summary>
    public Picture? Picture { get; init; }

    /// <summary>Where the picture is, without the site.</summary>
    public string PicturePath { get; init; } = "";

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? CorrectedAt { get; init; }

    public static PageMeta Of(IssueView issue, Publication publication) => new("article", $"Issue {issue.Name.Number}: {issue.Name.Heading}", issue.Description, issue.Name.Path)
    {
        Picture = Picture.Of(issue.Cover, publication),
        PicturePath = Picture.PathOfIssue(issue.Name.Number),
        PublishedAt = issue.Text.PublishedAt,
        CorrectedAt = issue.Text.CorrectedAt,
    };

    /// <summary>The first page shows the latest issue, and so does its picture.</summary>
    public static PageMeta Of(CoverView latest, Publication publication) => new("website", publication.Title, publication.Tagline, "/")
    {
        Picture = Picture.Of(latest, publication),
        PicturePath = Picture.PathOfIssue(latest.Name.Number),
    };

    /// <param name="coverage">At least one.</param>
    public static PageMeta Of(PaperText paper, IReadOnlyList<Coverage> coverage, string description, Publication publication) => new("article", paper.Title, description, paper.Path)
    {
        Picture = Picture.Of(paper, coverage, publication),
        PicturePath = Picture.PathOfPaper(paper.Id),
        PublishedAt = coverage[0].PublishedAt,
    };
}

/// <summary>A feed that a page's head names.</summary>
/// <param name="Path">Without its format: /feed.</param>
public sealed record FeedLink(string Title, string Path)
{
    /// <summary>Whether it is to be had in one format alone.</summary>
    public bool IsAtomOnly { get; init; }
}
