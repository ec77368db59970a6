using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Web.Feeds;
using Roundup.Web.Pictures;
using Roundup.Web.Reading;

namespace Roundup.Web.Api;

/// <summary>From what was published to the shapes of the reading interface.</summary>
/// <param name="site">Without a slash at the end.</param>
internal sealed class ShapeMaking(Publication publication, string site)
{
    private readonly FeedHtml _html = new(publication, site);

    public IssueShape Issue(IssueLine line) => new(
        line.Name.Number, line.Name.Title, line.Name.Theme, line.Name.Heading, site + line.Name.Path, site + Picture.PathOfIssue(line.Name.Number),
        line.PublishedAt, line.CorrectedAt, publication.EditorOf(line.PublishedBy), line.Papers, line.Comments);

    public WholeIssueShape Issue(PublishedIssue issue)
    {
        var (front, page) = (issue.Front, site + issue.Front.Name.Path);
        return new(
            front.Name.Number, front.Name.Title, front.Name.Theme, front.Name.Heading, page, site + Picture.PathOfIssue(front.Name.Number),
            front.PublishedAt, front.CorrectedAt, publication.EditorOf(front.PublishedBy), issue.Entries.Count, front.Comments,
            Text(front.Introduction, page), Text(front.Closing, page), [.. issue.Entries.Select(Entry)],
            [.. front.Corrections.Select(c => new CorrectionShape(c.At, c.Note))]);
    }

    public PaperShape Paper(PublishedPaper read)
    {
        var paper = read.Paper;
        return new(
            paper.Id, site + paper.Path, paper.Title, paper.Authors, paper.Venue, paper.PublishedOn, paper.Kind.ToString(), paper.Address,
            new(paper.AbstractSource, _html.Words(paper.Abstract, site + paper.Path)), [.. paper.Ids.Select(Identifier)], [.. paper.Links.Select(Link)], [.. read.Topics.Select(Topic)],
            [.. paper.News.Select(News)]);
    }

    /// <param name="coverage">At least one.</param>
    public WholePaperShape Paper(IReadOnlyList<PublishedEntry> coverage)
    {
        var paper = Paper(new PublishedPaper(coverage[0].Paper, coverage[0].Topics));
        return new(
            paper.Id, paper.Url, paper.Title, paper.Authors, paper.Venue, paper.PublishedOn, paper.Kind, paper.Address, paper.Abstract, paper.Identifiers, paper.Links, paper.Topics, paper.News,
            [.. coverage.Select(Coverage)]);
    }

    public TopicLineShape Topic(TopicLine line) => new(line.Topic.Name, line.Topic.Slug, Topic(line.Topic).Url, line.About, line.Papers);

    public CommentShape Comment(HeardComment said) => new(
        said.Id, $"{site}{said.Issue.Path}#c-{said.Id}", said.Issue.Number, said.EntryId, said.AnsweredId, said.By, said.FromDesk,
        _html.Words(said.Html, site + said.Issue.Path), said.WrittenAt, said.EditedAt);

    private TopicShape Topic(TopicName topic) => new(topic.Name, topic.Slug, $"{site}/topics/{topic.Slug}");

    private EntryShape Entry(PublishedEntry entry) => new(
        entry.Id, entry.Position + 1, entry.Section, site + entry.Path, Paper(new PublishedPaper(entry.Paper, entry.Topics)), Text(entry.Words, site + entry.Issue.Path),
        Opinions(entry), [.. entry.Links.Select(Link)], entry.Thanked);

    private CoverageShape Coverage(PublishedEntry entry) =>
        new(entry.Issue.Number, entry.Issue.Heading, site + entry.Path, entry.PublishedAt, Text(entry.Words, site + entry.Issue.Path), Opinions(entry));

    private OpinionShape[] Opinions(PublishedEntry entry) =>
    [
        .. entry.Opinions.Where(o => !o.Words.Html.IsEmpty).Select(o => new OpinionShape(
            o.Author is "" ? publication.EditorOf(entry.PublishedBy) : o.Author, o.Label(publication.OpinionLabel), o.Depth?.Words, Text(o.Words, site + entry.Issue.Path))),
    ];

    private TextShape Text(Wording words, string page) => new(words.Source, _html.Words(words.Html, page));

    private static NewsShape News(PaperNews news) => new(news.Kind.ToString(), news.Words, news.HappenedOn, news.NoticedAt, news.Address is "" ? null : news.Address);

    private static IdentifierShape Identifier(PaperId id) => new(id.Scheme, id.Value, PaperAddress.Of(id));

    private static LinkShape Link(PaperLink link) => new(link.Kind.ToString(), link.Url, string.IsNullOrWhiteSpace(link.Label) ? null : link.Label);
}
