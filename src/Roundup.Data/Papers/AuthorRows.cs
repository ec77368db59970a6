using Microsoft.EntityFrameworkCore;
using Roundup.Model.Papers;

namespace Roundup.Data.Papers;

/// <summary>Keeps <see cref="PaperAuthor"/> in step with the lists of authors that papers carry.</summary>
public static class AuthorRows
{
    /// <summary>In papers, for those that were kept before authors had rows.</summary>
    private const int AtOnce = 500;

    extension(RoundupDb db)
    {
        /// <summary>Before a save: rows of the papers whose list is new or another one.</summary>
        public async Task FollowAuthorsAsync(CancellationToken cancel)
        {
            // Entries() looks for changes itself; a save that is about other things has no paper to look at.
            var changed = db.ChangeTracker.Entries<Paper>()
                .Where(e => e.State is EntityState.Added || (e.State is EntityState.Modified && e.Property("_authors").IsModified)).Select(e => (e.Entity, IsNew: e.State is EntityState.Added)).ToList();
            if (changed is []) return;

            var kept = changed.Where(c => !c.IsNew).Select(c => c.Entity.Id).ToList();
            if (kept is not []) await db.PaperAuthors.Where(a => kept.Contains(a.PaperId)).LoadAsync(cancel);
            // Local: a save that was refused and is tried again has made rows already. Asked once, since each time it looks for changes.
            var rows = db.PaperAuthors.Local.ToLookup(a => a.Paper);
            foreach (var (paper, _) in changed) db.Follow([.. rows[paper]], PaperAuthor.Of(paper));
        }

        /// <summary>Rows for papers that have none: those that were kept before there were any. Another instance may do the same.</summary>
        public async Task AdoptAuthorsAsync(CancellationToken cancel)
        {
            for (var last = 0; ;)
            {
                var papers = await db.Papers.Where(p => p.Id > last && !db.PaperAuthors.Any(a => a.PaperId == p.Id)).OrderBy(p => p.Id).Take(AtOnce).ToListAsync(cancel);
                if (papers is []) return;

                db.AddRange(papers.SelectMany(PaperAuthor.Of));
                // Where another instance was quicker with some of them, the others are found again.
                if (await db.SaveAsync(cancel) is null) last = papers[^1].Id;
                db.ChangeTracker.Clear();
            }
        }

        private void Follow(List<PaperAuthor> known, IEnumerable<PaperAuthor> now)
        {
            var places = known.ToDictionary(a => a.Position);
            foreach (var author in now)
            {
                if (places.Remove(author.Position, out var there)) there.Follow(author);
                else db.Add(author);
            }

            db.RemoveRange(places.Values);
        }
    }
}
