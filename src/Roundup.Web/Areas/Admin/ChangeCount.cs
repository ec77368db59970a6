using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin;

/// <summary>What waits on the page of changes.</summary>
public static class ChangeCount
{
    extension(RoundupDb db)
    {
        /// <summary>Papers of issues with a link that seems to be gone and that no editor has judged.</summary>
        public async Task<List<Paper>> ReadDeadLinksAsync(CancellationToken cancel = default)
        {
            var failing = await db.Papers.AsNoTracking().WithFailedLinks.Where(p => db.Entries.Any(e => e.PaperId == p.Id)).OrderBy(p => p.Id).ToListAsync(cancel);
            return failing.FindAll(p => p.OpenLinks.Any());
        }

        /// <summary>Three covered papers changed. Null where nothing waits.</summary>
        public async Task<string?> ReadChangedAsync(CancellationToken cancel = default)
        {
            var changed = await db.PaperChanges.Open.Select(c => c.PaperId).Distinct().ToListAsync(cancel);
            var papers = changed.Union((await db.ReadDeadLinksAsync(cancel)).Select(p => p.Id)).Count();
            return papers == 0 ? null : $"{InWords.Count(papers, "covered paper", "covered papers")} changed";
        }
    }
}
