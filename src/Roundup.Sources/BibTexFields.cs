namespace Roundup.Sources;

/// <summary>Walks once through an entry of BibTeX and notes where its fields are. It reads no value: that is for whoever takes the entry in.</summary>
/// <param name="start">Where the @ stands.</param>
/// <param name="at">Behind the brace or bracket that opens the entry.</param>
internal sealed class BibTexFields(string text, int start, int at)
{
    private readonly List<(string, int, int)> _fields = [];
    private readonly char _close = text[at - 1] is '(' ? ')' : '}';
    private int _depth = 1;
    private int _name;
    private int _value = -1;
    private string _field = "";

    /// <summary>Null where no field was found.</summary>
    /// <param name="end">Behind the entry; for one that is never closed where the next begins, or the text ends.</param>
    public ReferenceEntry? Read(out int end)
    {
        _name = at;
        for (; at < text.Length && _depth > 0 && !NextBegins(); at++) Take(text[at]);
        end = at;
        // What no brace ends may be a whole page: only the fields that are whole are the entry's.
        var last = _depth is 0 ? at : _fields.Count > 0 ? _fields[^1].Item3 : start;
        return _fields.Count > 0 ? new(start, last, _fields) : null;
    }

    private void Take(char c)
    {
        if (c is '{') _depth++;
        else if (_depth is 1 ? c == _close : c is '}')
        {
            if (--_depth is 0) EndField();
        }
        else if (_depth is 1 && c is '=' && _value < 0) (_field, _value) = (text[_name..at].Trim().ToLowerInvariant(), at + 1);
        else if (_depth is 1 && c is ',')
        {
            EndField();
            _name = at + 1;
        }
    }

    private void EndField()
    {
        if (_value >= 0) _fields.Add((_field, _value, at));
        _value = -1;
    }

    private bool NextBegins() =>
        text[at] is '@' && at > start && text[at - 1] is '\n' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]);
}
