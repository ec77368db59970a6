using System.Text;
using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading.References;

/// <summary>
/// Takes the entries of BibTeX and RIS out of a paste, so that the rest of it is read as if they were not there, and leaves a mark where each
/// stood.
/// </summary>
internal static partial class ReferenceCutter
{
    /// <summary>Characters that are nobody's (Unicode Standard, chapter 23.7): no text has them, and those of a strange one are dropped.</summary>
    private const char Open = '\uFDD0';
    private const char Close = '\uFDD1';

    /// <param name="text">With \n for all line ends.</param>
    /// <returns>The text with marks, and what stood there; the text itself and nothing where it holds no entry.</returns>
    public static (string Text, IReadOnlyList<string> Sources) Cut(string text)
    {
        if (text.AsSpan().ContainsAny(Open, Close)) text = text.Replace(Open.ToString(), "").Replace(Close.ToString(), "");
        var pieces = Pieces(text);
        if (pieces.Count is 0) return (text, []);

        var (rest, sources, from) = (new StringBuilder(text.Length), new List<string>(), 0);
        foreach (var (start, end) in pieces)
        {
            if (start < from) continue;
            rest.Append(WithoutRemarks(text[from..start], sources)).Append("\n\n").Append(Open).Append(sources.Count).Append(Close).Append("\n\n");
            sources.Add(BlankLines().Replace(text[start..end].Trim(), "\n"));
            from = end;
        }

        rest.Append(WithoutRemarks(text[from..], sources));
        return (WithoutFences(rest.ToString()), sources);
    }

    /// <summary>The number of the entry that a line stands for; null for any other line.</summary>
    public static int? Mark(string line) => line.Length > 2 && line[0] is Open && line[^1] is Close ? int.Parse(line.AsSpan(1, line.Length - 2), null) : null;

    public static bool IsMachinery(string source) =>
        source.Split('\n').All(line => line.Trim() is "" or ['%', ..]) || BibTexScanner.Pieces(source) is { Count: > 0 } pieces && pieces.All(piece => piece.IsMachinery);

    private static List<(int Start, int End)> Pieces(string text)
    {
        var bibTex = BibTexScanner.Pieces(text);
        // Without an entry, macros and remarks are somebody's text.
        var references = bibTex.Any(piece => piece.IsReference) ? bibTex.Where(piece => piece.IsReference || piece.IsMachinery).Select(piece => (piece.Start, piece.End)) : [];
        return [.. references.Concat(RisScanner.Pieces(text).Select(piece => (piece.Start, piece.End))).OrderBy(piece => piece.Item1)];
    }

    /// <summary>Lines of remarks between entries, and the comma or mark of a list that stood before one.</summary>
    private static string WithoutRemarks(string between, List<string> sources)
    {
        var bare = ListMark().Replace(between, "\n");
        if (!bare.Contains('%')) return bare;
        return Remarks().Replace(bare, remarks =>
        {
            sources.Add(remarks.Value.Trim());
            return $"\n\n{Open}{sources.Count - 1}{Close}\n\n";
        });
    }

    /// <summary>The fences around entries that were pasted as code.</summary>
    private static string WithoutFences(string text)
    {
        if (!text.Contains("```", StringComparison.Ordinal) && !text.Contains("~~~", StringComparison.Ordinal)) return text;
        var lines = text.Split('\n');
        var (open, holds) = (-1, false);
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith(Open)) holds = true;
            if (!Fence().IsMatch(lines[at])) continue;
            if (open >= 0 && holds) (lines[open], lines[at]) = ("", "");
            (open, holds) = (open >= 0 ? -1 : at, false);
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"(?:^|\n) *(?:[-*+•]|[0-9]{1,3}[.)]) *$")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"(?<=^|\n)(?: *%[^\n]*(?:\n|$))+")]
    private static partial Regex Remarks();

    [GeneratedRegex(@"^ *(?:```+|~~~+) *[A-Za-z]* *$")]
    private static partial Regex Fence();
}
