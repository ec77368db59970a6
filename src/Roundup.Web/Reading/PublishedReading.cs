using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Web.Reading;

/// <summary>What leaves the site by feeds and the reading interface: published words alone, as written and as shown.</summary>
public static class PublishedReading
{
    extension(RoundupDb db)
    {
        /// <summary>Some of the published issues, the newest first, with all their words: six queries however many there are.</summary>
        public async Task<List<PublishedIssue>> ReadWholeAsync(IQueryable<Issue> issues, CancellationToken cancel)
        {
            var fronts = await issues.Published.NewestFirst.AsFronts(db).ToListAsync(cancel);
            var numbers = fronts.ConvertAll(f => f.Name.Number);
            var entries = (await db.PublishedEntries.Where(e => EF.Parameter(numbers).Contains(e.Issue.Number))
                .OrderByDescending(e => e.Issue.Number).ThenBy(e => e.Position).ThenBy(e => e.Id).AsPublished().ToListAsync(cancel)).ToLookup(e => e.Issue.Number);
            return fronts.ConvertAll(f => new PublishedIssue(f, [.. entries[f.Name.Number]]));
        }

        /// <summary>The places of papers that readers may see.</summary>
        public IQueryable<Entry> PublishedEntries => db.Entries.Where(e => e.Issue.PublishedAt != null);

        /// <summary>What readers said, and may see.</summary>
        public IQueryable<Comment> PublishedComments => db.Comments.Where(c => c.State == CommentState.Public && c.Issue.PublishedAt != null);
    }

    extension(IQueryable<Issue> issues)
    {
        public IQueryable<IssueFront> AsFronts(RoundupDb db) => issues.Select(i => new IssueFront(
            new IssueName(i.Number, i.Title, i.Theme), i.PublishedAt!.Value, i.PublishedBy, i.CorrectedAt,
            new Wording(i.Introduction.Source, i.Introduction.Html), new Wording(i.Closing.Source, i.Closing.Html),
            db.Comments.Count(c => c.IssueId == i.Id && c.State == CommentState.Public),
            db.Comments.Where(c => c.IssueId == i.Id && c.State == CommentState.Public).Max(c => (DateTimeOffset?)c.StateAt))
        {
            Corrections = i.Corrections.OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new CorrectionText(c.At, c.Note)).ToList(),
        });
    }

    extension(IQueryable<Entry> entries)
    {
        public IQueryable<PublishedEntry> AsPublished()
        {
            var around = IssueChanges.AroundPapers.ToList();
            return entries.Select(e => new PublishedEntry(
                e.Id, new IssueName(e.Issue.Number, e.Issue.Title, e.Issue.Theme), e.Issue.PublishedAt!.Value, e.Issue.PublishedBy, e.Position, e.Section,
                new Wording(e.Text.Source, e.Text.Html), EF.Property<List<PaperLink>>(e, "_links"), e.Thanks,
                new PaperText(
                    e.Paper.Id, e.Paper.Title, e.Paper.TitleHtml, EF.Property<List<string>>(e.Paper, "_authors"), e.Paper.Venue, e.Paper.PublishedOn, e.Paper.Link,
                    e.Paper.Abstract.Html, e.Paper.Abstract.Words,
                    e.Paper.Identifiers.OrderBy(n => n.Id).Select(n => new PaperId(n.Scheme, n.Value, n.CoveredVersion)).ToList(),
                    EF.Property<List<PaperLink>>(e.Paper, "_links"))
                {
                    Kind = e.Paper.Kind,
                    AbstractSource = e.Paper.Abstract.Source,
                },
                e.Paper.Topics.OrderBy(t => t.Key).Select(t => new TopicName(t.Name, t.Slug)).ToList(),
                e.Opinions.OrderBy(o => o.Position).Select(o => new PublishedOpinion(o.Id, o.Author, new Wording(o.Words.Source, o.Words.Html), o.Depth, o.ChangedAt)).ToList())
            {
                CorrectedAt = e.Issue.Corrections.Any() ? e.Issue.Corrections.Where(c => !EF.Parameter(around).Contains(c.Note)).Max(c => (DateTimeOffset?)c.At) : e.Issue.CorrectedAt,
            })
            .AsSplitQuery();
        }
    }
}

/// <param name="Source">As written: Markdown.</param>
/// <param name="Html">As shown.</param>
public sealed record Wording(string Source, SafeHtml Html);

/// <param name="Said">When readers could see the latest comment; null for none.</param>
public sealed record IssueFront(
    IssueName Name, DateTimeOffset PublishedAt, string PublishedBy, DateTimeOffset? CorrectedAt, Wording Introduction, Wording Closing, int Comments, DateTimeOffset? Said)
{
    /// <summary>What readers were told of changes after publication, oldest first.</summary>
    public IReadOnlyList<CorrectionText> Corrections { get; init; } = [];

    /// <summary>The last edit that readers should hear of: publication, or a dated correction. What a source fills in later is none.</summary>
    public DateTimeOffset Updated => CorrectedAt ?? PublishedAt;
}

public sealed record PublishedIssue(IssueFront Front, IReadOnlyList<PublishedEntry> Entries);

public sealed record PublishedOpinion(int Id, string Author, Wording Words, ReadDepth? Depth, DateTimeOffset ChangedAt)
{
    public string Label(string ownLabel) => Opinion.LabelOf(Author, ownLabel);
}

/// <param name="Position">Counted from 0.</param>
public sealed record PublishedEntry(
    int Id, IssueName Issue, DateTimeOffset PublishedAt, string PublishedBy, int Position, string? Section, Wording Words, IReadOnlyList<PaperLink> Links, string Thanks,
    PaperText Paper, IReadOnlyList<TopicName> Topics, IReadOnlyList<PublishedOpinion> Opinions)
{
    public IReadOnlyList<string> Thanked => Entry.NamesIn(Thanks);

    /// <summary>To the entry itself.</summary>
    public string Path => $"{Issue.Path}#e-{Id}";

    /// <summary>The last correction of its issue that may have changed what is said of it: all that do not say that they changed words around the papers alone.</summary>
    public DateTimeOffset? CorrectedAt { get; init; }

    /// <summary>When what is said of it last changed. What was written before the issue came out is as old as the issue.</summary>
    public DateTimeOffset Updated => Opinions.Select(o => o.ChangedAt).Append(PublishedAt).Append(CorrectedAt ?? PublishedAt).Max();
}
