using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Papers;
using Roundup.Web.Reading;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>A paper beside another one: what tells them apart.</summary>
public sealed record DeskPaper(Paper Paper, IReadOnlyList<DeskPaper.Place> Places)
{
    /// <summary>An entry; its issue is a draft where it has no date.</summary>
    public sealed record Place(int PaperId, int EntryId, IssueName Issue, DateTimeOffset? PublishedAt, int Said);

    public bool IsPublished => Places.Any(p => p.PublishedAt is not null);

    /// <summary>The papers with these ids, in their order; who is gone is left out.</summary>
    public static async Task<IReadOnlyList<DeskPaper>> ReadAsync(RoundupDb db, IReadOnlyList<int> ids, CancellationToken cancel)
    {
        var papers = await db.Papers.Include(p => p.Identifiers.OrderBy(i => i.Id)).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var places = (await PlacesAsync(db, ids, cancel)).ToLookup(p => p.PaperId);
        return [.. ids.Where(papers.ContainsKey).Select(id => new DeskPaper(papers[id], [.. places[id]]))];
    }

    public static Task<List<Place>> PlacesAsync(RoundupDb db, IReadOnlyList<int> papers, CancellationToken cancel) => db.Entries
        .Where(e => papers.Contains(e.PaperId) && e.OriginId == null).OrderBy(e => e.Issue.Number).ThenBy(e => e.Position)
        .Select(e => new Place(e.PaperId, e.Id, new IssueName(e.Issue.Number, e.Issue.Title, e.Issue.Theme), e.Issue.PublishedAt, e.Opinions.Sum(o => o.Words.Words)))
        .ToListAsync(cancel);
}
