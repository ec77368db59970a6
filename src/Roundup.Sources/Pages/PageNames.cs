using System.Text.RegularExpressions;
using Roundup.Model.Text;

namespace Roundup.Sources.Pages;

/// <summary>Authors as pages write them, made into names as printed: first names first, one a name.</summary>
internal static partial class PageNames
{
    /// <summary>A collaboration's paper has some three thousand.</summary>
    public const int MostAuthors = 5000;

    /// <summary>In characters.</summary>
    private const int MaxLength = 200;

    private static readonly HashSet<string> Nobody =
        ["admin", "administrator", "root", "webmaster", "unknown", "none", "null", "undefined", "na", "author", "authors", "staff", "editor", "guest", "wordpress", "various"];

    /// <summary>
    /// Of tags that hold one author each: several of them are taken at their word ("Osthus, Dave" is Dave Osthus). One alone may hold them all,
    /// with semicolons, or with commas between names that have a first name already.
    /// </summary>
    public static IReadOnlyList<string> OfTags(IReadOnlyList<string> tags) =>
        Clean(tags.Count > 1 ? tags.SelectMany(Semicolons) : tags.SelectMany(tag => Split(Semicolons(tag), isOneEach: true)));

    /// <summary>Of a text that may hold several: JSON-LD's strings, <c>meta name=author</c>, a byline.</summary>
    public static IReadOnlyList<string> OfText(IReadOnlyList<string> texts) =>
        Clean(texts.SelectMany(text => Split(Semicolons(By().Replace(PageText.OfMarkup(text, 2000), "")), isOneEach: false)));

    /// <summary>Of a byline in the body, where anything may stand: only what looks like names is taken.</summary>
    public static IReadOnlyList<string> OfByline(IReadOnlyList<string> bylines) =>
        [.. OfText([.. bylines.Select(line => Behind().Replace(By().Replace(PageText.OfText(line, 400), ""), ""))]).Where(name => Name().IsMatch(name))];

    private static IEnumerable<string> Semicolons(string tag) =>
        PageText.OfMarkup(tag).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Split(IEnumerable<string> names, bool isOneEach)
    {
        var parts = names.ToList();
        return parts.Count is 1 ? SplitOne(parts[0], isOneEach) : parts;
    }

    private static IEnumerable<string> SplitOne(string text, bool isOneEach)
    {
        var people = And().Split(text).Select(part => part.Trim()).Where(part => part is not "").ToArray();
        // "Society for Research and Teaching" is one; "Doe, Jane and Roe, Max" are two.
        if (people.Length > 1 && people.All(person => Person().IsMatch(person) || person.Contains(','))) return people.SelectMany(person => SplitCommas(person, isOneEach));
        return SplitCommas(text, isOneEach);
    }

    private static IEnumerable<string> SplitCommas(string text, bool isOneEach)
    {
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isList = (parts.Length > 2 || (parts.Length is 2 && !isOneEach)) && parts.All(part => Person().IsMatch(part) && !Suffix().IsMatch(part));
        return isList ? parts : [text];
    }

    private static IReadOnlyList<string> Clean(IEnumerable<string> names) =>
    [
        .. names.Select(Ordered).Where(name => name.Length is > 1 and <= MaxLength && !Nobody.Contains(Letters.Only(name)) && !NoName().IsMatch(name) && name.Any(char.IsLetter))
            .Distinct().Take(MostAuthors),
    ];

    /// <summary>"King, Martin Luther, Jr." → "Martin Luther King Jr."; "Jane Doe, PhD" → "Jane Doe".</summary>
    private static string Ordered(string name)
    {
        // TeX's braces around an accent: Fr{é}d{é}rique.
        name = name.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        var plain = Degree().Replace(By().Replace(name, ""), "").Trim(' ', ',', '.', '*', '†', '‡');
        if (name.TrimEnd().EndsWith('.') && Initial().IsMatch(plain)) plain += ".";

        var parts = plain.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts switch
        {
            [var all] => all,
            [var first, var suffix] when Suffix().IsMatch(suffix) && first.Contains(' ') => $"{first} {suffix}",
            [var last, var first] when !Corporate().IsMatch(first) => $"{first} {last}",
            [var last, var first, var suffix] when Suffix().IsMatch(suffix) => $"{first} {last} {suffix}",
            _ => string.Join(", ", parts),
        };
    }

    [GeneratedRegex(@"^\s*(?:(?:written|posted|published|edited)\s+)?by[:\s]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();

    // What bylines hang behind the names: a date, a role, a count of minutes.
    [GeneratedRegex(@"\s*(?:[|·•—–/]|\s-\s|\b(?:on|updated|published|posted|min read|[0-9]+ min)\b).*$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"\s*,?\s+(?:and|&|und)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    /// <summary>A first name and a surname at least.</summary>
    [GeneratedRegex(@"^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+){1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(@"^[\p{L}][\p{L}\p{M}\p{Nd}.'’_-]{1,40}(?:\s+[\p{L}\p{M}.'’-]{1,40}){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:jr|sr|ii|iii|iv)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"(?:,\s*(?:Ph\.?\s?D|M\.?D|M\.?Sc|B\.?Sc|M\.?A|MBA|MPH|Dr|Prof|Professor)\b\.?)+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Degree();

    [GeneratedRegex(@"^(?:inc|ltd|llc|gmbh|corp|co)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Corporate();

    [GeneratedRegex(@"(?:^|[\s,])(?:\p{Lu}|[JS]r)$")]
    private static partial Regex Initial();

    [GeneratedRegex(@"https?://|@|[<>{}\[\]|\\]|^www\.", RegexOptions.IgnoreCase)]
    private static partial Regex NoName();
}
