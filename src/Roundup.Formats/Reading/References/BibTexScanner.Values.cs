using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading.References;

internal sealed partial class BibTexScanner
{
    /// <summary>The parts that <c>#</c> joins; null where the value does not end.</summary>
    private List<BibTexPart>? Value(char close)
    {
        var parts = new List<BibTexPart>();
        while (true)
        {
            SkipBlanks();
            if (_at >= _limit) return null;
            if (_text[_at] is ',' || _text[_at] == close) break;
            if (Part(close) is not { } part) return null;
            parts.Add(part);
            LastWhole = _at;
            SkipBlanks();
            if (_at >= _limit || _text[_at] is not '#') break;
            _at++;
        }

        return parts;
    }

    private BibTexPart? Part(char close)
    {
        if (_text[_at] is not ('{' or '"')) return Bare(close);
        var open = _at + 1;
        var end = _goesByLines ? -1 : _text[_at] is '{' ? Balanced(open, '}') : Quoted(open);
        if (end < 0) return ByLines(open);
        _at = end;
        return new BibTexPart(_text[open..(end - 1)], IsMacro: false);
    }

    /// <summary>A number, a macro, or what should have stood in braces.</summary>
    private BibTexPart? Bare(char close)
    {
        var end = _at;
        while (end < _limit && _text[end] is not (',' or '#' or '\n' or '{' or '"') && _text[end] != close) end++;
        var text = _text[_at..end].Trim();
        if (text.Length is 0) return null;
        _at = end;
        return new BibTexPart(text, MacroName().IsMatch(text));
    }

    /// <summary>Behind the brace that closes what is open at a place; -1 for nowhere. A brace behind a backslash is a letter.</summary>
    private int Balanced(int from, char close)
    {
        var depth = 1;
        for (var at = from; at < _limit; at++)
        {
            var c = _text[at];
            if (c is '\\') at++;
            else if (c is '{') depth++;
            else if (depth is 1 ? c == close : c is '}')
            {
                if (--depth is 0) return at + 1;
            }
        }

        return -1;
    }

    private int Quoted(int from)
    {
        var depth = 0;
        for (var at = from; at < _limit; at++)
        {
            var c = _text[at];
            if (c is '\\') at++;
            else if (c is '{') depth++;
            else if (c is '}') depth = Math.Max(0, depth - 1);
            else if (c is '"' && depth is 0) return at + 1;
        }

        return -1;
    }

    private BibTexPart? ByLines(int from)
    {
        _goesByLines = true;
        var next = NextField().Match(_text, from, _limit - from);
        _isOpen = !next.Success;
        if (_isOpen) return null;
        _at = next.Index;
        return new BibTexPart(_text[from..next.Index].TrimEnd(' ', '\n', ',').TrimEnd('}', '"'), IsMacro: false);
    }

    [GeneratedRegex(@"^[A-Za-z][\w.:+/-]*$")]
    private static partial Regex MacroName();

    /// <summary>The line that begins the next field, or closes the entry.</summary>
    [GeneratedRegex(@"\n *(?:[A-Za-z][\w-]{1,40} *= *[{""\d]|[})] *(?:\n|$))")]
    private static partial Regex NextField();
}
