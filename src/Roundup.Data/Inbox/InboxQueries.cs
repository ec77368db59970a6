using Microsoft.EntityFrameworkCore;
using Roundup.Model.Inbox;

namespace Roundup.Data.Inbox;

public static class InboxQueries
{
    extension(IQueryable<InboxItem> items)
    {
        public IQueryable<InboxItem> Waiting => items.Where(i => i.PlacedAt == null && i.DeclinedAt == null);

        public IQueryable<InboxItem> NewestFirst => items.OrderByDescending(i => i.AddedAt).ThenByDescending(i => i.Id);

        /// <summary>With the papers and what these are called.</summary>
        public IQueryable<InboxItem> WithPapers => items.Include(i => i.Paper).ThenInclude(p => p.Identifiers);
    }
}
