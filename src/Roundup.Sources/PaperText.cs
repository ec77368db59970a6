using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Roundup.Model.Text;

namespace Roundup.Sources;

/// <summary>
/// Makes a source's text plain: one line, TeX's accents, quotes and dashes as Unicode, emphasis and citations gone, entities decoded, words whole
/// again that a line end parted, and nothing that is invisible. Maths stays as written (<c>$…$</c>, <c>\(…\)</c>, <c>\[…\]</c>), once where a copy has it
/// twice, and so does every command that is not known here.
/// </summary>
/// <remarks>One pass and no recursion: linear in the text, whatever it nests.</remarks>
public sealed partial class PaperText
{
    private static readonly FrozenSet<string> Wrappers = FrozenSet.ToFrozenSet(
    [
        "emph", "textit", "textbf", "texttt", "textsc", "textsf", "textrm", "textsl", "textup", "textnormal", "underline", "mbox", "text", "url",
        "textsuperscript", "textsubscript", "nolinkurl", "path",
    ]);

    private static readonly FrozenSet<string> Switches = FrozenSet.ToFrozenSet(["it", "em", "bf", "rm", "sc", "tt", "sl", "sf", "itshape", "bfseries", "small"]);

    private static readonly FrozenSet<string> Dropped = FrozenSet.ToFrozenSet(["cite", "citep", "citet", "citealp", "citeauthor", "ref", "label", "eqref"]);

    // What is not seen: marks without width, operators that are only thought, control characters.
    private static readonly SearchValues<char> Odd = SearchValues.Create(
    [
        '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\u2061', '\u2062', '\u2063', '\u2064', '\uFEFF',
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && !char.IsWhiteSpace(c)),
    ]);

    /// <summary>In characters: how far an argument that is dropped may reach.</summary>
    private const int LongestArgument = 1000;

    private const int LongestWord = 40;

    private readonly string _text;
    private readonly StringBuilder _plain;

    /// <summary>For each brace open: whether it is printed.</summary>
    private readonly Stack<bool> _braces = new();

    private int _at;
    private bool _isQuoted;
    private int _lookups;

    private PaperText(string text) => (_text, _plain) = (text, new StringBuilder(text.Length));

    /// <summary>Plain text, trimmed, in one line; "" for nothing. Throws for no text.</summary>
    public static string Clean(string? source)
    {
        if (string.IsNullOrWhiteSpace(source)) return "";

        var text = Undouble(Visible(Decode(source)));
        var plain = text.AsSpan().IndexOfAny("\\`'-‐~{}$") < 0 ? text : new PaperText(text).Read();
        return string.Join(' ', plain.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    private string Read()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] is '$' or '\\' && ReadMaths()) continue;
            if (IsAddress()) Copy(Prose.EndOfName(_text, _at + 7) - _at);
            else ReadOne(_text[_at]);
        }
        return _plain.ToString();
    }

    private void ReadOne(char c)
    {
        switch (c)
        {
            case '\\': ReadCommand(); break;
            case '{': OpenBrace(isPrinted: !(Peek(1) is '\\' && Peek(2) is not ('{' or '}'))); break;
            case '}': CloseBrace(); break;
            case '`' or '\'': ReadQuote(c); break;
            case '-': ReadDash(); break;
            case '‐' when ReadLineEnd(1): break;
            // A tie stands between two words; before a number it means "about", in an address a home.
            case '~' when Previous is not (' ' or '\n' or '/' or '('): Write(" ", 1); break;
            default: Copy(1); break;
        }
    }

    private void ReadCommand()
    {
        var next = Peek(1);
        if (next is '%' or '&' or '_' or '#' or '$' or '{' or '}') Write(next.ToString(), 2);
        else if (next is '\\' or ' ' or '\n' or ',' or ';' or ':') Write(" ", 2);
        else if (next is '-' or '/' or '!') Write("", 2);
        else if (next is not '\0' && TexLetters.Accented(_text, _at + 1, out var end) is { } letter) Write(letter, end - _at);
        else if (char.IsAsciiLetter(next)) ReadNamed();
        else Copy(1);
    }

    private void ReadNamed()
    {
        var end = _at + 1;
        while (end < _text.Length && char.IsAsciiLetter(_text[end])) end++;
        var (name, length) = (_text[(_at + 1)..end], end - _at);
        var isBraced = Peek(length) is '{';

        if (TexLetters.Of(name) is { } letter) Write(letter, length + (isBraced && Peek(length + 1) is '}' ? 2 : Peek(length) is ' ' ? 1 : 0));
        else if (Wrappers.Contains(name) && isBraced) { _at += length; OpenBrace(isPrinted: false); }
        else if (Switches.Contains(name) && Peek(length) is ' ' or '{') Write("", length);
        else if (name is "href" or "textcolor" && isBraced && ArgumentEnd(length) is > 0 and var first && Peek(first) is '{') { _at += first; OpenBrace(isPrinted: false); }
        else if (Dropped.Contains(name) && isBraced && ArgumentEnd(length) is > 0 and var last) { TrimBlank(); Write("", last); }
        else Copy(length);
    }

    /// <summary>Behind the argument that opens at the offset, counted from here; 0 where it does not close near by.</summary>
    private int ArgumentEnd(int offset)
    {
        var span = _text.AsSpan(_at + offset);
        var close = span[..Math.Min(span.Length, LongestArgument)].IndexOf('}');
        return close < 0 ? 0 : offset + close + 1;
    }

    private void OpenBrace(bool isPrinted)
    {
        _braces.Push(isPrinted);
        if (isPrinted) Copy(1);
        else _at++;
    }

    private void CloseBrace()
    {
        if (!_braces.TryPop(out var isPrinted) || isPrinted) Copy(1);
        else _at++;
    }

    private void ReadQuote(char c)
    {
        var isOpening = Previous is ' ' or '\n' or '(' or '[' or '—' or '-';
        if (Peek(1) == c) Write(c is '`' || isOpening ? "“" : "”", 2);
        else if (c is '`' && isOpening && IsClosedByApostrophe()) { _isQuoted = true; Write("‘", 1); }
        else if (c is '\'' && _isQuoted && !char.IsLetter(Peek(1))) { _isQuoted = false; Write("’", 1); }
        else Copy(1);
    }

    private bool IsClosedByApostrophe()
    {
        var rest = _text.AsSpan(_at + 1, Math.Min(200, _text.Length - _at - 1));
        for (var i = 0; i < rest.Length && rest[i] is not '`'; i++)
            if (rest[i] is '\'' && (i == 0 || rest[i - 1] is not '\\') && (i + 1 == rest.Length || !char.IsLetter(rest[i + 1]))) return true;
        return false;
    }

    private void ReadDash()
    {
        var end = _at;
        while (end < _text.Length && _text[end] is '-') end++;
        var length = end - _at;
        if (ReadLineEnd(length)) return;
        // " --flag" is no dash, nor are the rulers of a table.
        var isFlag = Previous is ' ' or '\n' && end < _text.Length && !char.IsWhiteSpace(_text[end]);
        if (length is 2 or 3 && !isFlag) Write(length is 2 ? "–" : "—", length);
        else Copy(length);
    }

    private bool IsAddress() =>
        _text[_at] is 'h' && (_text.AsSpan(_at).StartsWith("http://", StringComparison.Ordinal) || _text.AsSpan(_at).StartsWith("https://", StringComparison.Ordinal));

    private char Previous => _plain.Length > 0 ? _plain[^1] : ' ';

    private char Peek(int offset) => _at + offset < _text.Length ? _text[_at + offset] : '\0';

    private void TrimBlank()
    {
        if (Previous is ' ' && _plain.Length > 0) _plain.Length--;
    }

    private void Copy(int length)
    {
        _plain.Append(_text, _at, length);
        _at += length;
    }

    private void Write(string plain, int length)
    {
        _plain.Append(plain);
        _at += length;
    }
}
