using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Roundup.Model.Text;

namespace Roundup.Formats.Reading.References;

/// <summary>
/// What TeX writes in a reference list, as plain text: accents and letters as Unicode, braces and emphasis gone, quotes and dashes as printed.
/// Maths between dollars stays as written, and so does every command that is not known here. One pass, no recursion.
/// </summary>
internal sealed partial class TexText
{
    /// <summary>In characters; a dollar without a second one near by is a price.</summary>
    private const int LongestMaths = 500;

    /// <summary>Commands that only say how their words look.</summary>
    private static readonly FrozenSet<string> Dress = FrozenSet.ToFrozenSet(
    [
        "emph", "textit", "textbf", "texttt", "textsc", "textsf", "textrm", "textsl", "textup", "textmd", "textnormal", "underline", "uline", "mbox", "hbox",
        "text", "url", "path", "nolinkurl", "textsuperscript", "textsubscript", "mkbibquote", "mkbibemph", "enquote", "bibstring", "noopsort", "relax",
        "it", "em", "bf", "rm", "sc", "tt", "sl", "sf", "itshape", "bfseries", "scshape", "slshape", "ttfamily", "sffamily", "rmfamily", "normalfont",
        "small", "large", "protect", "ensuremath", "nobreak", "hskip", "uppercase", "lowercase", "MakeUppercase", "href",
    ]);

    private readonly string _text;
    private readonly StringBuilder _plain;

    /// <summary>For each brace open: whether it is printed.</summary>
    private readonly Stack<bool> _braces = new();

    private int _at;

    private TexText(string text) => (_text, _plain) = (text, new StringBuilder(text.Length));

    /// <summary>In one line, trimmed.</summary>
    public static string Line(string tex) => string.Join(' ', Plain(tex).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The paragraphs of a text, each in one line.</summary>
    public static IReadOnlyList<string> Paragraphs(string tex) =>
        [.. ParagraphEnd().Split(tex).Select(Line).Where(paragraph => paragraph.Length > 0)];

    /// <summary>An address or a DOI: nothing in it is text, and the backslashes are what somebody's program added.</summary>
    public static string Address(string tex)
    {
        var bare = UrlCommand().Replace(tex.Trim(), "").Replace("\\textasciitilde", "~").Replace("$\\sim$", "~").Replace("\\~", "~").Replace("\\textless", "<").Replace("\\textgreater", ">");
        return string.Concat(bare.Where(c => c is not ('{' or '}' or '\\') && !char.IsWhiteSpace(c)));
    }

    private static string Plain(string tex)
    {
        var text = tex.Contains('<') ? Tag().Replace(tex, "") : tex;
        var plain = text.AsSpan().IndexOfAny("\\`'-~{}$") < 0 ? text : new TexText(text).Read();
        if (plain.Contains('&') && plain.Contains(';')) plain = WebUtility.HtmlDecode(plain);
        return Letters.Normal(plain);
    }

    private string Read()
    {
        while (_at < _text.Length) ReadOne(_text[_at]);
        return _plain.ToString();
    }

    private void ReadOne(char c)
    {
        if (c is '$') Maths();
        else if (c is '\\') Command();
        else if (c is '{') Open(isPrinted: false);
        else if (c is '}') Close();
        else if (c is '~') Write(" ", 1);
        else if (c is '`' && Peek(1) is '`') Write("“", 2);
        else if (c is '\'' && Peek(1) is '\'') Write("”", 2);
        else if (c is '-' && Peek(1) is '-') Write(Peek(2) is '-' ? "—" : "–", Peek(2) is '-' ? 3 : 2);
        else Copy(1);
    }

    private void Maths()
    {
        var length = Peek(1) is '$' ? 2 : 1;
        var near = Math.Min(_text.Length, _at + LongestMaths);
        for (var at = _at + length; at < near; at++)
        {
            if (_text[at] is '\\') at++;
            else if (_text[at] is '$')
            {
                Copy(Math.Min(at + length, _text.Length) - _at);
                return;
            }
        }

        Copy(length);
    }

    private void Command()
    {
        var next = Peek(1);
        if (next is '(' or '[') FencedMaths(next is '(' ? "\\)" : "\\]");
        else if (TexLetters.Accented(_text, _at + 1, out var end) is { } letter) Write(letter, end - _at);
        else if (next is '&' or '%' or '$' or '#' or '_' or '{' or '}') Write(next.ToString(), 2);
        else if (next is '\\' or ' ' or ',' or ';' or ':' or '\n') Write(" ", 2);
        else if (next is '-' or '/' or '@' or '!') Write("", 2);
        else if (char.IsAsciiLetter(next)) Named();
        else Copy(1);
    }

    private void FencedMaths(string close)
    {
        var near = _text.AsSpan(_at, Math.Min(LongestMaths, _text.Length - _at)).IndexOf(close);
        Copy(near < 0 ? 2 : near + 2);
    }

    private void Named()
    {
        var end = _at + 1;
        while (end < _text.Length && char.IsAsciiLetter(_text[end])) end++;
        var (name, length) = (_text[(_at + 1)..end], end - _at);
        var isBraced = Peek(length) is '{';
        if (TexLetters.Of(name) is { } letter) Write(letter, length + (isBraced && Peek(length + 1) is '}' ? 2 : Peek(length) is ' ' ? 1 : 0));
        else if (name is "ElsevierGlyph" or "symbol" && isBraced && Argument(length) is { } code && Rune(code) is { } glyph) Write(glyph, length + code.Length + 2);
        else if (name is "begin" or "end" or "color" or "cite" or "citep" or "citet" && isBraced && Argument(length) is { } dropped) Write("", length + dropped.Length + 2);
        else if (name is "href" or "textcolor" && isBraced && Argument(length) is { } first && Peek(length + first.Length + 2) is '{') Write("", length + first.Length + 2);
        else if (Dress.Contains(name)) Write("", length + (isBraced ? 0 : Peek(length) is ' ' ? 1 : 0));
        else
        {
            Copy(length);
            if (isBraced) Open(isPrinted: true);
        }
    }

    /// <summary>Up to the first closing brace near by; null for none.</summary>
    private string? Argument(int offset)
    {
        var span = _text.AsSpan(_at + offset + 1);
        var close = span[..Math.Min(span.Length, LongestMaths)].IndexOf('}');
        return close < 0 ? null : span[..close].ToString();
    }

    private static string? Rune(string hex) =>
        int.TryParse(hex, System.Globalization.NumberStyles.HexNumber, null, out var code) && System.Text.Rune.IsValid(code) ? new Rune(code).ToString() : null;

    private void Open(bool isPrinted)
    {
        _braces.Push(isPrinted);
        if (isPrinted) Copy(1);
        else _at++;
    }

    private void Close()
    {
        if (_braces.TryPop(out var isPrinted) && isPrinted) Copy(1);
        else _at++;
    }

    private char Peek(int offset) => _at + offset < _text.Length ? _text[_at + offset] : '\0';

    private void Copy(int length)
    {
        length = Math.Min(length, _text.Length - _at);
        _plain.Append(_text, _at, length);
        _at += length;
    }

    private void Write(string plain, int length)
    {
        _plain.Append(plain);
        _at += Math.Min(length, _text.Length - _at);
    }

    [GeneratedRegex(@"\n\s*\n|\\par(?![A-Za-z])|</?(?:jats:)?p>", RegexOptions.IgnoreCase)]
    private static partial Regex ParagraphEnd();

    [GeneratedRegex(@"</?(?:(?:jats|mml):[a-z]{1,20}|i|b|em|strong|sub|sup|italic|bold|sc|scp|span|u|p|br|title|sec)(?:\s[^<>]{0,200})?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\(?:url|href|path|nolinkurl|texttt)\s*(?=\{)")]
    private static partial Regex UrlCommand();
}
