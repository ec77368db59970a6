using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;

namespace Roundup.Web.Reading;

/// <summary>What happened to a paper since it was covered, as readers are told.</summary>
/// <param name="Address">Where it is announced; empty for nowhere.</param>
public sealed record PaperNews(PaperChangeKind Kind, string Detail, string Address, DateOnly? HappenedOn, DateTimeOffset NoticedAt)
{
    /// <summary>Whether it came with another title or abstract than those that are quoted.</summary>
    public bool HasNewWords { get; init; }

    public string Words => Kind switch
    {
        PaperChangeKind.NewVersion => $"New version {Detail}",
        PaperChangeKind.Withdrawn => "Withdrawn by its authors",
        PaperChangeKind.Retracted => "Retracted",
        PaperChangeKind.Corrected => Detail is "" ? "Corrected" : Detail,
        _ => $"Published in {Detail}",
    };

    /// <summary>The day itself; a year alone is 1 January. Null where only the day on which we noticed is known.</summary>
    public DateOnly NoticedOn => DateOnly.FromDateTime(NoticedAt.UtcDateTime);

    /// <summary>Appearing in a journal is told by the year, as reference lists do.</summary>
    public bool IsOfAYear => HappenedOn is { } on && (Kind is PaperChangeKind.Published || on is { Month: 1, Day: 1 });

    /// <summary>The gravest first, and of versions the latest alone.</summary>
    public static IReadOnlyList<PaperNews> InOrder(IEnumerable<PaperNews> news)
    {
        static int Rank(PaperNews n) => n.Kind switch
        {
            PaperChangeKind.Retracted => 0,
            PaperChangeKind.Withdrawn => 1,
            PaperChangeKind.Corrected => 2,
            PaperChangeKind.NewVersion => 3,
            _ => 4,
        };
        var all = news.ToList();
        var latest = all.Where(n => n.Kind is PaperChangeKind.NewVersion).MaxBy(n => n.NoticedAt);
        return [.. all.Where(n => n.Kind is not PaperChangeKind.NewVersion || n == latest).OrderBy(Rank).ThenBy(n => n.NoticedAt)];
    }
}

public static class NewsReading
{
    extension(RoundupDb db)
    {
        /// <summary>What readers are told of papers.</summary>
        public async Task<ILookup<int, PaperNews>> ReadNewsAsync(IEnumerable<int> papers, CancellationToken cancel = default)
        {
            var ids = papers.ToList();
            var news = await db.PaperChanges.Shown.Where(c => ids.Contains(c.PaperId))
                .Select(c => new { c.PaperId, News = new PaperNews(c.Kind, c.Detail, c.Address, c.HappenedOn, c.NoticedAt) { HasNewWords = c.NewTitle != "" } }).ToListAsync(cancel);
            return news.ToLookup(n => n.PaperId, n => n.News);
        }
    }
}
