using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>What ties papers to one paper, and how closely: a link before an author, an author before a topic.</summary>
public sealed class RelatedTies(int self)
{
    private const int LinkWeight = 100;
    private const int AuthorWeight = 10;
    private const int TopicWeight = 4;
    private const int NamedAtMost = 2;

    private readonly Dictionary<int, Tie> _ties = [];

    public void Linked(int paper, int issue) => Of(paper).Issues.Add(issue);

    /// <summary>An opinion on that paper links to this one.</summary>
    public void LinkedFrom(int paper) => Of(paper).IsFrom = true;

    public void Written(int paper, string author) => Of(paper).Authors.Add(author);

    public void About(int paper, string topic) => Of(paper).Topics.Add(topic);

    /// <summary>The closest first, of those that are as close the newest.</summary>
    public IReadOnlyList<int> Best(int most) => [.. _ties.Where(t => t.Key != self)
        .OrderByDescending(t => (t.Value.Issues.Count > 0 || t.Value.IsFrom ? LinkWeight : 0) + (AuthorWeight * t.Value.Authors.Count) + (TopicWeight * t.Value.Topics.Count))
        .ThenByDescending(t => t.Key).Take(most).Select(t => t.Key)];

    /// <summary>The closest tie in words.</summary>
    public string Why(int paper)
    {
        var tie = Of(paper);
        var (issues, authors, topics) = (tie.Issues, tie.Authors, tie.Topics);
        if (issues.Count > 0) return $"linked from the opinion in {(issues.Count == 1 ? "issue" : "issues")} {InWords.List([.. issues.Select(i => $"{i}")])}";
        if (tie.IsFrom) return "its opinion links here";
        if (authors.Count > 0) return $"same {(authors.Count == 1 ? "author" : "authors")}: {Few(authors)}";
        return $"same {(topics.Count == 1 ? "topic" : "topics")}: {Few(topics)}";
    }

    private static string Few(List<string> names) =>
        InWords.List(names.Count <= NamedAtMost + 1 ? names : [.. names.Take(NamedAtMost), $"{InWords.Number(names.Count - NamedAtMost)} more"]);

    private Tie Of(int paper) =>
        _ties.TryGetValue(paper, out var ties) ? ties : _ties[paper] = new();

    private sealed class Tie
    {
        public SortedSet<int> Issues { get; } = [];

        public bool IsFrom { get; set; }

        public List<string> Authors { get; } = [];

        public List<string> Topics { get; } = [];
    }
}
