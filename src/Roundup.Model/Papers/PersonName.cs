using System.Collections.Frozen;
using Roundup.Model.Text;

namespace Roundup.Model.Papers;

/// <summary>An author as reference lists sort people.</summary>
/// <param name="Given">Empty for groups and for names of one word.</param>
/// <param name="Particle">What stands before the family name and is not sorted by: van der.</param>
/// <param name="Family">The whole name where it can't be parted.</param>
/// <param name="Suffix">Jr., III.</param>
public sealed record PersonName(string Given, string Particle, string Family, string Suffix)
{
    private static readonly FrozenSet<string> Suffixes = FrozenSet.ToFrozenSet(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"], StringComparer.Ordinal);

    // Written with a capital, these belong to the family name: Le Cun.
    private static readonly FrozenSet<string> Prefixes = FrozenSet.ToFrozenSet(["Van", "Von", "De", "Del", "Della", "Di", "Da", "Dos", "Du", "Le", "La", "El", "St."], StringComparer.Ordinal);

    private static readonly string[] GroupWords =
    [
        "Collaboration", "Consortium", "Team", "Group", "Committee", "Initiative", "Network", "Society", "Institute", "University", "Foundation", "Project", "Association",
        "Inc.", "Inc", "Ltd", "Ltd.", "GmbH", "LLC", "Lab", "Labs", "Laboratory", "Research", "Members", "Authors",
    ];

    /// <summary>A group, or a person of one name: it is not parted, and formats mark it as one.</summary>
    public bool IsWhole => Given is "" && Particle is "" && Suffix is "";

    /// <summary>As in a list that is sorted by family names, without the suffix: van der Maaten, Laurens.</summary>
    public string LastFirst => Given is "" ? LastName : $"{LastName}, {Given}";

    /// <summary>As one says it: Laurens van der Maaten. One blank or more between two words.</summary>
    public string Spoken => $"{Given} {Particle} {Family} {Suffix}";

    public string LastName => Particle is "" ? Family : $"{Particle} {Family}";

    /// <summary>In characters.</summary>
    public const int KeyLength = 200;

    /// <summary>
    /// What tells one author from another: letters and digits of the name as it is spoken, without case and accents, however it was printed
    /// (“Meng, Kevin” is Kevin Meng). Initials are not guessed at: K. Meng is somebody else. Empty for a name without a letter.
    /// </summary>
    public string Key => Letters.Cut(Letters.Only(Spoken), KeyLength);

    /// <summary>
    /// The name below /authors/; of its own letters alone a <see cref="Key"/> can be made again. Scripts that have no place among ASCII stand as
    /// they are; an address writes them with percent signs.
    /// </summary>
    public string Slug
    {
        get
        {
            var slug = Text.Slug.Of(Spoken);
            if (slug.Replace("-", "", StringComparison.Ordinal) == Key) return slug;

            var words = string.Join('-', Spoken.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Letters.Only).Where(w => w is not ""));
            return Letters.Normal(words.Length <= KeyLength ? words : Key);
        }
    }

    /// <summary>The <see cref="Key"/> of whom a slug is of.</summary>
    public static string KeyOfSlug(string slug) => Letters.Cut(Letters.Only(slug), KeyLength);

    public static PersonName Whole(string name) => new("", "", name, "");

    /// <param name="name">As printed: Kevin Meng; Meng, Kevin; ATLAS Collaboration.</param>
    public static PersonName Read(string name)
    {
        name = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (IsGroup(name)) return Whole(name);

        var parts = name.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Any(p => p is "")) return Whole(name);
        return parts switch
        {
            [var family, var suffix] when Suffixes.Contains(suffix) => Printed(family) with { Suffix = suffix },
            [var family, var given] => Parted(family, given, ""),
            [var family, var suffix, var given] when Suffixes.Contains(suffix) => Parted(family, given, suffix),
            [var family, var given, var suffix] when Suffixes.Contains(suffix) => Parted(family, given, suffix),
            [_] => Printed(name),
            _ => Whole(name),
        };
    }

    private static PersonName Printed(string name)
    {
        var words = name.Split(' ');
        var last = words.Length - 1;
        if (last > 1 && Suffixes.Contains(words[last])) last--;
        if (last < 1) return Whole(name);

        var first = last;
        while (first > 1 && (Prefixes.Contains(words[first - 1]) || StartsSmall(words[first - 1]))) first--;
        return Parted(string.Join(' ', words[first..(last + 1)]), string.Join(' ', words[..first]), last < words.Length - 1 ? words[^1] : "");
    }

    private static PersonName Parted(string family, string given, string suffix)
    {
        var words = family.Split(' ');
        var start = 0;
        while (start < words.Length - 1 && StartsSmall(words[start])) start++;
        return new(given, string.Join(' ', words[..start]), string.Join(' ', words[start..]), suffix);
    }

    private static bool StartsSmall(string word) => char.IsLower(word[0]);

    private static bool IsGroup(string name)
    {
        var words = name.Split(' ');
        return words.Length == 1
            || words[0] is "The" or "the" or "for" or "on"
            || GroupWords.Contains(words[^1], StringComparer.OrdinalIgnoreCase)
            || words.Any(w => w.Equals("and", StringComparison.OrdinalIgnoreCase) || w is "of" or "for" or "&" || w.Any(c => char.IsAsciiDigit(c) || c is '(' or ')' or '<' or '{' or '}' or '\\' or '$' or '@' or '/'));
    }
}
