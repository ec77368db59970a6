using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Inbox;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin;

/// <summary>What was noted of a paper while it waited, shown where its opinion is written. It is never the opinion: it was written for the desk.</summary>
public sealed record PlacedNote(int PaperId, string Words, string By)
{
    public static async Task<ILookup<int, PlacedNote>> ReadAsync(RoundupDb db, Issue issue, CancellationToken cancel = default)
    {
        var papers = issue.Entries.Select(e => e.PaperId).ToList();
        return papers is [] ? Array.Empty<PlacedNote>().ToLookup(n => n.PaperId) : await ReadAsync(db.Inbox.Where(i => papers.Contains(i.PaperId)), cancel);
    }

    public static Task<ILookup<int, PlacedNote>> ReadAsync(RoundupDb db, int entry, CancellationToken cancel = default) =>
        ReadAsync(db.Inbox.Where(i => db.Entries.Any(e => e.Id == entry && e.PaperId == i.PaperId)), cancel);

    /// <summary>The notes of an entry, where its page asked for them.</summary>
    public static IEnumerable<PlacedNote> Of(ViewDataDictionary data, Entry entry) => (data["Notes"] as ILookup<int, PlacedNote>)?[entry.PaperId] ?? [];

    private static async Task<ILookup<int, PlacedNote>> ReadAsync(IQueryable<InboxItem> items, CancellationToken cancel) =>
        (await items.Where(i => i.PlacedAt != null && i.Note != "").OrderBy(i => i.Id).Select(i => new PlacedNote(i.PaperId, i.Note, i.AddedBy)).ToListAsync(cancel))
            .ToLookup(n => n.PaperId);
}
