using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Lists of people as they are printed under a title.</summary>
internal static partial class Names
{
    private const int LongestList = 20_000;
    private const int LongestName = 60;

    /// <summary>Whether a text is nothing but names, parted by commas, semicolons or "and".</summary>
    /// <param name="mayBeOne">Whether a single name counts: only where the place already says that people stand there.</param>
    public static bool AreAll(string text, bool mayBeOne = false)
    {
        if (text.Length > LongestList + 50) return false;
        var plain = Bare(text);
        if (plain.Length is < 4 or > LongestList || plain.Contains("http", StringComparison.OrdinalIgnoreCase)) return false;
        var parts = Split(plain);
        if (parts.Any(part => part.Length > LongestName)) return false;
        if (parts.Count == 1) return (mayBeOne && FullNamePattern().IsMatch(parts[0])) || EtAlPattern().IsMatch(parts[0]);
        return parts.Count > 0 && parts.Count(part => NamePattern().IsMatch(part)) >= parts.Count * 0.8;
    }

    /// <summary>Whether a text is nothing but names, most of them with a first name or initials.</summary>
    public static bool AreFull(string text) =>
        AreAll(text, mayBeOne: true) && Split(text) is var names && names.Count(name => name.Contains(' ')) * 2 > names.Count;

    /// <summary>Whether a text can hardly be anything but a list of people: "Learning and Games" could be a title, too.</summary>
    public static bool AreMany(string text) => AreFull(text) && (Split(text).Count > 2 || EtAlPattern().IsMatch(Bare(text)));

    /// <summary>The names of a list; the list as one name where it cannot be parted.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var plain = Bare(text);
        var mark = plain.Contains(';') ? ";" : ",";
        var parts = new List<string>();
        foreach (var part in plain.Split(mark, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            parts.AddRange(AndPattern().Split(part).Select(name => name.Trim(' ', '.', ',').Length < 3 ? name.Trim() : name.Trim(' ', ',')).Where(name => name.Length > 0));
        return Invert(parts);
    }

    private static string Bare(string text)
    {
        var plain = text.Trim().Trim('*', '_', ' ').Trim('(', ')', '[', ']', ' ', '*', '_');
        return ByPattern().Replace(plain, "").Trim();
    }

    /// <summary>"Meng, K., Bau, D." is two people, not four.</summary>
    private static List<string> Invert(List<string> parts)
    {
        if (parts.Count < 2 || parts.Count % 2 != 0 || !parts.Where((_, at) => at % 2 == 1).All(part => InitialsPattern().IsMatch(part))) return parts;
        return [.. parts.Chunk(2).Select(pair => $"{pair[1]} {pair[0]}")];
    }

    [GeneratedRegex(@"^(by|authors?:?|von|por|par|from)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex ByPattern();

    [GeneratedRegex(@"\s+(?:and|&|und|et|y|e)\s+(?!al\b)|\s*&\s*|^(?:and|und)\s+")]
    private static partial Regex AndPattern();

    [GeneratedRegex(@"^((van|von|de|der|den|da|di|du|la|le|el|al|bin|ben|ter|Ó|[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’`\-]*\.?|\p{Lu}\.(-?\p{Lu}\.)*|et al\.?|Jr\.?|II+|\*|†|‡|\d)[\s*†‡\d]*){1,5}(et al\.?)?( \(\d{4}\))?$")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’\-]*\.?( \p{Lu}\.?)*( (van|von|de|der|den|da|di))*( \p{Lu}[\p{L}'’\-]+){1,2}$|^Anonymous$|^OpenAI$|^DeepMind$|^Anthropic$")]
    private static partial Regex FullNamePattern();

    [GeneratedRegex(@"^(\p{Lu}[\p{L}'’.\-]* ){1,3}et al\.?,?( \(?\d{4}\)?)?$")]
    private static partial Regex EtAlPattern();

    [GeneratedRegex(@"^(\p{Lu}\.[\s-]?)+$")]
    private static partial Regex InitialsPattern();
}
