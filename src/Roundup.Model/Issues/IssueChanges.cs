namespace Roundup.Model.Issues;

/// <summary>What of an issue a correction changes.</summary>
public enum ChangedPart
{
    Title = 0,
    Theme = 1,
    Introduction = 2,
    Closing = 3,

    /// <summary>A paper that comes or goes, with everything that is said of it.</summary>
    Paper = 4,

    Section = 5,
    Text = 6,
    Links = 7,
    Opinion = 8,

    /// <summary>The order of the papers that stay.</summary>
    Order = 9,

    /// <summary>Who is thanked for suggesting a paper.</summary>
    Thanks = 10,
}

/// <summary>One change, as text before and after.</summary>
/// <param name="Entry">What it is about; null for the issue's own words.</param>
/// <param name="Author">Whose opinion; empty for the editor's, and for everything else.</param>
public sealed record IssueChange(ChangedPart Part, Entry? Entry, string Author, string Before, string After);

/// <summary>What readers of a published issue will see changed.</summary>
public sealed record IssueChanges(IReadOnlyList<IssueChange> All)
{
    public bool IsNone => All.Count == 0;

    /// <summary>In a sentence: “The introduction, and the opinion on 2 papers.”</summary>
    public string Sentence
    {
        get
        {
            var parts = Phrases().ToList();
            if (parts is []) return "";

            var all = parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])}, and {parts[^1]}";
            return $"{char.ToUpperInvariant(all[0])}{all[1..]}.";
        }
    }

    /// <summary>Every such sentence that names nothing of what is said about a paper. Whoever reads one knows that no entry is concerned; words of an editor's own may mean any.</summary>
    public static IReadOnlyList<string> AroundPapers { get; } = AllAroundPapers();

    /// <param name="original">The published issue; loaded whole, as its copy has to be.</param>
    public static IssueChanges Between(Issue original, Issue copy)
    {
        var (before, after) = (original.Entries, copy.Entries);
        List<IssueChange> all =
        [
            new(ChangedPart.Title, null, "", original.Title, copy.Title),
            new(ChangedPart.Theme, null, "", original.Theme, copy.Theme),
            new(ChangedPart.Introduction, null, "", original.Introduction.Source, copy.Introduction.Source),
        ];
        foreach (var entry in after) all.AddRange(OfEntry(before.FirstOrDefault(e => e.Id == entry.OriginId), entry));
        all.AddRange(before.Where(e => !after.Any(c => c.OriginId == e.Id)).Select(e => new IssueChange(ChangedPart.Paper, e, "", Everything(e), "")));
        all.Add(new(ChangedPart.Order, null, "", Titles(before, e => after.Any(c => c.OriginId == e.Id)), Titles(after, e => before.Any(o => o.Id == e.OriginId))));
        all.Add(new(ChangedPart.Closing, null, "", original.Closing.Source, copy.Closing.Source));
        return new([.. all.Where(c => c.Before != c.After)]);
    }

    private static IEnumerable<IssueChange> OfEntry(Entry? before, Entry after)
    {
        if (before is null) return [new(ChangedPart.Paper, after, "", "", Everything(after))];

        return
        [
            new(ChangedPart.Section, after, "", before.Section ?? "", after.Section ?? ""),
            new(ChangedPart.Text, after, "", before.Text.Source, after.Text.Source),
            .. after.Opinions.Select(o => new IssueChange(ChangedPart.Opinion, after, o.Author, Said(before.Opinions.FirstOrDefault(b => b.Id == o.OriginId)), Said(o))),
            .. before.Opinions.Where(o => !after.Opinions.Any(a => a.OriginId == o.Id)).Select(o => new IssueChange(ChangedPart.Opinion, after, o.Author, Said(o), "")),
            new(ChangedPart.Links, after, "", Links(before), Links(after)),
            new(ChangedPart.Thanks, after, "", before.Thanks, after.Thanks),
        ];
    }

    private static string[] AllAroundPapers()
    {
        ChangedPart[] parts = [ChangedPart.Title, ChangedPart.Theme, ChangedPart.Introduction, ChangedPart.Order, ChangedPart.Closing];
        return [.. Enumerable.Range(1, (1 << parts.Length) - 1).Select(some => new IssueChanges([.. parts.Where((_, at) => (some >> at & 1) == 1).Select(part => new IssueChange(part, null, "", "", "…"))]).Sentence)];
    }

    private IEnumerable<string> Phrases()
    {
        if (Has(ChangedPart.Title)) yield return "the title";
        if (Has(ChangedPart.Theme)) yield return "the theme";
        if (Has(ChangedPart.Introduction)) yield return "the introduction";
        if (Papers(ChangedPart.Opinion) is > 0 and var said) yield return $"the opinion on {InPapers(said)}";
        if (Papers(ChangedPart.Text) is > 0 and var beside) yield return $"the text beside {InPapers(beside)}";
        if (Papers(ChangedPart.Links) is > 0 and var linked) yield return $"the related links of {InPapers(linked)}";
        if (Papers(ChangedPart.Thanks) is > 0 and var thanked) yield return $"who is thanked for {InPapers(thanked)}";
        if (Papers(ChangedPart.Section) is > 0 and var under) yield return $"the heading over {InPapers(under)}";
        if (All.Count(c => c is { Part: ChangedPart.Paper, Before: "" }) is > 0 and var added) yield return $"{InPapers(added)} added";
        if (All.Count(c => c is { Part: ChangedPart.Paper, After: "" }) is > 0 and var removed) yield return $"{InPapers(removed)} taken out";
        if (Has(ChangedPart.Order)) yield return "the order of the papers";
        if (Has(ChangedPart.Closing)) yield return "the closing words";
    }

    private bool Has(ChangedPart part) => All.Any(c => c.Part == part);

    private int Papers(ChangedPart part) => All.Where(c => c.Part == part).Select(c => c.Entry).Distinct().Count();

    private static string InPapers(int count) => count == 1 ? "1 paper" : $"{count} papers";

    private static string Everything(Entry entry) =>
        string.Join("\n\n", ((string[])[entry.Paper.Title, entry.Section ?? "", entry.Text.Source, .. entry.Opinions.Select(Said), Links(entry)]).Where(t => t is not ""));

    // How far it was read stands beside an opinion, so that it is a part of what readers see.
    private static string Said(Opinion? opinion) => opinion is null ? "" : opinion.Depth is { } depth ? $"{opinion.Words.Source}\n\n({InWords(depth)})" : opinion.Words.Source;

    private static string InWords(ReadDepth depth) => depth switch
    {
        ReadDepth.AbstractOnly => "abstract only",
        ReadDepth.Skimmed => "skimmed",
        ReadDepth.Read => "read",
        _ => "ran the code",
    };

    private static string Links(Entry entry) => string.Join('\n', entry.Links.Select(l => l.Label is { Length: > 0 } label ? $"{label}: {l.Url}" : l.Url));

    // Without numbers: only what moved is another line.
    private static string Titles(IEnumerable<Entry> entries, Func<Entry, bool> stays) => string.Join('\n', entries.Where(stays).Select(e => e.Paper.Title));
}
