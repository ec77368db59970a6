using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Roundup.Model.Text;

namespace Roundup.Model.Papers;

/// <summary>An author as reference lists sort people.</summary>
/// <param name="Given">Empty for groups and for names of one word.</param>
/// <param name="Particle">What stands before the family name and is not sorted by: van der.</param>
/// <param name="Family">The whole name where it can't be parted.</param>
/// <param name="Suffix">Jr., III.</param>
public sealed partial record PersonName(string Given, string Particle, string Family, string Suffix)
{
    private static readonly FrozenSet<string> Suffixes = FrozenSet.ToFrozenSet(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"], StringComparer.Ordinal);

    // Written with a capital, these belong to the family name: Le Cun.
    private static readonly FrozenSet<string> Prefixes = FrozenSet.ToFrozenSet(["Van", "Von", "De", "Del", "Della", "Di", "Da", "Dos", "Du", "Le", "La", "El", "St."], StringComparer.Ordinal);

    // The same and their kin without regard to capitals, as names are compared: LeCun and Le Cun are one.
    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
        ["van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "le", "la", "el", "st", "ter", "ten"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> KeySuffixes = FrozenSet.ToFrozenSet(Suffixes.Select(Letters.Only), StringComparer.Ordinal);

    private static readonly string[] GroupWords =
    [
        "Collaboration", "Consortium", "Team", "Group", "Committee", "Initiative", "Network", "Society", "Institute", "University", "Foundation", "Project", "Association",
        "Inc.", "Inc", "Ltd", "Ltd.", "GmbH", "LLC", "Lab", "Labs", "Laboratory", "Research", "Members", "Authors",
    ];

    /// <summary>A group, or a person of one name: it is not parted, and formats mark it as one.</summary>
    public bool IsWhole => Given is "" && Particle is "" && Suffix is "";

    /// <summary>As in a list that is sorted by family names, without the suffix: van der Maaten, Laurens.</summary>
    public string LastFirst => Given is "" ? LastName : $"{LastName}, {Given}";

    /// <summary>As one says it: Laurens van der Maaten; who is named family first is spoken of that way. One blank or more between two words.</summary>
    public string Spoken => IsFamilyFirst(Family + Given) ? $"{Family} {Given}" : $"{Given} {Particle} {Family} {Suffix}";

    public string LastName => Particle is "" ? Family : $"{Particle} {Family}";

    /// <summary>In characters.</summary>
    public const int KeyLength = 200;

    /// <summary>
    /// What tells one author from another: letters and digits of the name as it is spoken, without case and accents, however it was printed
    /// (“Meng, Kevin” is Kevin Meng), the last name behind a hyphen (Xin Gao is not Xing Ao). Initials are not guessed at: K. Meng is somebody
    /// else. Empty for a name without a letter.
    /// </summary>
    public string Key => KeyOf(Words(Spoken));

    /// <summary>
    /// The name below /authors/; of its own letters alone a <see cref="Key"/> can be made again. Scripts that have no place among ASCII stand as
    /// they are; an address writes them with percent signs.
    /// </summary>
    public string Slug
    {
        get
        {
            var words = Words(Spoken);
            return Letters.Normal(string.Join('-', words) is { Length: <= KeyLength } slug ? slug : KeyOf(words));
        }
    }

    /// <summary>The <see cref="Key"/> of whom a slug is of.</summary>
    public static string KeyOfSlug(string slug) => KeyOf(Words(slug));

    /// <summary>
    /// The keys that a slug of former versions may stand for: in names beyond ASCII they left out hyphens, and with them where the last name begins.
    /// </summary>
    public static IReadOnlyList<string> FormerKeysOf(string slug) => Letters.Cut(Letters.Only(slug), KeyLength) is var letters && Ascii.IsValid(slug)
        ? []
        : [.. Enumerable.Range(1, Math.Max(0, letters.Length - 1)).Select(at => $"{letters[..at]}-{letters[at..]}")];

    private static string[] Words(string spoken) => [.. BetweenWords().Split(spoken).Select(Letters.Only).Where(w => w is not "")];

    private static string KeyOf(string[] words)
    {
        var last = words.Length - 1;
        if (last > 1 && KeySuffixes.Contains(words[last])) last--;
        while (last > 1 && Particles.Contains(words[last - 1])) last--;
        return Letters.Cut(last < 1 ? string.Concat(words) : $"{string.Concat(words[..last])}-{string.Concat(words[last..])}", KeyLength);
    }

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
        if (IsFamilyFirst(name)) return IsForeign(name) ? Whole(name) : new(string.Join(' ', words[1..]), "", words[0], "");

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

    /// <summary>That it is written in Han, Kana or Hangul alone: 山田 太郎.</summary>
    private static bool IsFamilyFirst(string name) => Eastern().IsMatch(name);

    // Katakana spells names of elsewhere, in their own order.
    private static bool IsForeign(string name) => name.All(c => c is ' ' or (>= '\u30A0' and <= '\u30FF'));

    [GeneratedRegex(@"^[\u1100-\u11FF\u3005-\u3007\u3040-\u30FF\u3130-\u318F\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uD840-\uD87F\uDC00-\uDFFF ]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Eastern();

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M}\p{Cs}'’]+", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenWords();

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
