using Roundup.Model.Papers;

namespace Roundup.Web.Reading;

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

    /// <summary>Meng &amp; Bau, NeurIPS, 2022.</summary>
    /// <param name="facts">What stands behind the names; what is empty is left out.</param>
    public static string Byline(IReadOnlyList<string> authors, params IEnumerable<string> facts) => string.Join(", ", facts.Prepend(InShort(authors)).Where(part => part is not ""));

    /// <summary>The part that stands for the whole, with its particles (van der Maaten); a collaboration and a name of one word stay whole.</summary>
    public static string FamilyName(string name) => PersonName.Read(name).LastName;
}
