using System.Collections.Frozen;
using System.Text;

namespace Roundup.Sources;

/// <summary>What TeX writes with a backslash outside maths and Unicode writes with a letter.</summary>
internal static class TexLetters
{
    private static readonly FrozenDictionary<char, char> Accents = FrozenDictionary.ToFrozenDictionary<char, char>(
    [
        new('"', '\u0308'), new('\'', '\u0301'), new('`', '\u0300'), new('^', '\u0302'), new('~', '\u0303'), new('=', '\u0304'), new('.', '\u0307'),
        new('u', '\u0306'), new('v', '\u030C'), new('H', '\u030B'), new('c', '\u0327'), new('k', '\u0328'), new('r', '\u030A'), new('d', '\u0323'),
        new('b', '\u0331'),
    ]);

    private static readonly FrozenDictionary<string, string> Named = FrozenDictionary.ToFrozenDictionary<string, string>(
    [
        new("ss", "ß"), new("o", "ø"), new("O", "Ø"), new("l", "ł"), new("L", "Ł"), new("ae", "æ"), new("AE", "Æ"), new("oe", "œ"), new("OE", "Œ"),
        new("aa", "å"), new("AA", "Å"), new("i", "ı"), new("j", "ȷ"), new("dh", "ð"), new("DH", "Ð"), new("th", "þ"), new("TH", "Þ"), new("ng", "ŋ"),
        new("S", "§"), new("P", "¶"), new("dag", "†"), new("copyright", "©"), new("pounds", "£"), new("ldots", "…"), new("dots", "…"),
        new("textellipsis", "…"), new("textendash", "–"), new("textemdash", "—"), new("textdegree", "°"), new("deg", "°"),
        new("textregistered", "®"), new("texttrademark", "™"), new("textbackslash", "\\"), new("textasciitilde", "~"), new("textquoteleft", "‘"),
        new("textquoteright", "’"), new("textquotedblleft", "“"), new("textquotedblright", "”"), new("LaTeX", "LaTeX"), new("TeX", "TeX"),
        new("quad", " "), new("qquad", " "), new("newline", " "), new("par", " "), new("xspace", ""),
    ]);

    public static string? OfCommand(string name) => Named.GetValueOrDefault(name);

    /// <summary>
    /// Reads the accent that stands behind a backslash at <paramref name="at"/> and the letter that it sits on: <c>"o</c>, <c>'{e}</c>,
    /// <c>v{s}</c>, <c>c c</c>, <c>`{\i}</c>. Null where there is none; <paramref name="end"/> is behind what was read.
    /// </summary>
    public static string? Accented(string text, int at, out int end)
    {
        end = at + 1;
        if (!Accents.TryGetValue(text[at], out var accent)) return null;

        var isBraced = end < text.Length && text[end] is '{';
        // "\v s" needs its blank or its brace; "\vec" is another command.
        if (char.IsAsciiLetter(text[at]) && !isBraced && (end >= text.Length || text[end] is not ' ')) return null;
        if (isBraced || (end < text.Length && text[end] is ' ' && char.IsAsciiLetter(text[at]))) end++;
        if (end < text.Length && text[end] is '\\') end++;
        if (end >= text.Length || !char.IsLetter(text[end])) return null;

        var letter = text[end++];
        if (isBraced)
        {
            if (end >= text.Length || text[end] is not '}') return null;
            end++;
        }
        return $"{letter}{accent}".Normalize(NormalizationForm.FormC);
    }
}
