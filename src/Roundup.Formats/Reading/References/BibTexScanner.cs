using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading.References;

/// <summary>A part of a value: text as written, or the name of a macro.</summary>
internal readonly record struct BibTexPart(string Text, bool IsMacro);

/// <summary>What was found at one @: an entry with fields, or the machinery of a .bib file (<c>@string</c>, <c>@preamble</c>, <c>@comment</c>).</summary>
internal sealed record BibTexPiece(int Start, int End, string Type, string Key, IReadOnlyList<(string Name, IReadOnlyList<BibTexPart> Value)> Fields)
{
    public bool IsMachinery => Type is "string" or "preamble" or "comment";

    /// <summary>Annotations in Java and rules in CSS begin with an @ as well.</summary>
    public bool IsReference => !IsMachinery && Fields.Any(each => each.Name is "title" or "author" or "editor" or "year" or "date" or "journal" or "booktitle" or "doi" or "url" or "eprint" or "howpublished" or "publisher" or "note");
}

/// <summary>
/// Finds the entries of BibTeX in any text (bibtex.org/Format; BibTeXing, O. Patashnik 1988), forgiving what people do to them: missing
/// commas, keys and closing braces, values without braces. Each character is read a fixed number of times, whatever is nested or left open.
/// </summary>
internal sealed partial class BibTexScanner
{
    private readonly string _text;
    private int _limit;
    private int _at;

    /// <summary>Braces did not match in this entry: from then on a value ends where the next line begins a field.</summary>
    private bool _goesByLines;

    /// <summary>A value of this entry does not end.</summary>
    private bool _isOpen;

    private BibTexScanner(string text) => _text = text;

    public static IReadOnlyList<BibTexPiece> Pieces(string text) => text.Contains('@') ? new BibTexScanner(text).Scan() : [];

    private List<BibTexPiece> Scan()
    {
        var pieces = new List<BibTexPiece>();
        var openings = Opening().Matches(_text).Where(opening => opening.Index is 0 || !char.IsLetterOrDigit(_text[opening.Index - 1])).ToArray();
        var limits = Limits(openings);
        for (var at = 0; at < openings.Length; at++)
        {
            var opening = openings[at];
            if (opening.Index < _at) continue;
            (_limit, _at, _goesByLines, _isOpen) = (limits[at], opening.Index + opening.Length, false, false);
            if (Piece(opening.Index, opening.Groups[1].Value.ToLowerInvariant(), _text[_at - 1] is '(' ? ')' : '}') is { } piece) pieces.Add(piece);
        }

        return pieces;
    }

    /// <summary>An entry may reach up to the next @ that begins a line; one that is open then loses only itself.</summary>
    private int[] Limits(Match[] openings)
    {
        var limits = new int[openings.Length];
        var next = _text.Length;
        for (var at = openings.Length - 1; at >= 0; at--)
        {
            limits[at] = next;
            if (BeginsLine(openings[at].Index)) next = openings[at].Index;
        }

        return limits;
    }

    private bool BeginsLine(int at)
    {
        while (at > 0 && _text[at - 1] is ' ') at--;
        return at is 0 || _text[at - 1] is '\n';
    }

    private BibTexPiece? Piece(int start, string type, char close)
    {
        if (type is "comment" or "preamble") return Machinery(start, type, close);
        var key = type is "string" ? "" : Key(close);
        if (key is null) return null;
        var fields = new List<(string, IReadOnlyList<BibTexPart>)>();
        var end = -1;
        while (end < 0)
        {
            SkipBlanks(commas: true);
            if (_at >= _limit) break;
            if (_text[_at] == close) end = ++_at;
            else if (FieldName() is not { } name || Value(close) is not { } value) break;
            else fields.Add((name, value));
        }

        // Only its closing brace is missing: the fields that are whole are kept, and what follows is not the entry's.
        if (end < 0 && fields.Count > 0) end = LastWhole;
        // What was searched for an end in vain is not searched again: many open values would take the square of their number.
        if (_isOpen) _at = _limit;
        else if (end >= 0) _at = end;
        return end < 0 ? null : new BibTexPiece(start, end, type, key, fields);
    }

    private int LastWhole { get; set; }

    private BibTexPiece? Machinery(int start, string type, char close)
    {
        var end = Balanced(_at, close);
        _at = end < 0 ? _limit : end;
        return end < 0 ? null : new BibTexPiece(start, end, type, "", []);
    }

    /// <summary>Up to the first comma; empty where the entry begins with a field at once, null where no entry begins here.</summary>
    private string? Key(char close)
    {
        var end = _at;
        while (end < _limit && end - _at < 300 && _text[end] is not (',' or '=' or '{' or '@' or '"' or '\n') && _text[end] != close) end++;
        if (end < _limit && _text[end] is '=') return "";
        if (end < _limit && _text[end] is '\n' && _text.AsSpan(_at, end - _at).IsWhiteSpace()) return "";
        if (end >= _limit || (_text[end] is not (',' or '\n') && _text[end] != close)) return null;
        var key = _text[_at..end].Trim();
        _at = end;
        return key;
    }

    private string? FieldName()
    {
        var match = Name().Match(_text, _at, Math.Min(_limit - _at, 200));
        if (!match.Success) return null;
        _at += match.Length;
        return match.Groups[1].Value.ToLowerInvariant();
    }

    private void SkipBlanks(bool commas = false)
    {
        while (_at < _limit && (char.IsWhiteSpace(_text[_at]) || (commas && _text[_at] is ','))) _at++;
    }

    [GeneratedRegex(@"@([A-Za-z]{1,40})[ \n]{0,3}[{(]")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G([A-Za-z][\w.:+/-]*)\s*=")]
    private static partial Regex Name();
}
