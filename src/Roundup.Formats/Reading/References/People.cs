using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading.References;

/// <summary>Names as reference lists write them, turned round as they are printed: "Last, First" is First Last, "Last, Jr, First" is First Last, Jr.</summary>
internal static partial class People
{
    /// <summary>BibTeX's list: parted by "and" outside of braces and environments. "others" is nobody.</summary>
    public static IReadOnlyList<string> OfBibTex(string value)
    {
        var parts = Split(value, isAnd: true);
        if (parts.Count is 1 && Split(value, isAnd: false, ';') is { Count: > 1 } listed) parts = listed;
        return [.. parts.SelectMany(BibTexNames).Select(TexText.Line).Where(IsName)];
    }

    /// <summary>A name of RIS: "Last, First, Suffix".</summary>
    public static string OfRis(string value) => TexText.Line(Turned(Split(value, isAnd: false, ',')));

    private static IEnumerable<string> BibTexNames(string name)
    {
        var parts = Split(name, isAnd: false, ',');
        // "A. Smith, B. Jones, C. Doe" is a list that forgot its ands.
        return parts.Count > 2 && parts.All(part => part.Trim().Contains(' ')) ? parts : [Turned(parts)];
    }

    private static string Turned(IReadOnlyList<string> parts) => parts.Count switch
    {
        1 => parts[0],
        2 => $"{parts[1].Trim()} {parts[0].Trim()}",
        _ when Suffix().IsMatch(parts[2].Trim()) => $"{parts[1].Trim()} {parts[0].Trim()}, {parts[2].Trim()}",
        _ => $"{string.Join(' ', parts.Skip(2)).Trim()} {parts[0].Trim()}, {parts[1].Trim()}",
    };

    private static bool IsName(string name) => name.Length > 0 && name.ToUpperInvariant() is not ("OTHERS" or "ET AL" or "ET AL." or "AND OTHERS");

    /// <summary>Parts a text where it is in no brace: at the word "and", or at a mark.</summary>
    private static List<string> Split(string text, bool isAnd, char mark = '\0')
    {
        var parts = new List<string>();
        var (depth, from) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '\\' && !IsEnvironment(text, at, ref depth)) at++;
            else if (c is '{') depth++;
            else if (c is '}') depth = Math.Max(0, depth - 1);
            else if (depth is 0 && (isAnd ? IsAnd(text, at) : c == mark))
            {
                parts.Add(text[from..at]);
                from = at + (isAnd ? 5 : 1);
                at = from - (isAnd ? 2 : 1);
            }
        }

        parts.Add(from < text.Length ? text[from..] : "");
        return parts;
    }

    private static bool IsAnd(string text, int at) =>
        char.IsWhiteSpace(text[at]) && at + 4 < text.Length && char.IsWhiteSpace(text[at + 4]) && text.AsSpan(at + 1, 3).Equals("and", StringComparison.OrdinalIgnoreCase);

    private static bool IsEnvironment(string text, int at, ref int depth)
    {
        var begins = text.AsSpan(at).StartsWith("\\begin{");
        if (begins) depth++;
        else if (!text.AsSpan(at).StartsWith("\\end{")) return false;
        else depth = Math.Max(0, depth - 1);
        return true;
    }

    [GeneratedRegex(@"^(?:[JS]r\.?|Junior|Senior|II|III|IV|V|Ph\.?D\.?|M\.?D\.?|Esq\.?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Suffix();
}
