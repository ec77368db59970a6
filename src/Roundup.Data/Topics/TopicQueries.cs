using Microsoft.EntityFrameworkCore;
using Roundup.Model;
using Roundup.Model.Topics;

namespace Roundup.Data.Topics;

public static class TopicQueries
{
    extension(RoundupDb db)
    {
        /// <summary>The topic that an address leads to, also by a name that it had, or that went into it; null for none.</summary>
        public Task<Topic?> TopicAtAsync(string slug, CancellationToken cancel = default) =>
            db.Topics.SingleOrDefaultAsync(t => t.Slugs.Any(s => s.Slug == slug), cancel);

        /// <summary>The topics of these names, with those that are new: a name that a topic had, or that went into one, is that topic.</summary>
        /// <param name="names">Each has a letter or a digit (<see cref="TopicNames.Read"/>).</param>
        public async Task<IReadOnlyList<Topic>> TopicsNamedAsync(IReadOnlyList<string> names, DateTimeOffset now, CancellationToken cancel = default)
        {
            var (keys, slugs) = (names.Select(Topic.KeyOf).ToList(), names.Select(Topic.SlugOf).ToList());
            var known = await db.Topics.Include(t => t.Slugs).Where(t => keys.Contains(t.Key) || t.Slugs.Any(s => slugs.Contains(s.Slug))).AsSingleQuery().ToListAsync(cancel);
            var found = new List<Topic>();
            foreach (var name in names)
            {
                var (key, slug) = (Topic.KeyOf(name), Topic.SlugOf(name));
                if ((known.Find(t => t.Key == key) ?? known.Find(t => t.Slugs.Any(s => s.Slug == slug))) is not { } topic)
                {
                    if (Topic.Open(name, now, out topic) is { } odd) throw new ArgumentException(odd.Sentence, nameof(names));
                    db.Add(topic);
                    known.Add(topic);
                }

                if (!found.Contains(topic)) found.Add(topic);
            }

            return found;
        }

        /// <summary>Puts a topic into another one (<see cref="Topic.Absorb"/>) and removes it. The caller saves once.</summary>
        /// <param name="topic">Tracked.</param>
        public async Task<(Refusal? Refusal, Topic? Into)> MergeTopicsAsync(Topic topic, int intoId, CancellationToken cancel = default)
        {
            var both = await db.Topics.Include(t => t.Slugs).Include(t => t.Papers).Where(t => t.Id == topic.Id || t.Id == intoId).AsSplitQuery().ToListAsync(cancel);
            if (both.Find(t => t.Id == intoId) is not { } into || !both.Contains(topic)) return (new("That topic is not there any more. Choose another one.", "Into"), null);
            if (into.Absorb(topic) is { } refusal) return (refusal, null);

            // Before the topic goes: what moved would go with it.
            db.ChangeTracker.DetectChanges();
            db.Remove(topic);
            return (null, into);
        }
    }
}
