using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Web.Drawings;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>What public pages read of issues, and no column more.</summary>
public static class IssueReading
{
    extension(RoundupDb db)
    {
        /// <summary>A published issue with all its words, and its neighbours.</summary>
        public async Task<IssueText?> ReadIssueAsync(int number, CancellationToken cancel = default)
        {
            var text = await db.ReadTextAsync(number, cancel);
            // An issue that was never corrected has no corrections to ask for.
            if (text?.CorrectedAt is not null) text = text with { Corrections = await db.ReadCorrectionsAsync(number, cancel) };
            // Papers to which something happened are few: their news are asked for only where there are any.
            return text is { HasNews: true } ? text.With(await db.ReadNewsAsync(text.Entries.Select(e => e.Paper.Id), cancel)) : text;
        }

        private Task<List<CorrectionText>> ReadCorrectionsAsync(int number, CancellationToken cancel) => db.Issues.Published.Where(i => i.Number == number)
            .SelectMany(i => i.Corrections).OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new CorrectionText(c.At, c.Note)).ToListAsync(cancel);

        private Task<IssueText?> ReadTextAsync(int number, CancellationToken cancel)
        {
            var published = db.Issues.Published;
            return published.Where(i => i.Number == number).Select(i => new IssueText(
                new IssueName(i.Number, i.Title, i.Theme), i.PublishedAt, i.PublishedBy, i.CorrectedAt, i.Introduction.Html, i.Closing.Html, i.Introduction.Words + i.Closing.Words,
                i.Entries.OrderBy(e => e.Position).Select(e => new EntryText(
                    e.Id, e.Section, e.Text.Html, e.Text.Words, EF.Property<List<PaperLink>>(e, "_links"),
                    new PaperText(
                        e.Paper.Id, e.Paper.Title, e.Paper.TitleHtml, EF.Property<List<string>>(e.Paper, "_authors"), e.Paper.Venue, e.Paper.PublishedOn, e.Paper.Link,
                        e.Paper.Abstract.Html, e.Paper.Abstract.Words,
                        e.Paper.Identifiers.OrderBy(n => n.Id).Select(n => new PaperId(n.Scheme, n.Value, n.CoveredVersion)).ToList(),
                        EF.Property<List<PaperLink>>(e.Paper, "_links"))
                    {
                        LinkHealth = e.Paper.LinkHealth,
                        Kind = e.Paper.Kind,
                        Topics = e.Paper.Topics.OrderBy(t => t.Key).Select(t => new TopicName(t.Name, t.Slug)).ToList(),
                        // Part by part: as a whole it would bring every column of the paper with it.
                        Imprint = new PaperImprint(e.Paper.Imprint.Volume, e.Paper.Imprint.Number, e.Paper.Imprint.Pages, e.Paper.Imprint.Publisher, e.Paper.Imprint.IssuedOn),
                    },
                    e.Opinions.OrderBy(o => o.Position).Select(o => new OpinionText(o.Author, o.Words.Html, o.Words.Words, o.Depth)).ToList())
                {
                    Thanks = e.Thanks,
                }).ToList())
            {
                HasNews = db.PaperChanges.Any(c => c.ShownAt != null && i.Entries.Any(e => e.PaperId == c.PaperId)),
                Before = new(published.Where(n => n.Number < number).Max(n => (int?)n.Number), published.Where(n => n.Number < number).OrderByDescending(n => n.Number).Select(n => n.Theme != "" ? n.Theme : n.Title).FirstOrDefault()),
                After = new(published.Where(n => n.Number > number).Min(n => (int?)n.Number), published.Where(n => n.Number > number).OrderBy(n => n.Number).Select(n => n.Theme != "" ? n.Theme : n.Title).FirstOrDefault()),
            })
                .AsSplitQuery().SingleOrDefaultAsync(cancel);
        }
    }

    extension(IQueryable<Issue> issues)
    {
        /// <summary>The front of issues: titles, names and counts of words, no text.</summary>
        public IQueryable<CoverText> AsCovers() => issues
            .Select(i => new CoverText(
                new IssueName(i.Number, i.Title, i.Theme), i.PublishedAt!.Value, i.PublishedBy, i.CorrectedAt, i.Introduction.Words + i.Closing.Words,
                i.Entries.OrderBy(e => e.Position).Select(e => new CoverText.Entry(
                    e.Id, e.Section, e.Paper.Title, e.Paper.TitleHtml, EF.Property<List<string>>(e.Paper, "_authors"), e.Paper.PublishedOn, EF.Property<List<PaperLink>>(e.Paper, "_links"),
                    e.Paper.Abstract.Words, e.Text.Words + e.Opinions.Sum(o => o.Words.Words))).ToList()))
            .AsSplitQuery();

        /// <summary>Lines of the archive, with what a seal is drawn from.</summary>
        public IQueryable<ArchiveRow> AsArchiveRows(RoundupDb db) => issues
            .Select(i => new ArchiveRow(
                new IssueName(i.Number, i.Title, i.Theme), i.PublishedAt!.Value, db.Comments.Count(c => c.IssueId == i.Id && c.State == CommentState.Public),
                i.Entries.OrderBy(e => e.Position).Select(e => new ArchiveRow.Entry(
                    e.PaperId, e.Paper.Title, e.Paper.TitleHtml, e.Paper.Abstract.Words, e.Text.Words + e.Opinions.Sum(o => o.Words.Words))).ToList()))
            .AsSplitQuery();
    }
}

public sealed record CoverText(IssueName Name, DateTimeOffset PublishedAt, string PublishedBy, DateTimeOffset? CorrectedAt, int FrameWords, IReadOnlyList<CoverText.Entry> Entries)
{
    public sealed record Entry(int Id, string? Section, string Title, SafeHtml TitleHtml, IReadOnlyList<string> Authors, DateOnly? PublishedOn, IReadOnlyList<PaperLink> Links, int AbstractWords, int SaidWords)
    {
        public bool HasCode => Links.Any(l => l.Kind is LinkKind.Code);

        public string Byline => Reading.Authors.Byline(Authors, $"{PublishedOn?.Year}");
    }
}

/// <param name="Comments">Those whose words are shown.</param>
public sealed record ArchiveRow(IssueName Name, DateTimeOffset PublishedAt, int Comments, IReadOnlyList<ArchiveRow.Entry> Entries)
{
    private const int TitlesAtMost = 4;

    public sealed record Entry(int PaperId, string Title, SafeHtml TitleHtml, int AbstractWords, int SaidWords)
    {
        public string Path => Paths.Paper(PaperId, Model.Text.Slug.Of(Title));
    }

    public Round Seal => Round.Seal(Name.Number, [.. Entries.Select(e => new Round.Sector(e.AbstractWords, e.SaidWords))]);

    /// <summary>The first titles. A single one more is shown too: "and 1 more" would take its line.</summary>
    public IEnumerable<Entry> First => Entries.Take(Entries.Count == TitlesAtMost + 1 ? TitlesAtMost + 1 : TitlesAtMost);

    public int More => Entries.Count - First.Count();
}
