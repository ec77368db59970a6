using Microsoft.EntityFrameworkCore;
using Roundup.Data.Search;
using Roundup.Model;
using Roundup.Model.Topics;

namespace Roundup.Data.Topics;

/// <summary>That a paper is on a topic, by their database ids.</summary>
public sealed record Filing(int Paper, int Topic);

public static class TopicQueries
{
    extension(RoundupDb db)
    {
        /// <summary>The topic that an address leads to, also by a name that it had, or that went into it; null for none.</summary>
        public Task<Topic?> TopicAtAsync(string slug, CancellationToken cancel = default) =>
            db.Topics.SingleOrDefaultAsync(t => t.Slugs.Any(s => s.Slug == slug), cancel);

        /// <summary>Which of these papers are on which of these topics, by database ids. Of the rows between them alone: a topic may have thousands.</summary>
        public IQueryable<Filing> FiledUnder(IReadOnlyList<int> papers, IReadOnlyList<int> topics) => db.Set<Dictionary<string, object>>("PaperTopics")
            .Where(row => EF.Parameter(papers).Contains(EF.Property<int>(row, "PaperId")) && EF.Parameter(topics).Contains(EF.Property<int>(row, "TopicId")))
            .Select(row => new Filing(EF.Property<int>(row, "PaperId"), EF.Property<int>(row, "TopicId")));

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

        /// <summary>
        /// Puts a topic into another one (<see cref="Topic.Absorb"/>) and removes it, in a transaction of its own with everything else that is to be
        /// saved. Whoever gives it to a paper meanwhile comes before, and the paper is moved, or after, and is told.
        /// </summary>
        /// <param name="topic">Tracked.</param>
        public async Task<Refusal?> MergeTopicsAsync(Topic topic, int intoId, CancellationToken cancel = default)
        {
            await using var together = await db.Database.BeginTransactionAsync(cancel);
            await db.HoldAsync(topic.Id, intoId, cancel);
            var both = await db.Topics.Include(t => t.Slugs).Where(t => t.Id == topic.Id || t.Id == intoId).AsSingleQuery().ToListAsync(cancel);
            if (both.Find(t => t.Id == intoId) is not { } into || !both.Contains(topic)) return new("That topic is not there any more. Choose another one.", "Into");
            if (into.Absorb(topic) is { } refusal) return refusal;

            await db.RefileAsync(topic.Id, intoId, cancel);
            // Before the topic goes: what moved would go with it.
            db.ChangeTracker.DetectChanges();
            db.Remove(topic);
            if (await db.SaveAsync(cancel) is { } race) return race;

            await together.CommitAsync(cancel);
            return null;
        }

        /// <summary>Removes a topic that no paper is about, in a transaction of its own with everything else that is to be saved.</summary>
        /// <param name="topic">Tracked.</param>
        public async Task<Refusal?> RemoveTopicAsync(Topic topic, CancellationToken cancel = default)
        {
            await using var together = await db.Database.BeginTransactionAsync(cancel);
            await db.HoldAsync(topic.Id, topic.Id, cancel);
            if (Topic.Keep(await db.Topics.Where(t => t.Id == topic.Id).SelectMany(t => t.Papers).CountAsync(p => p.MergedIntoId == null, cancel)) is { } refusal) return refusal;

            db.Remove(topic);
            if (await db.SaveAsync(cancel) is { } race) return race;

            await together.CommitAsync(cancel);
            return null;
        }

        /// <summary>
        /// Gives topics of a version that made keys otherwise (it left out + and #, or told ø from o) the keys of this one, and an address by these; their
        /// former ones lead to them still. Where another topic has that key already, both stay what they are, for an editor to merge.
        /// </summary>
        public async Task AdoptTopicKeysAsync(DateTimeOffset now, CancellationToken cancel)
        {
            var kept = await db.Topics.Select(t => new { t.Id, t.Name, t.Key }).ToListAsync(cancel);
            foreach (var id in kept.Where(t => t.Key != Topic.KeyOf(t.Name)).Select(t => t.Id))
            {
                if (await db.Topics.Include(t => t.Slugs).AsSingleQuery().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } topic) continue;

                topic.Rename(topic.Name, now);
                // Where another instance was quicker it did the same.
                await db.SaveAsync(cancel);
                db.ChangeTracker.Clear();
            }
        }

        // A row of PaperTopics that another transaction adds holds its topic on PostgreSQL, so this waits for it; SQLite has one writer anyway.
        private Task<int> HoldAsync(int one, int other, CancellationToken cancel) => db.IsSqlite
            ? Task.FromResult(0)
            : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Topics" WHERE "Id" IN ({one}, {other}) ORDER BY "Id" FOR UPDATE""", cancel);

        // There may be thousands, and no rule looks at any of them.
        private async Task RefileAsync(int from, int into, CancellationToken cancel)
        {
            await db.Database.ExecuteSqlAsync($"""
                UPDATE "PaperTopics" SET "TopicId" = {into} WHERE "TopicId" = {from}
                AND "PaperId" NOT IN (SELECT "PaperId" FROM "PaperTopics" WHERE "TopicId" = {into})
                """, cancel);
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "PaperTopics" WHERE "TopicId" = {from}""", cancel);
        }
    }
}
