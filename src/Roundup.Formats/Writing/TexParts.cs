using Roundup.Model.Text;

namespace Roundup.Formats.Writing;

/// <summary>A part of a text: words, or maths with its dollars.</summary>
internal readonly record struct TexPart(string Text, bool IsMaths)
{
    /// <summary>
    /// The parts of a text in order: maths is what readers see as maths (<see cref="MathsInText"/>), as far as it stands between dollars and TeX
    /// can set it; braces that don't match and a bare % or # would break the whole file.
    /// </summary>
    public static IEnumerable<TexPart> Of(string text)
    {
        var from = 0;
        foreach (var span in MathsInText.Find(text).Where(span => text[span.Start] is '$' && CanBeSet(span.Tex(text))))
        {
            if (span.Start > from) yield return new(text[from..span.Start], false);
            yield return new(text[span.Start..span.End], true);
            from = span.End;
        }

        if (from < text.Length) yield return new(text[from..], false);
    }

    private static bool CanBeSet(string tex)
    {
        var depth = 0;
        for (var at = 0; at < tex.Length; at++)
        {
            if (tex[at] is '\\') at++;
            else if (tex[at] is '%' or '#' || (tex[at] is '}' && --depth < 0)) return false;
            else if (tex[at] is '{') depth++;
        }

        return depth == 0;
    }
}
