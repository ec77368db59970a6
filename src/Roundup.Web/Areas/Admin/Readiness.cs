using Roundup.Model.Issues;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin;

/// <summary>What an issue has and what it lacks, each with the place where it is mended. Nothing here forbids to publish; the issue does.</summary>
public sealed record Readiness(Issue Issue, IReadOnlyList<Readiness.Check> Checks)
{
    public enum State
    {
        Ok,
        Warn,
        Bad,
    }

    /// <param name="Fragment">Where it is mended; empty for nowhere.</param>
    public sealed record Place(string Words, string Fragment);

    public sealed record Check(State State, string Words, IReadOnlyList<Place> Places);

    public bool IsReady => Checks.All(c => c.State is State.Ok);

    public static Readiness Of(Issue issue) => new(issue, [.. Find(issue).OrderBy(c => c.State)]);

    /// <summary>The issue as a ring, with the numbers of the papers that still need something.</summary>
    public Round Round
    {
        get
        {
            var round = Round.Cover(Issue.Number, [.. Issue.Entries.Select(e => new Round.Sector(e.Paper.Abstract.Words, Said(e)))]);
            var lacking = Issue.Entries.Where(e => Said(e) == 0 || e.Paper.Abstract.IsEmpty || e.Paper.IsUntitled).Select(e => e.Position + 1).ToHashSet();
            return round with { Marks = [.. round.Marks.Where(m => lacking.Contains(m.Number))] };
        }
    }

    public static int Said(Entry entry) => entry.Opinions.Sum(o => o.Words.Words);

    private static IEnumerable<Check> Find(Issue issue)
    {
        yield return issue.Entries.Count == 0
            ? new(State.Bad, "No paper yet", [new("paste one", "paste")])
            : new(State.Ok, InWords.Count(issue.Entries.Count, "paper", "papers"), []);
        yield return string.IsNullOrWhiteSpace(issue.Title)
            ? new(State.Bad, "No title", [new("give it one", "title")])
            : new(State.Ok, issue.Theme is "" ? "Title" : "Title and theme", []);
        yield return issue.Introduction.IsEmpty
            ? new(State.Warn, "No introduction", [new("write one", "introduction")])
            : new(State.Ok, InWords.Count(issue.Introduction.Words, "word of introduction", "words of introduction"), []);
        if (issue.Entries.Count == 0) yield break;

        yield return Papers(issue, e => Said(e) == 0, "without opinion", "An opinion on each", e => $"o-{e.Key}");
        yield return Papers(issue, e => e.Paper.Abstract.IsEmpty, "without abstract", "An abstract of each", e => e.Anchor);
        if (Again(issue) is not [])
            yield return new(State.Warn, $"{InWords.Count(Again(issue).Count, "paper", "papers")} twice", [.. Again(issue).Select(e => new Place($"{e.Position + 1}", e.Anchor))]);
        if (issue.Entries.Any(e => e.Paper.IsUntitled)) yield return Papers(issue, e => e.Paper.IsUntitled, "without title", "", e => e.Anchor);
    }

    /// <summary>Entries whose paper stands in the issue already, further up.</summary>
    private static List<Entry> Again(Issue issue) => [.. issue.Entries.GroupBy(e => e.PaperId).SelectMany(same => same.Skip(1))];

    private static Check Papers(Issue issue, Func<Entry, bool> lack, string without, string all, Func<Entry, string> fragment)
    {
        var lacking = issue.Entries.Where(lack).ToList();
        return lacking is []
            ? new(State.Ok, all, [])
            : new(State.Warn, $"{lacking.Count} {without}", [.. lacking.Select(e => new Place($"{e.Position + 1}", fragment(e)))]);
    }
}
