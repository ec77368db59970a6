using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Model.Issues;

/// <summary>A paper's place in an issue, with what is said about it there. Its id is durable: anchors are made of it.</summary>
public sealed partial class Entry
{
    public const int SectionLength = 200;
    public const int ThanksLength = 400;

    private const string NameSeparator = ", ";

    private readonly List<Opinion> _opinions = [];
    private List<PaperLink> _links = [];

    private Entry() { }

    internal Entry(Issue issue, Paper paper, int position, string? section)
    {
        (Issue, Paper, Position) = (issue, paper, position);
        Section = Trim(section);
    }

    public int Id { get; private set; }

    /// <summary>The id that stays whatever becomes of a working copy: the published entry's own, or that of a new one.</summary>
    public int Key => OriginId ?? Id;

    public int IssueId { get; private set; }

    /// <summary>In a working copy: the published entry that it was copied from; null for one that is new.</summary>
    public int? OriginId { get; private set; }

    public Issue Issue { get; private set; } = null!;

    public int PaperId { get; private set; }

    public Paper Paper { get; private set; } = null!;

    /// <summary>Counted from 0, without gaps.</summary>
    public int Position { get; private set; }

    /// <summary>The heading that it stands under; null for none.</summary>
    public string? Section { get; private set; }

    /// <summary>The editor's summary, or what an import could not place.</summary>
    public Prose Text { get; private set; } = Prose.Empty;

    /// <summary>The readers who suggested it, by name, as printed; empty for nobody.</summary>
    public string Thanks { get; private set; } = "";

    public IReadOnlyList<string> Thanked => NamesIn(Thanks);

    /// <summary>One by one, as <see cref="Thanks"/> has them.</summary>
    public static IReadOnlyList<string> NamesIn(string thanks) => thanks.Split(NameSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Counts the changes, so that two tabs notice each other.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Opinion> Opinions => _opinions;

    /// <summary>"Related" and "read more": links of the entry, not of the paper.</summary>
    public IReadOnlyList<PaperLink> Links => _links;

    /// <summary>Whether it can stand before readers as it is: it has a title and something to read.</summary>
    public bool IsReady => Paper.Title is not "" && !Paper.IsUntitled && (!Paper.Abstract.IsEmpty || !Text.IsEmpty || _opinions.Exists(o => !o.Words.IsEmpty));

    public string Anchor => $"e-{Key}";

    public Refusal? Annotate(string? section, Prose text, IEnumerable<PaperLink> links)
    {
        var kept = links.DistinctBy(l => l.Url).ToList();
        if (section?.Length > SectionLength) return new($"A section heading has at most {SectionLength} characters.", nameof(Section));
        if (kept.Find(l => !WebAddress.IsOne(l.Url)) is { } odd) return new($"“{odd.Url}” is not a web address.", nameof(Links));

        (Section, Text, _links) = (Trim(section), text, kept);
        Version++;
        return null;
    }

    /// <summary>Names the readers who suggested it, once each. A list that would be too long ends where it still fits.</summary>
    public void Thank(IEnumerable<string> names)
    {
        var thanked = Thanked.ToList();
        // A name is one name, whatever stands in it.
        foreach (var name in names.Select(n => n.Replace(NameSeparator, " ", StringComparison.Ordinal)).Where(n => n is not "" && !thanked.Contains(n)))
            if (string.Join(NameSeparator, [.. thanked, name]).Length <= ThanksLength) thanked.Add(name);
        Credit(thanked);
    }

    /// <summary>What an editor wants printed instead, in their order; nobody for none.</summary>
    public Refusal? Rethank(IEnumerable<string> names)
    {
        var kept = names.Select(n => Letters.Name(n).Replace(NameSeparator, " ", StringComparison.Ordinal)).Where(n => n is not "").Distinct().ToList();
        if (string.Join(NameSeparator, kept).Length > ThanksLength) return new($"The names have at most {ThanksLength} characters together.", nameof(Thanks));

        Credit(kept);
        return null;
    }

    /// <param name="personId">The account of whoever says it; null where nobody here does, as in an import.</param>
    public Opinion Opine(string author, Prose words, DateTimeOffset now, int? personId = null)
    {
        var opinion = new Opinion(this, personId, author, words, _opinions.Count, now);
        _opinions.Add(opinion);
        return opinion;
    }

    /// <param name="id">Its own, or in a working copy that of the published opinion.</param>
    public Opinion? Opinion(int id) => _opinions.Find(o => o.Id == id || o.OriginId == id);

    public void Withdraw(Opinion opinion) => _opinions.Remove(opinion);

    internal void Place(int position) => Position = position;

    internal void Go(Issue issue, int position) => (Issue, Position) = (issue, position);

    /// <summary>Goes with its paper, which turned out to be another one. A form that shows the card as it was has to be compared first.</summary>
    internal void Follow(Paper paper)
    {
        Paper = paper;
        Version++;
    }

    private void Credit(List<string> names)
    {
        var whole = string.Join(NameSeparator, names);
        if (whole == Thanks) return;

        Thanks = whole;
        Version++;
    }

    private static string? Trim(string? section) => string.IsNullOrWhiteSpace(section) ? null : section.Trim() is var kept && kept.Length > SectionLength ? kept[..SectionLength] : kept;
}
