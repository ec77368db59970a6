using Roundup.Model.Text;

namespace Roundup.Model.Papers;

/// <summary>How alike two papers are that no identifier shows to be one.</summary>
public enum Likeness
{
    None = 0,

    /// <summary>Worth asking an editor.</summary>
    Perhaps = 1,

    /// <summary>The same title, first author and year, give or take one: a preprint and its publication.</summary>
    Same = 2,
}

/// <summary>As much of a paper as it takes to compare it with others.</summary>
/// <param name="MergedInto">The paper that it turned out to be; null while it stands for itself.</param>
public sealed record PaperLook(int Id, string Title, string TitleKey, string SurnameKey, DateOnly? PublishedOn, bool IsUntitled = false, int? MergedInto = null)
{
    public static PaperLook Of(Paper paper) => new(paper.Id, paper.Title, paper.TitleKey, paper.SurnameKey, paper.PublishedOn, paper.IsUntitled, paper.MergedIntoId);

    /// <summary>The words of the title; kept, since one paper is compared with many.</summary>
    internal HashSet<string> Words => field ??= PaperTwins.Words(Title);

    /// <summary>What a text says of a paper that is not known yet.</summary>
    public static PaperLook Of(string title, string? firstAuthor, DateOnly? publishedOn = null) =>
        new(0, title, PaperTwins.TitleKey(title), PaperTwins.SurnameKey(firstAuthor), publishedOn, title is "");
}

public static class PaperTwins
{
    /// <summary>In characters of <see cref="Letters.Only"/>; longer titles are compared by their beginnings.</summary>
    public const int KeyLength = 200;

    /// <summary>In characters of a key. Shorter titles (Reply, Errata) say too little.</summary>
    private const int ShortestTitle = 8;

    /// <summary>The share of common words from which two titles of one first author look like one paper's.</summary>
    public const double Alike = 0.75;

    /// <summary>The form in which titles are compared: letters and digits of the title without TeX's commands, lower case.</summary>
    public static string TitleKey(string title) => Cut(Letters.Only(WithoutCommands(title)));

    /// <summary>The first author's surname as it is compared; empty for no author.</summary>
    /// <param name="author">As printed: Kevin Meng, or Meng, Kevin.</param>
    public static string SurnameKey(string? author)
    {
        return string.IsNullOrWhiteSpace(author) ? "" : Cut(Letters.Only(PersonName.Read(author).Family));
    }

    /// <summary>Compares what both say; what one does not say is no difference.</summary>
    public static Likeness Compare(Paper one, Paper other) => Compare(PaperLook.Of(one), PaperLook.Of(other));

    /// <inheritdoc cref="Compare(Paper, Paper)"/>
    public static Likeness Compare(PaperLook one, PaperLook other)
    {
        if (one.IsUntitled || other.IsUntitled || one.TitleKey.Length < ShortestTitle || other.TitleKey.Length < ShortestTitle) return Likeness.None;

        var sameAuthor = one.SurnameKey == other.SurnameKey || one.SurnameKey is "" || other.SurnameKey is "";
        if (one.TitleKey == other.TitleKey)
            return sameAuthor && IsSameYear(one, other) && one.SurnameKey is not "" && other.SurnameKey is not "" ? Likeness.Same : Likeness.Perhaps;

        return sameAuthor && IsSameYear(one, other) && one.SurnameKey == other.SurnameKey && Overlap(one.Words, other.Words) >= Alike ? Likeness.Perhaps : Likeness.None;
    }

    /// <summary>
    /// Whether two papers may be one, once a source says that they are: the same title, or none yet, half of its words, or the same first
    /// author about the same year and any word. A source that errs mostly errs by naming something else altogether.
    /// </summary>
    public static bool ArePlausiblyOne(PaperLook one, PaperLook other) =>
        one.IsUntitled || other.IsUntitled || one.TitleKey == other.TitleKey
        || Overlap(one.Words, other.Words) is var overlap && (overlap >= 0.5 || (overlap > 0 && one.SurnameKey is not "" && one.SurnameKey == other.SurnameKey && IsSameYear(one, other)));

    /// <summary>Every pair that looks like one paper. Only papers of one title or one first author are compared.</summary>
    public static IEnumerable<(PaperLook One, PaperLook Other, Likeness Likeness)> PairsAmong(IReadOnlyCollection<PaperLook> papers)
    {
        var seen = new HashSet<(int, int)>();
        var groups = papers.Where(p => !p.IsUntitled).GroupBy(p => p.TitleKey).Concat(papers.Where(p => p.SurnameKey is not "" && !p.IsUntitled).GroupBy(p => p.SurnameKey));
        foreach (var group in groups.Select(g => g.OrderBy(p => p.Id).ToList()))
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count; j++)
                {
                    var likeness = Compare(group[i], group[j]);
                    if (likeness is not Likeness.None && seen.Add((group[i].Id, group[j].Id))) yield return (group[i], group[j], likeness);
                }
            }
        }
    }

    private static bool IsSameYear(PaperLook one, PaperLook other) =>
        one.PublishedOn is not { } a || other.PublishedOn is not { } b || Math.Abs(a.Year - b.Year) <= 1;

    /// <summary>The share of words that two titles have in common (Jaccard), 0 to 1.</summary>
    public static double Overlap(string one, string other) => Overlap(Words(one), Words(other));

    private static double Overlap(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count == 0 ? 0 : one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    internal static HashSet<string> Words(string title) =>
        [.. WithoutCommands(title).Split([' ', '-', '–', '—', ':', '/', ','], StringSplitOptions.RemoveEmptyEntries).Select(Letters.Only).Where(w => w is not "")];

    // \alpha and $…$ come and go between sources; what is written between them stays.
    private static string WithoutCommands(string title) => title.Contains('\\')
        ? string.Join(' ', title.Split('\\').Select((part, i) => i == 0 ? part : part.TrimStart([.. part.TakeWhile(char.IsAsciiLetter)])))
        : title;

    private static string Cut(string key) => Letters.Cut(key, KeyLength);
}
