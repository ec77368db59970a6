using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>What public pages read of authors: those of papers in published issues, and nobody else.</summary>
public static class AuthorReading
{
    private const int NamesAtMost = 200;
    private const int CoAuthorsAtMost = 12;
    private const int TopicsAtMost = 12;

    /// <summary>In places: who stands further back in a collaboration's list is no co-author whom a reader looks for.</summary>
    private const int PlacesAtMost = 40;

    /// <summary>As most papers print it, as it is spoken before as it is sorted.</summary>
    /// <param name="names">Of one author, those of the newest papers first; at least one. The first <see cref="NamesAtMost"/> count.</param>
    public static string NameOf(IEnumerable<string> names) =>
        names.Take(NamesAtMost).GroupBy(n => n).OrderByDescending(n => n.Count()).ThenBy(n => n.Key.Contains(',', StringComparison.Ordinal)).First().Key;

    extension(RoundupDb db)
    {
        /// <summary>Somebody by a slug, as most of their papers print the name, as it is spoken before as it is sorted; null for nobody.</summary>
        public async Task<AuthorText?> ReadAuthorAsync(string slug, CancellationToken cancel = default)
        {
            if (PersonName.KeyOfSlug(slug) is not { Length: > 0 } key) return null;

            if (await db.ReadNamesAsync(key, cancel) is not [] and var names) return new(key, NameOf(names));

            var former = PersonName.FormerKeysOf(slug);
            if (former is [] || await db.PaperAuthors.Where(a => former.Contains(a.Key)).OrderBy(a => a.PaperId).Select(a => a.Key).FirstOrDefaultAsync(cancel) is not { } kept) return null;
            return await db.ReadNamesAsync(kept, cancel) is not [] and var found ? new(kept, NameOf(found)) : null;
        }

        private Task<List<string>> ReadNamesAsync(string key, CancellationToken cancel) => db.PaperAuthors
            .Where(a => a.Key == key && db.Entries.Any(e => e.PaperId == a.PaperId && e.Issue.PublishedAt != null))
            .OrderByDescending(a => a.PaperId).Take(NamesAtMost).Select(a => a.Name).ToListAsync(cancel);

        public IQueryable<Paper> PapersBy(string author) => db.Papers.InPublished(db.Entries)
            .Where(p => db.PaperAuthors.Where(a => a.Key == author).Select(a => a.PaperId).Contains(p.Id));

        /// <summary>With whom most papers were written.</summary>
        public Task<List<CoAuthor>> ReadCoAuthorsAsync(string author, CancellationToken cancel = default)
        {
            var papers = db.PapersBy(author).Select(p => p.Id);
            return db.PaperAuthors.Where(a => a.Key != author && a.Position < PlacesAtMost && papers.Contains(a.PaperId))
                .GroupBy(a => a.Key).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(CoAuthorsAtMost).Select(g => new CoAuthor(g.Min(a => a.Name)!, g.Count())).ToListAsync(cancel);
        }

        public Task<List<TopicName>> ReadTopicsOfAsync(string author, CancellationToken cancel = default) => db.PapersBy(author)
            .SelectMany(p => p.Topics).GroupBy(t => new { t.Name, t.Slug }).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Name)
            .Take(TopicsAtMost).Select(g => new TopicName(g.Key.Name, g.Key.Slug)).ToListAsync(cancel);
    }
}

/// <param name="Key">As <see cref="PersonName.Key"/>.</param>
public sealed record AuthorText(string Key, string Name)
{
    public string Slug => PersonName.Read(Name).Slug;

    public string Path => Paths.Author(Slug);
}

public sealed record CoAuthor(string Name, int Papers)
{
    public string Path => Paths.Author(PersonName.Read(Name).Slug);
}
