using System.Collections.Frozen;
using Roundup.Model.Text;

namespace Roundup.Formats.Writing;

/// <summary>What a paper is called within a file: first family name, year, first word that says something.</summary>
public static class CitationKeys
{
    /// <summary>In characters, for the name and for the word.</summary>
    private const int PartLength = 30;

    private static readonly FrozenSet<string> Small = FrozenSet.ToFrozenSet(
        ["a", "an", "the", "on", "of", "in", "for", "to", "towards", "toward", "and", "or", "with", "from", "by", "at", "is", "are", "do", "does", "can", "how", "what", "why", "when", "as", "via", "using"]);

    /// <summary>ASCII letters, digits and hyphens, in the order of the papers, unique: meng2022locating, meng2022locating-2.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Reference> papers)
    {
        var taken = new HashSet<string>();
        return [.. papers.Select(Of).Select(key => Unique(key, taken))];
    }

    /// <summary>For one paper by itself.</summary>
    public static string Of(Reference paper)
    {
        var name = paper.Authors is [var first, ..] ? Plain(first.Family) : "";
        var year = paper.Issued?.YearWritten ?? "";
        var word = paper.Title.Split([' ', '-', ':', '/', '—', '–'], StringSplitOptions.RemoveEmptyEntries).Where(w => !w.Contains('$')).Select(Plain).FirstOrDefault(w => w is not "" && !Small.Contains(w)) ?? "";
        return $"{(name is "" || !char.IsAsciiLetter(name[0]) ? "anon" : name)}{year}{word}";
    }

    private static string Unique(string key, HashSet<string> taken)
    {
        var unique = key;
        for (var number = 2; !taken.Add(unique); number++) unique = $"{key}-{number}";
        return unique;
    }

    private static string Plain(string text)
    {
        var plain = string.Concat(Letters.Only(text).Where(char.IsAsciiLetterOrDigit));
        return plain.Length <= PartLength ? plain : plain[..PartLength];
    }
}
