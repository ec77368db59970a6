using System.Text;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Drawings;

/// <summary>What an issue covers: its topics, those with most papers first, one stroke a paper and a pause between topics.</summary>
public sealed record CoversView(IReadOnlyList<(TopicName Topic, int Papers)> Topics, string Strokes, int Width, string Label)
{
    private const int TopicsAtMost = 5;
    private const int StrokesAtMost = 60;
    private const int Gap = 4;

    /// <returns>Null where no paper of the issue has a topic.</returns>
    public static CoversView? Of(int issue, IEnumerable<Tallies.Share> shares)
    {
        var topics = shares.Where(s => s.Issue == issue).OrderByDescending(s => s.Papers).ThenBy(s => s.Topic.Name, StringComparer.Ordinal)
            .Select(s => (s.Topic, s.Papers)).Take(TopicsAtMost).ToList();
        if (topics is []) return null;

        var (path, x, left) = (new StringBuilder(), 0, StrokesAtMost);
        foreach (var (_, papers) in topics)
        {
            for (var k = 0; k < papers && left > 0; k++, left--, x += Gap) path.Append('M').Append(x + 2).Append(" 1v10");
            x += 2 * Gap;
        }

        return new(topics, path.ToString(), x - (2 * Gap), $"Issue {issue} covers {InWords.List([.. topics.Select(t => $"{t.Topic.Name} ({InWords.Count(t.Papers, "paper", "papers")})")])}");
    }
}
