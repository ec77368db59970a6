namespace Roundup.Formats.Reading;

/// <summary>
/// Which stars and underscores of a paragraph are marks, by CommonMark's rule of flanks, paired in one pass: a mark without
/// its partner is a character like any other, so that "A* search" keeps its star.
/// </summary>
internal sealed class Emphasis
{
    private readonly Dictionary<int, int> _marks = [];
    private readonly string _text;
    private int _bold;
    private int _italic;

    public Emphasis(string text)
    {
        _text = text;
        var open = new Dictionary<(char, int), Stack<int>>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] is '*' or '_') at = Pair(at, open) - 1;
        }
    }

    public bool Bold => _bold > 0;

    public bool Italic => _italic > 0;

    /// <summary>How many characters the mark at that place has; 0 where there is none.</summary>
    public int LengthAt(int at) => Math.Abs(_marks.GetValueOrDefault(at));

    /// <summary>Passes the mark at that place: what follows is dressed differently.</summary>
    public void Toggle(int at)
    {
        var marks = _marks[at];
        var step = Math.Sign(marks);
        var length = Math.Abs(marks);
        if (length != 1) _bold += step;
        if (length is 1 or 3) _italic += step;
    }

    private int Pair(int at, Dictionary<(char, int), Stack<int>> open)
    {
        var mark = _text[at];
        var end = at;
        while (end < _text.Length && _text[end] == mark) end++;
        var length = end - at;
        var key = (mark, Math.Min(length, 4));
        if (!open.TryGetValue(key, out var waiting)) open[key] = waiting = new Stack<int>();
        var (opens, closes) = Flanks(mark, at, end);
        if (closes && waiting.TryPop(out var start))
        {
            _marks[start] = length;
            _marks[at] = -length;
        }
        else if (opens)
        {
            waiting.Push(at);
        }

        return end;
    }

    private (bool Opens, bool Closes) Flanks(char mark, int start, int end)
    {
        var before = start == 0 ? ' ' : _text[start - 1];
        var after = end == _text.Length ? ' ' : _text[end];
        var left = !char.IsWhiteSpace(after) && (!IsMark(after) || char.IsWhiteSpace(before) || IsMark(before));
        var right = !char.IsWhiteSpace(before) && (!IsMark(before) || char.IsWhiteSpace(after) || IsMark(after));
        return mark == '*' ? (left, right) : (left && (!right || IsMark(before)), right && (!left || IsMark(after)));
    }

    private static bool IsMark(char character) => char.IsPunctuation(character) || char.IsSymbol(character);
}
