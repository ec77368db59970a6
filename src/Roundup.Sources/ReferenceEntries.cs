using System.Text.RegularExpressions;

namespace Roundup.Sources;

/// <summary>An entry of a reference list, and which of its fields stands where.</summary>
internal sealed record ReferenceEntry(int Start, int End, IReadOnlyList<(string Name, int Start, int End)> Fields);

/// <summary>
/// Where entries of BibTeX and RIS stand in a text: an entry is one paper, by whichever names its fields call it. One pass, so that the time
/// is linear: what begins inside an entry that is never closed is looked at once.
/// </summary>
internal static partial class ReferenceEntries
{
    public static IReadOnlyList<ReferenceEntry> In(string text)
    {
        var entries = new List<ReferenceEntry>();
        if (text.Contains('@')) entries.AddRange(BibTex(text));
        if (text.Contains("TY  -", StringComparison.OrdinalIgnoreCase)) entries.AddRange(Ris(text));
        return entries;
    }

    private static IEnumerable<ReferenceEntry> BibTex(string text)
    {
        for (var match = Opening().Match(text); match.Success;)
        {
            var end = match.Index;
            // An address of mail has a letter before its sign.
            var begins = match.Index is 0 || !char.IsLetterOrDigit(text[match.Index - 1]);
            if (begins && new BibTexFields(text, match.Index, match.Index + match.Length).Read(out end) is { } entry) yield return entry;
            match = Opening().Match(text, Math.Max(end, match.Index + match.Length));
        }
    }

    private static List<ReferenceEntry> Ris(string text)
    {
        var entries = new List<ReferenceEntry>();
        List<(string, int, int)>? fields = null;
        var start = 0;
        var last = 0;
        foreach (var line in Tag().EnumerateMatches(text))
        {
            var tag = text.AsSpan(line.Index, line.Length).TrimStart()[..2].ToString().ToUpperInvariant();
            if (fields is not null && tag is "TY" or "ER")
            {
                entries.Add(new(start, line.Index, Closed(fields, line.Index)));
                fields = null;
            }
            if (tag is "TY") (fields, start) = ([], line.Index);
            else fields?.Add((tag, line.Index + line.Length, -1));
            last = line.Index + line.Length;
        }
        if (fields is null) return entries;

        // Without an ER the entry ends with the line of its last tag.
        var end = text.IndexOf('\n', last) is > 0 and var newline ? newline : text.Length;
        entries.Add(new(start, end, Closed(fields, end)));
        return entries;
    }

    private static List<(string, int, int)> Closed(List<(string Tag, int Start, int End)> fields, int end) =>
        [.. fields.Select((field, at) => (field.Tag, field.Start, at + 1 < fields.Count ? fields[at + 1].Start : end))];

    [GeneratedRegex(@"@[A-Za-z]{1,40}[ \t]*[{(]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[ \t]{0,8}[A-Za-z][A-Za-z0-9] {1,3}-(?: |$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
