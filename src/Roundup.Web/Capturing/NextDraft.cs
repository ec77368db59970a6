using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;

namespace Roundup.Web.Capturing;

/// <summary>The issue that is made now: the draft with the lowest number, or the one that would be begun.</summary>
public static class NextDraft
{
    extension(RoundupDb db)
    {
        public async Task<(int Number, bool IsBegun)> NextDraftNumberAsync(CancellationToken cancel = default) =>
            await db.Issues.Drafts.MinAsync(i => (int?)i.Number, cancel) is { } number ? (number, true) : (await db.Issues.NextNumberAsync(cancel), false);

        /// <summary>With its entries; a new one is added, not saved.</summary>
        public async Task<Issue> NextDraftAsync(DateTimeOffset now, CancellationToken cancel = default)
        {
            if (await db.Issues.Drafts.Outlined.OrderBy(i => i.Number).FirstOrDefaultAsync(cancel) is { } draft) return draft;

            var issue = new Issue(await db.Issues.NextNumberAsync(cancel), now);
            db.Add(issue);
            return issue;
        }
    }
}
