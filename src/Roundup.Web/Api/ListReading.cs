using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Topics;
using Roundup.Web.Reading;

namespace Roundup.Web.Api;

/// <summary>What lists of the reading interface read, and no column more.</summary>
internal static class ListReading
{
    extension(IQueryable<Issue> issues)
    {
        public IQueryable<IssueLine> AsLines(RoundupDb db) => issues.Select(i => new IssueLine(
            new IssueName(i.Number, i.Title, i.Theme), i.PublishedAt!.Value, i.PublishedBy, i.CorrectedAt, i.Entries.Count,
            db.Comments.Count(c => c.IssueId == i.Id && c.State == CommentState.Public)));
    }

    extension(IQueryable<Paper> papers)
    {
        public IQueryable<PublishedPaper> AsPublished() => papers
            .Select(p => new PublishedPaper(
                new PaperText(
                    p.Id, p.Title, p.TitleHtml, EF.Property<List<string>>(p, "_authors"), p.Venue, p.PublishedOn, p.Link, p.Abstract.Html, p.Abstract.Words,
                    p.Identifiers.OrderBy(n => n.Id).Select(n => new PaperId(n.Scheme, n.Value, n.CoveredVersion)).ToList(), EF.Property<List<PaperLink>>(p, "_links"))
                {
                    Kind = p.Kind,
                    AbstractSource = p.Abstract.Source,
                },
                p.Topics.OrderBy(t => t.Key).Select(t => new TopicName(t.Name, t.Slug)).ToList()))
            .AsSplitQuery();
    }

    extension(IQueryable<Topic> topics)
    {
        /// <summary>Topics that papers of published issues have.</summary>
        public IQueryable<TopicLine> AsLines(IQueryable<Entry> published) => topics
            .Where(t => t.Papers.Any(p => published.Any(e => e.PaperId == p.Id)))
            .OrderBy(t => t.Key)
            .Select(t => new TopicLine(new TopicName(t.Name, t.Slug), t.About, t.Papers.Count(p => published.Any(e => e.PaperId == p.Id))));
    }
}

internal sealed record IssueLine(IssueName Name, DateTimeOffset PublishedAt, string PublishedBy, DateTimeOffset? CorrectedAt, int Papers, int Comments);

internal sealed record PublishedPaper(PaperText Paper, IReadOnlyList<TopicName> Topics);

internal sealed record TopicLine(TopicName Topic, string About, int Papers);
