using Microsoft.EntityFrameworkCore;
using Roundup.Model.Issues;

namespace Roundup.Data.Issues;

public static class IssueQueries
{
    extension(IQueryable<Issue> issues)
    {
        public IQueryable<Issue> Published => issues.Where(i => i.PublishedAt != null);

        public IQueryable<Issue> Drafts => issues.Where(i => i.PublishedAt == null && !i.IsWorkingCopy);

        /// <summary>The private copies in which corrections of published issues are prepared.</summary>
        public IQueryable<Issue> WorkingCopies => issues.Where(i => i.IsWorkingCopy);

        /// <summary>Every issue once: drafts and published ones, without working copies.</summary>
        public IQueryable<Issue> Originals => issues.Where(i => !i.IsWorkingCopy);

        /// <summary>By number: an issue's number never changes once it is out, its date could be corrected.</summary>
        public IQueryable<Issue> NewestFirst => issues.OrderByDescending(i => i.Number);

        /// <summary>With everything that the desk changes: entries in order, their papers, names and opinions.</summary>
        public IQueryable<Issue> Whole => issues
            .Include(i => i.Entries.OrderBy(e => e.Position)).ThenInclude(e => e.Paper).ThenInclude(p => p.Identifiers)
            .Include(i => i.Entries).ThenInclude(e => e.Opinions.OrderBy(o => o.Position))
            .AsSplitQuery();

        /// <summary>With its entries and their papers, in order: enough to reorder and to publish.</summary>
        public IQueryable<Issue> Outlined => issues.Include(i => i.Entries.OrderBy(e => e.Position)).ThenInclude(e => e.Paper).AsSplitQuery();

        public Task<bool> HasNumberAsync(int number, CancellationToken cancel = default) => issues.AnyAsync(i => i.Number == number, cancel);

        /// <summary>The number after the highest one.</summary>
        public async Task<int> NextNumberAsync(CancellationToken cancel = default) =>
            (await issues.MaxAsync(i => (int?)i.Number, cancel) ?? 0) + 1;
    }
}
