using System.Collections.Frozen;
using System.Text;

namespace Roundup.Model.Text;

/// <summary>What TeX writes with a backslash outside maths and Unicode writes with a letter.</summary>
public static class TexLetters
{
    private static readonly FrozenDictionary<char, char> Accents = FrozenDictionary.ToFrozenDictionary<char, char>(
    [
        new('"', '\u0308'), new('\'', '\u0301'), new('`', '\u0300'), new('^', '\u0302'), new('~', '\u0303'), new('=', '\u0304'), new('.', '\u0307'),
        new('u', '\u0306'), new('v', '\u030C'), new('H', '\u030B'), new('c', '\u0327'), new('k', '\u0328'), new('r', '\u030A'), new('d', '\u0323'),
        new('b', '\u0331'), new('h', '\u0309'), new('G', '\u030F'),
    ]);

    private static readonly FrozenDictionary<string, string> Named = FrozenDictionary.ToFrozenDictionary<string, string>(
    [
        new("ss", "ß"), new("o", "ø"), new("O", "Ø"), new("l", "ł"), new("L", "Ł"), new("ae", "æ"), new("AE", "Æ"), new("oe", "œ"), new("OE", "Œ"),
        new("aa", "å"), new("AA", "Å"), new("i", "ı"), new("j", "ȷ"), new("dh", "ð"), new("DH", "Ð"), new("th", "þ"), new("TH", "Þ"), new("dj", "đ"),
        new("DJ", "Đ"), new("ng", "ŋ"), new("NG", "Ŋ"), new("S", "§"), new("P", "¶"), new("dag", "†"), new("ddag", "‡"), new("copyright", "©"),
        new("pounds", "£"), new("textsterling", "£"), new("euro", "€"), new("texteuro", "€"), new("ldots", "…"), new("dots", "…"), new("textellipsis", "…"),
        new("textendash", "–"), new("textemdash", "—"), new("textdegree", "°"), new("deg", "°"), new("degree", "°"), new("textregistered", "®"), new("texttrademark", "™"),
        new("textbackslash", "\\"), new("textasciitilde", "~"), new("textasciicircum", "^"), new("textunderscore", "_"), new("textbar", "|"),
        new("textless", "<"), new("textgreater", ">"), new("textbraceleft", "{"), new("textbraceright", "}"), new("textquoteleft", "‘"),
        new("textquoteright", "’"), new("textquotesingle", "'"), new("textquotedblleft", "“"), new("textquotedblright", "”"), new("textquotedbl", "\""),
        new("textperiodcentered", "·"), new("textbullet", "•"), new("textmu", "µ"), new("textexclamdown", "¡"), new("textquestiondown", "¿"),
        new("guillemotleft", "«"), new("guillemotright", "»"), new("LaTeX", "LaTeX"), new("TeX", "TeX"), new("BibTeX", "BibTeX"), new("quad", " "),
        new("qquad", " "), new("newline", " "), new("par", " "), new("xspace", ""), new("slash", "/"), new("relax", ""),
    ]);

    /// <summary>What a command stands for, by its name without the backslash; null for one that is no letter or sign.</summary>
    public static string? Of(string command) => Named.GetValueOrDefault(command);

    /// <summary>
    /// Reads the accent that stands behind a backslash at <paramref name="at"/> and the letter that it sits on: <c>"o</c>, <c>'{e}</c>,
    /// <c>v{s}</c>, <c>c c</c>, <c>`{\i}</c>, <c>"\i</c>. Null where there is none; <paramref name="end"/> is behind what was read.
    /// </summary>
    public static string? Accented(string text, int at, out int end)
    {
        end = at + 1;
        if (at >= text.Length || !Accents.TryGetValue(text[at], out var accent)) return null;

        var isLetter = char.IsAsciiLetter(text[at]);
        // "\v s" needs its blank or its brace; "\vec" is another command.
        if (isLetter && (end >= text.Length || text[end] is not (' ' or '{' or '\\'))) return null;
        while (end < text.Length && text[end] is ' ') end++;
        var isBraced = end < text.Length && text[end] is '{';
        if (isBraced) end++;
        // \~{} is the sign alone.
        if (isBraced && !isLetter && end < text.Length && text[end] is '}') return text[at..++end][..1];
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
