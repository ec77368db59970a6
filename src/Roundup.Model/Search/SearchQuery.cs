using Roundup.Model.Papers;

namespace Roundup.Model.Search;

/// <summary>
/// What somebody looks for: words, "phrases", -not, author:, title:, topic:, year:, venue:, has:code and depth:. All parts have to be there. Anything
/// can be typed: what is no part of the language is words.
/// </summary>
public sealed record SearchQuery(IReadOnlyList<SearchTerm> Terms)
{
    /// <summary>In characters. What is longer is no question any more.</summary>
    public const int MaxLength = 300;

    /// <summary>Parts, and words of one part; more are left out.</summary>
    public const int MaxTerms = 12;

    /// <summary>Where a range of years ends that names no end.</summary>
    public const int FirstYear = 1, LastYear = 9999;

    /// <summary>
    /// Whether a word is long enough to be a beginning, which stands for every word that goes on so: three letters, since AI and RL are words of their
    /// own, or two where letters are syllables or the like.
    /// </summary>
    public static bool IsBeginning(string word) => word.Length >= (char.IsAscii(word[0]) ? 3 : 2);

    public static SearchQuery Empty { get; } = new([]);

    /// <summary>Whether parts or words were left out, since there were too many.</summary>
    public bool IsCut { get; init; }

    public bool IsEmpty => Terms.Count == 0;

    /// <summary>Null for a text that is too long.</summary>
    /// <param name="names">Reads what names a paper: an id or an address, however it was pasted. Without it these are words like any other.</param>
    public static SearchQuery? Read(string? text, Func<string, PaperId?>? names = null) =>
        text is null ? Empty : text.Length > MaxLength ? null : new SearchReader(text, names).Read();

    /// <summary>The same question, written so that it is read as the same again.</summary>
    public override string ToString() => string.Join(' ', Terms);

    public bool Equals(SearchQuery? other) => other is not null && IsCut == other.IsCut && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
