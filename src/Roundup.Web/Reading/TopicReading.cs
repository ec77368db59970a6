using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Web.Drawings;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>What public pages read of topics: never more than what published issues show.</summary>
public static class TopicReading
{
    /// <summary>More issues than come out in <see cref="Tallies.WeeksAtMost"/> at any pace.</summary>
    private const int IssuesAtMost = 400;

    extension(RoundupDb db)
    {
        /// <summary>The topic that an address leads to, by any of its names; null for none.</summary>
        public Task<TopicText?> ReadTopicAsync(string slug, CancellationToken cancel = default) => db.Topics
            .Where(t => t.Slugs.Any(s => s.Slug == slug)).Select(t => new TopicText(t.Id, t.Name, t.Slug, t.About)).SingleOrDefaultAsync(cancel);

        /// <summary>Topics with a paper that readers can see, by name.</summary>
        public async Task<IReadOnlyList<TopicRow>> ReadTopicsAsync(CancellationToken cancel = default)
        {
            var published = db.PublishedEntries;
            var counts = db.Topics.SelectMany(t => t.Papers, (t, p) => new { Topic = t.Id, Paper = p.Id }).Where(f => published.Select(e => e.PaperId).Contains(f.Paper))
                .GroupBy(f => f.Topic).Select(g => new { Topic = g.Key, Papers = g.Count() });
            var rows = await db.Topics.Join(counts, t => t.Id, c => c.Topic, (t, c) => new TopicRow(t.Name, t.Slug, t.About, c.Papers)).ToListAsync(cancel);
            return [.. rows.OrderBy(t => t.Name, StringComparer.InvariantCultureIgnoreCase)];
        }

        /// <summary>Papers about a topic that readers can see.</summary>
        public IQueryable<Paper> PapersOn(int topic) => db.Papers.InPublished(db.Entries)
            .Where(p => db.Topics.Where(t => t.Id == topic).SelectMany(t => t.Papers).Select(on => on.Id).Contains(p.Id));

        /// <summary>The first words of the latest opinion on each of some papers, by its id; nothing for a paper without one.</summary>
        /// <param name="ownLabel">What the editor's own opinion is called.</param>
        public async Task<IReadOnlyDictionary<int, SaidFirst>> ReadFirstWordsAsync(IReadOnlyCollection<int> papers, string ownLabel, CancellationToken cancel = default)
        {
            var opinions = db.PublishedEntries.SelectMany(e => e.Opinions, (e, o) => new { e.PaperId, e.Issue.Number, o }).Where(s => s.o.Words.Words > 0);
            var said = await opinions.Where(s => papers.Contains(s.PaperId)
                    && s.o.Id == opinions.Where(l => l.PaperId == s.PaperId).OrderByDescending(l => l.Number).ThenBy(l => l.o.Position).Select(l => l.o.Id).FirstOrDefault())
                .Select(s => new { s.PaperId, s.o.Author, s.o.Words.Html }).ToListAsync(cancel);
            return said.ToDictionary(s => s.PaperId, s => new SaidFirst(Opinion.LabelOf(s.Author, ownLabel), FirstWords.Of(s.Html)));
        }

        /// <summary>Issues of the weeks that pictures show, and how many papers of each are about which topic.</summary>
        /// <param name="topic">One alone; null for all.</param>
        public async Task<OverTime?> ReadOverTimeAsync(Publication publication, int? topic = null, CancellationToken cancel = default)
        {
            var outs = (await db.Issues.Published.NewestFirst.Take(IssuesAtMost).Select(i => new { i.Number, i.PublishedAt }).ToListAsync(cancel))
                .ConvertAll(i => new Tallies.Out(i.Number, publication.DayOf(i.PublishedAt!.Value)));
            if (outs is []) return null;

            var begin = Tallies.Begin(outs);
            var from = outs.Where(i => i.Day >= begin).Min(i => i.Number);
            var shares = await db.SharesOf(db.PublishedEntries.Where(e => e.Issue.Number >= from), topic).ToListAsync(cancel);
            return new(outs, shares);
        }

        /// <summary>How many papers of each issue are about which topic.</summary>
        public IQueryable<Tallies.Share> SharesOf(IQueryable<Entry> entries, int? topic = null) => entries
            .SelectMany(e => e.Paper.Topics.Where(t => topic == null || t.Id == topic), (e, t) => new { t.Name, t.Slug, e.Issue.Number })
            .GroupBy(s => new { s.Name, s.Slug, s.Number }).Select(g => new Tallies.Share(new TopicName(g.Key.Name, g.Key.Slug), g.Key.Number, g.Count()));
    }
}

public sealed record TopicText(int Id, string Name, string Slug, string About)
{
    public string Path => Paths.Topic(Slug);
}

public sealed record TopicRow(string Name, string Slug, string About, int Papers)
{
    public string Path => Paths.Topic(Slug);
}

/// <param name="Label">Whose words they are.</param>
public sealed record SaidFirst(string Label, string Words);

/// <summary>What pictures over time are drawn from.</summary>
public sealed record OverTime(IReadOnlyList<Tallies.Out> Issues, IReadOnlyList<Tallies.Share> Shares)
{
    /// <summary>Null where no paper has a topic.</summary>
    public Tallies? Tallies(int most = 8) => Shares is [] ? null : Drawings.Tallies.Of(Issues, Shares, most);
}
