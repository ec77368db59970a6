using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>
/// Whether the lines of a paragraph are one text that was wrapped, or things of their own that stand below one another:
/// a title, its authors, its address.
/// </summary>
internal static partial class PhysicalLines
{
    /// <summary>Nobody wraps at more columns than this.</summary>
    private const int WidestWrap = 120;

    public static IEnumerable<(string Text, bool IsFirst)> Split(string[] lines)
    {
        if (lines.Length == 1) return [(lines[0], true)];
        var wrapped = IsWrapped(lines);
        var pieces = new List<(string, bool)>();
        var current = new List<string>();
        for (var at = 0; at < lines.Length; at++)
        {
            var joins = at > 0 && wrapped && !StandsAlone(lines[at]) && !StandsAlone(lines[at - 1]);
            if (current.Count > 0 && !joins)
            {
                pieces.Add((string.Join('\n', current), pieces.Count == 0));
                current.Clear();
            }

            current.Add(lines[at]);
        }

        pieces.Add((string.Join('\n', current), pieces.Count == 0));
        return pieces;
    }

    /// <summary>An address, a bold or linked line, a label with what it labels: never the middle of a wrapped sentence.</summary>
    public static bool StandsAlone(string line) =>
        AddressOnly().IsMatch(line) || DressedLine().IsMatch(line) || Labels.StartsWithLabel(line);

    private static bool IsWrapped(string[] lines)
    {
        var widest = lines.Max(line => line.Length);
        if (widest > WidestWrap || widest < 30) return false;
        for (var at = 0; at + 1 < lines.Length; at++)
        {
            var firstWord = lines[at + 1].IndexOf(' ') is > 0 and var blank ? blank : lines[at + 1].Length;
            if (!StandsAlone(lines[at]) && !StandsAlone(lines[at + 1]) && lines[at].Length + firstWord + 1 < widest * 0.8) return false;
        }

        return true;
    }

    [GeneratedRegex(@"^<?(https?://\S+|arxiv:\s?\S+|doi:\s?\S+|\d{4}\.\d{4,5}(v\d+)?)>?$", RegexOptions.IgnoreCase)]
    private static partial Regex AddressOnly();

    [GeneratedRegex(@"^(\*{2,4}[^*]+\*{2,4}:?|__[^_]+__|\[[^\]]+\]\([^)]+\))$")]
    private static partial Regex DressedLine();
}
