using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;

namespace Roundup.Web.Importing;

/// <summary>What a source says a paper is also called.</summary>
internal static class PaperNames
{
    /// <summary>Gives the paper those of the names that no other paper has.</summary>
    public static async Task SettleAsync(RoundupDb db, Paper paper, PaperRecord record, CancellationToken cancel)
    {
        if (record.OtherIds is []) return;

        var taken = await db.Papers.ByKeyAsync(record.OtherIds, cancel);
        foreach (var name in record.OtherIds.Where(n => !taken.ContainsKey(n.Key))) paper.Identify(name);
    }
}
