using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Roundup.Sources;

// What nobody sees or means: entities escaped twice, marks without width, letters that a typesetter glued together.
public sealed partial class PaperText
{
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>An abstract: plain as <see cref="Clean"/> makes it, without the word "Abstract" in front.</summary>
    public static string CleanAbstract(string? source)
    {
        var text = Clean(source);
        var label = AbstractLabel().Match(text);
        return label.Success && label.Length < text.Length ? text[label.Length..] : text;
    }

    private static string Decode(string source)
    {
        if (!source.Contains('&')) return source;
        // Escaped twice on its way, not a text about HTML: that would hold the sign itself too.
        var text = source.Contains('<') ? source : Twice().Replace(source, "&");
        return WebUtility.HtmlDecode(text);
    }

    private static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAny(Odd) && !text.AsSpan().ContainsAnyInRange('\uFB00', '\uFB06')) return text;
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '\uFB00' and <= '\uFB06') visible.Append(Ligatures[c - '\uFB00']);
            // The two joiners shape Indic and Arabic letters and families of emoji; between Latin letters they are litter.
            else if (c is '\u200C' or '\u200D' && IsJoining(text, i)) visible.Append(c);
            else if (c is '\u00AD') i = EndOfSoftBreak(text, i);
            else if (!Odd.Contains(c)) visible.Append(c);
        }
        return visible.ToString();
    }

    private static bool IsJoining(string text, int at) =>
        at > 0 && at + 1 < text.Length && text[at - 1] >= '\u0590' && text[at + 1] >= '\u0590';

    // Where the line ended at a soft hyphen, the word goes on behind the line end.
    private static int EndOfSoftBreak(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] is ' ' or '\r') end++;
        if (end >= text.Length || text[end] is not '\n') return at;
        while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        return end - 1;
    }

    [GeneratedRegex(@"&amp;(?=(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5}|[a-zA-Z]{1,2}(?:acute|grave|uml|tilde|circ|cedil|ring|caron|slash)|szlig|[mn]dash|[lr][sd]quo|hellip);)")]
    private static partial Regex Twice();

    // With a mark behind it, or glued to a first sentence; "Abstract interpretation" and "Summary statistics" begin titles.
    [GeneratedRegex(@"\A(?i:abstract|summary)(?:\s*[:.—–]\s*|\s+[-]\s+|\s+(?=(?:We|This|In this|Here we|Recent|The purpose|The aim)\b)|(?=(?:We|This|In|The|Our|Recent|Here|Many|Background)\b))")]
    private static partial Regex AbstractLabel();
}
