using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin;

/// <summary>How many versions are kept of what is said of each paper of an issue.</summary>
public sealed record VersionCounts(IReadOnlyDictionary<int, int> ByEntry)
{
    public static VersionCounts None { get; } = new(new Dictionary<int, int>());

    public int Of(Entry entry) => ByEntry.GetValueOrDefault(entry.Key);

    public static async Task<VersionCounts> ReadAsync(RoundupDb db, int number, CancellationToken cancel) =>
        new(await db.Revisions.OfNumber(number).Where(r => r.EntryId != null).GroupBy(r => r.EntryId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel));
}
