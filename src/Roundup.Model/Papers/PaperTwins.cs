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

public static class PaperTwins
{
    /// <summary>In characters of <see cref="Letters.Only"/>; longer titles are compared by their beginnings.</summary>
    public const int KeyLength = 200;

    /// <summary>The form in which titles are compared: letters and digits of the title without TeX's commands, lower case.</summary>
    public static string TitleKey(string title) => Cut(Letters.Only(WithoutCommands(title)));

    /// <summary>The first author's surname as it is compared; empty for no author.</summary>
    /// <param name="author">As printed: Kevin Meng, or Meng, Kevin.</param>
    public static string SurnameKey(string? author)
    {
        if (string.IsNullOrWhiteSpace(author)) return "";

        var surname = author.IndexOf(',') is > 0 and var comma ? author[..comma] : author.Trim().Split(' ') is [.., var last] ? last : author;
        return Cut(Letters.Only(surname));
    }

    /// <summary>Compares what both say; what one does not say is no difference.</summary>
    public static Likeness Compare(Paper one, Paper other)
    {
        if (one.IsUntitled || other.IsUntitled || one.TitleKey.Length < 8 || other.TitleKey.Length < 8) return Likeness.None;

        var sameAuthor = one.SurnameKey == other.SurnameKey || one.SurnameKey is "" || other.SurnameKey is "";
        var sameYear = one.PublishedOn is not { } a || other.PublishedOn is not { } b || Math.Abs(a.Year - b.Year) <= 1;
        if (one.TitleKey == other.TitleKey)
            return sameAuthor && sameYear && one.SurnameKey is not "" && other.SurnameKey is not "" ? Likeness.Same : Likeness.Perhaps;

        return sameAuthor && sameYear && one.SurnameKey == other.SurnameKey && Overlap(one.Title, other.Title) >= 0.75 ? Likeness.Perhaps : Likeness.None;
    }

    /// <summary>The share of words that two titles have in common (Jaccard), 0 to 1.</summary>
    public static double Overlap(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Intersect(b).Count() / a.Union(b).Count();
    }

    private static HashSet<string> Words(string title) =>
        [.. WithoutCommands(title).Split([' ', '-', '–', '—', ':', '/', ','], StringSplitOptions.RemoveEmptyEntries).Select(Letters.Only).Where(w => w is not "")];

    // \alpha and $…$ come and go between sources; what is written between them stays.
    private static string WithoutCommands(string title) => title.Contains('\\')
        ? string.Join(' ', title.Split('\\').Select((part, i) => i == 0 ? part : part.TrimStart([.. part.TakeWhile(char.IsAsciiLetter)])))
        : title;

    private static string Cut(string key) => key.Length <= KeyLength ? key : key[..KeyLength];
}
