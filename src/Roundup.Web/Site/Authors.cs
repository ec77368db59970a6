namespace Roundup.Web.Site;

/// <summary>Authors' names where there is no room for all of them.</summary>
public static class Authors
{
    private const int InShortAtMost = 4;

    /// <summary>Meng, Bau, Andonian &amp; Belinkov; from five on: Pezeshki, Kaba, Bengio et al.</summary>
    public static string InShort(IReadOnlyList<string> authors) => authors.Count switch
    {
        0 => "",
        1 => FamilyName(authors[0]),
        <= InShortAtMost => $"{string.Join(", ", authors.SkipLast(1).Select(FamilyName))} & {FamilyName(authors[^1])}",
        _ => $"{string.Join(", ", authors.Take(3).Select(FamilyName))} et al.",
    };

    /// <summary>
    /// The part that stands for the whole: what is before a comma, else the last word with its particles (van der Maaten). A
    /// collaboration and a name of one word stay whole.
    /// </summary>
    public static string FamilyName(string name)
    {
        if (name.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma) return name[..comma];
        if (IsGroup(name)) return name;

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = words.Length - 1;
        while (last > 1 && IsSuffix(words[last])) last--;
        var first = last;
        while (first > 1 && char.IsLower(words[first - 1][0])) first--;
        return last < 0 ? name : string.Join(' ', words[first..(last + 1)]);
    }

    private static bool IsSuffix(string word) => word.TrimEnd('.') is "Jr" or "Sr" or "II" or "III" or "IV";

    private static bool IsGroup(string name) =>
        name.StartsWith("The ", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Collaboration", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Consortium", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Team", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Group", StringComparison.OrdinalIgnoreCase);
}
