using System.Collections.Frozen;
using Roundup.Model.Text;

namespace Roundup.Model.Topics;

/// <summary>A paper that has a topic.</summary>
public sealed record FiledPaper(string Topic, string Title, IReadOnlyList<string> Categories);

/// <summary>
/// Which topics a paper might have, by what earlier papers have: those of the same authors, those whose titles share words with it, those that
/// arXiv files alike. How much a word or a class says is the share of its papers that have the topic.
/// </summary>
public sealed class TopicHints
{
    public const int AtMost = 5;

    private const double ForAuthor = 2;
    private const double ForWord = 2;
    private const double ForClass = 1;
    private const double Enough = 1;

    /// <summary>In letters; shorter words are mostly grammar.</summary>
    private const int ShortestWord = 4;

    private const int ClassesNamed = 3;

    private static readonly FrozenSet<string> SaysNothing = FrozenSet.ToFrozenSet(
    [
        "about", "across", "analysis", "approach", "based", "beyond", "data", "deep", "does", "from", "good", "have", "into", "learn", "learning", "making", "method", "methods",
        "model", "models", "more", "need", "network", "networks", "neural", "over", "paper", "study", "than", "that", "their", "them", "they", "this", "through", "towards", "toward",
        "under", "using", "what", "when", "where", "which", "with", "without", "your",
    ]);

    private readonly Dictionary<string, Dictionary<string, int>> _words = [];
    private readonly Dictionary<string, Dictionary<string, int>> _classes = [];

    /// <param name="filed">One for each topic of each earlier paper.</param>
    public TopicHints(IEnumerable<FiledPaper> filed)
    {
        foreach (var paper in filed)
        {
            foreach (var word in Words(paper.Title)) Count(_words, word, paper.Topic);
            foreach (var code in paper.Categories) Count(_classes, code, paper.Topic);
        }
    }

    /// <param name="ofAuthors">The topics of other papers by its authors, one for each.</param>
    /// <param name="has">Topics that it has already.</param>
    /// <returns>Names, the likeliest first; after those of earlier papers, what arXiv's classes are called.</returns>
    public IReadOnlyList<string> For(string title, IReadOnlyList<string> categories, IEnumerable<string> ofAuthors, IEnumerable<string> has)
    {
        var scores = new Dictionary<string, double>();
        foreach (var topic in ofAuthors.CountBy(t => t)) Add(scores, topic.Key, ForAuthor * Math.Min(topic.Value, 3));
        foreach (var word in Words(title)) AddShares(scores, _words, word, ForWord);
        for (var place = 0; place < categories.Count; place++) AddShares(scores, _classes, categories[place], place == 0 ? ForClass : ForClass / 2);

        var known = has.Select(Topic.KeyOf).ToHashSet();
        return [.. scores.Where(s => s.Value >= Enough).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key)
            .Concat(categories.Take(ClassesNamed).Select(ArxivSubjects.NameOf).OfType<string>())
            .Where(name => known.Add(Topic.KeyOf(name))).Take(AtMost)];
    }

    private static void AddShares(Dictionary<string, double> scores, Dictionary<string, Dictionary<string, int>> counts, string what, double weight)
    {
        if (!counts.TryGetValue(what, out var topics)) return;

        double all = topics.Values.Sum();
        foreach (var (topic, count) in topics) Add(scores, topic, weight * count / all);
    }

    private static void Add(Dictionary<string, double> scores, string topic, double score) => scores[topic] = scores.GetValueOrDefault(topic) + score;

    private static void Count(Dictionary<string, Dictionary<string, int>> counts, string what, string topic)
    {
        if (!counts.TryGetValue(what, out var topics)) counts[what] = topics = [];
        topics[topic] = topics.GetValueOrDefault(topic) + 1;
    }

    private static IEnumerable<string> Words(string title) => title.Split([' ', '-', '–', '—', ':', ',', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
        .Select(Letters.Only).Where(w => w.Length >= ShortestWord && !SaysNothing.Contains(w)).Distinct();
}
