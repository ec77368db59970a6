using Roundup.Model.Topics;

namespace Roundup.Model.Papers;

public sealed partial class Paper
{
    /// <summary>How many topics one paper may have: more say nothing.</summary>
    public const int TopicsAtMost = 8;

    private readonly List<Topic> _topics = [];

    /// <summary>What it is about, as editors say. In no order.</summary>
    public IReadOnlyList<Topic> Topics => _topics;

    /// <param name="topics">All that it has from now on.</param>
    public Refusal? File(IEnumerable<Topic> topics)
    {
        var kept = topics.Distinct().ToList();
        if (kept.Count > TopicsAtMost) return new($"A paper has at most {TopicsAtMost} topics.", nameof(Topics));

        _topics.RemoveAll(t => !kept.Contains(t));
        _topics.AddRange(kept.Except(_topics).ToList());
        return null;
    }

    /// <summary>Has another paper's topics too, as when the two turn out to be one.</summary>
    /// <returns>Those that it had not.</returns>
    internal List<Topic> JoinTopics(Paper other)
    {
        var joined = other._topics.Except(_topics).ToList();
        _topics.AddRange(joined);
        return joined;
    }

    internal void LeaveTopics(Func<Topic, bool> which) => _topics.RemoveAll(t => which(t));
}
