namespace Roundup.Model.Text;

// What stands between two dollars: maths, or money, prose, code.
public static partial class MathsInText
{
    private static bool IsMaths(string text, int open, int close)
    {
        var tex = text.AsSpan(open + 1, close - open - 1);
        var (before, after) = (open > 0 ? text[open - 1] : ' ', close + 1 < text.Length ? text[close + 1] : ' ');
        return IsFormula(tex) && !IsPrice(tex, before) && !IsCode(tex, after);
    }

    /// <summary>Not a part of a sentence: no address, no code, no two words beside one another, unless TeX is among them, and never three.</summary>
    private static bool IsFormula(ReadOnlySpan<char> tex)
    {
        if (tex.IsEmpty || tex.Contains('`') || tex.Contains("://", StringComparison.Ordinal)) return false;
        var words = WordsInARow(tex);
        return words < 2 || (words < 3 && HasSign(tex));
    }

    private static bool HasSign(ReadOnlySpan<char> tex) => tex.ContainsAny("\\^_=<>+{}|");

    // "$5 per hour or 3$", "5$, 6$", "US$5", "($/hour) and ($)".
    private static bool IsPrice(ReadOnlySpan<char> tex, char before)
    {
        if (tex[0] is ',' or '.' or ';' or ':' or '?' or '!' or ')' && tex.Length > 1 && tex[1] is ' ' or '\n') return true;
        if (!HasSign(tex) && (tex[0] is '/' or ')' || tex[^1] is '/' or ':' or '(' or '–' or '—')) return true;
        if (char.IsAsciiDigit(before) && !HasSign(tex) && tex.TrimStart("-–/,;. ").IndexOfAnyExcept("0123456789., kKMB") < 0) return true;
        if (!char.IsAsciiDigit(tex[0])) return false;
        return char.IsLetter(before) || WordsInARow(tex) > 0 && tex.Contains(' ') || tex.Count('(') + tex.Count('[') != tex.Count(')') + tex.Count(']');
    }

    // "$HOME/$USER", "$a=$b", "${x}${y}", "$this->$that".
    private static bool IsCode(ReadOnlySpan<char> tex, char after) =>
        (after is '{' && tex[0] is '{')
        || ((char.IsLetter(after) || after is '_') && (tex[^1] is '=' or '>' or '.' or '/' or ':' or ',' || IsVariable(tex)));

    private static bool IsVariable(ReadOnlySpan<char> tex) =>
        tex.Length > 2 && tex.IndexOfAnyExceptInRange('A', 'Z') is var other && (other < 0 || (other > 1 && tex[other..].IndexOfAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") < 0));

    /// <summary>The most words of prose beside one another: of two letters or more, outside of braces and commands, with blanks or punctuation between.</summary>
    private static int WordsInARow(ReadOnlySpan<char> tex)
    {
        var (most, row, depth) = (0, 0, 0);
        for (var i = 0; i < tex.Length;)
        {
            if (tex[i] is '\\')
            {
                for (i++; i < tex.Length && char.IsAsciiLetter(tex[i]); i++) { }
                row = 0;
            }
            else if (char.IsLetter(tex[i]))
            {
                var start = i;
                while (i < tex.Length && (char.IsLetter(tex[i]) || tex[i] is '\'' or '’' or '-')) i++;
                var isApart = (start is 0 || IsBetween(tex[start - 1])) && (i == tex.Length || IsBetween(tex[i]));
                // A single letter between words ("via a cheap") neither counts nor parts them.
                if (!isApart || depth > 0) row = 0;
                else if (i - start > 1) most = Math.Max(most, ++row);
            }
            else
            {
                if (tex[i] is '{') depth++;
                else if (tex[i] is '}') depth--;
                if (!IsBetween(tex[i])) row = 0;
                i++;
            }
        }
        return most;
    }

    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || c is ',' or '.' or ';' or '?' or '!' or '"' or '“' or '”';
}
