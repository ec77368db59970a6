using Microsoft.EntityFrameworkCore;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Data.Papers;

public static class PaperQueries
{
    extension(IQueryable<Paper> papers)
    {
        public IQueryable<Paper> KnownAs(string scheme, string value) =>
            papers.Where(p => p.Identifiers.Any(i => i.Scheme == scheme && i.Value == value));

        /// <summary>Papers that readers may see: those of a published issue.</summary>
        public IQueryable<Paper> InPublished(IQueryable<Entry> entries) =>
            papers.Where(p => entries.Any(e => e.PaperId == p.Id && e.Issue.PublishedAt != null));

        /// <summary>
        /// Papers of any issue whose title or first author's surname holds each of the words, whatever their case and accents. First those whose
        /// title begins with the words, then those that readers can see, then the newest. Without a word it is all of them.
        /// </summary>
        /// <param name="words">The first eight count.</param>
        public IQueryable<Paper> Named(string words, IQueryable<Entry> entries)
        {
            var named = papers.Where(p => entries.Any(e => e.PaperId == p.Id));
            foreach (var key in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(PaperTwins.TitleKey).Where(k => k is not "").Take(8))
                named = named.Where(p => p.TitleKey.Contains(key) || p.SurnameKey.Contains(key));
            var whole = PaperTwins.TitleKey(words);
            return named.OrderByDescending(p => p.TitleKey.StartsWith(whole))
                .ThenByDescending(p => entries.Any(e => e.PaperId == p.Id && e.Issue.PublishedAt != null)).ThenByDescending(p => p.Id);
        }

        /// <summary>
        /// Papers whose abstract an earlier renderer made readable, or whose title has signs of maths and was never set. A title in which the
        /// signs are none (a price) stays among them.
        /// </summary>
        public IQueryable<Paper> RenderedBefore(int renderer) => papers.Where(p =>
            (p.Abstract.Renderer < renderer && p.Abstract.Source != "") || (p.TitleHtml == SafeHtml.Empty && (p.Title.Contains("$") || p.Title.Contains("\\"))));

        /// <summary>The papers that have one of these ids, by key (<see cref="PaperId.Key"/>).</summary>
        public async Task<Dictionary<string, Paper>> ByKeyAsync(IEnumerable<PaperId> ids, CancellationToken cancel = default)
        {
            var found = new Dictionary<string, Paper>();
            foreach (var scheme in ids.GroupBy(i => i.Scheme))
            {
                var values = scheme.Select(i => i.Value).Distinct().ToList();
                var known = await papers.Include(p => p.Identifiers)
                    .Where(p => p.Identifiers.Any(i => i.Scheme == scheme.Key && values.Contains(i.Value)))
                    .ToListAsync(cancel);
                foreach (var (paper, name) in known.SelectMany(p => p.Identifiers, (p, n) => (p, n)))
                    found.TryAdd(name.ToPaperId().Key, paper);
            }

            return found;
        }
    }
}
