using Roundup.Model.Text;
using SkiaSharp;

namespace Roundup.Web.Pictures;

/// <summary>A heading in a place of a fixed size.</summary>
internal static class PictureText
{
    /// <summary>Breaks a text into lines between words. A word that is longer than a line is broken where it has to be; what is left over ends with an ellipsis after a word.</summary>
    public static IReadOnlyList<string> Lines(SKFont font, string text, float width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Fitting(font, w, width)))
        {
            var longer = line is "" ? word : $"{line} {word}";
            if (font.MeasureText(longer) <= width)
            {
                line = longer;
                continue;
            }

            if (lines.Count == most - 1) return [.. lines, Ended(font, line, width)];
            lines.Add(line);
            line = word;
        }

        return line is "" ? lines : [.. lines, line];
    }

    /// <summary>Whether no word and no line of it is lost.</summary>
    public static bool IsWhole(SKFont font, string text, float width, int most) =>
        text.Split(' ').All(w => font.MeasureText(w) <= width) && Lines(font, text, width, most) is var lines && string.Join(' ', lines) == text;

    /// <summary>One line of it.</summary>
    public static string Line(SKFont font, string text, float width) => Lines(font, text, width, 1) is [var line] ? line : "";

    private static IEnumerable<string> Fitting(SKFont font, string word, float width)
    {
        while (font.MeasureText(word) > width)
        {
            var length = Math.Max(1, (int)font.BreakText(word, width));
            if (length < word.Length && char.IsHighSurrogate(word[length - 1])) length = Math.Max(2, length - 1);
            if (length >= word.Length) break;
            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }

    private static string Ended(SKFont font, string line, float width)
    {
        while (font.MeasureText($"{line}…") > width && line.LastIndexOf(' ') is var space and > 0) line = line[..space];
        // One word that is longer than the line ends where it has to.
        while (font.MeasureText($"{line}…") > width && line.Length > 1) line = Letters.Cut(line, line.Length - 1);
        return $"{line.TrimEnd(',', ':', ';', '-', '–', '—', ' ')}…";
    }
}
