namespace Roundup.Sources;

public sealed partial class PaperText
{
    /// <summary>In characters. A dollar further away than this closes nothing.</summary>
    private const int LongestMaths = 1000;

    private int MathsLength() => _text[_at] switch
    {
        '$' => DollarLength(),
        '\\' when Peek(1) is '(' => DelimitedLength(@"\)"),
        '\\' when Peek(1) is '[' => DelimitedLength(@"\]"),
        _ => 0,
    };

    private int DelimitedLength(string close)
    {
        var span = _text.AsSpan(_at, Math.Min(4 * LongestMaths, _text.Length - _at));
        var end = span[2..].IndexOf(close);
        return end < 0 ? 0 : end + 4;
    }

    // Pandoc's rule: something other than a blank after the first dollar and before the last, and no digit behind it. "$5 and $6" is money.
    private int DollarLength()
    {
        var width = Peek(1) is '$' ? 2 : 1;
        if (char.IsWhiteSpace(Peek(width)) || Peek(width) is '\0') return 0;

        var last = Math.Min(_text.Length, _at + LongestMaths);
        for (var end = _at + width + 1; end < last; end++)
        {
            if (_text[end] is not '$' || _text[end - 1] is '\\') continue;
            if (width is 2) return end + 1 < _text.Length && _text[end + 1] is '$' ? end + 2 - _at : 0;
            if (!char.IsWhiteSpace(_text[end - 1]) && (end + 1 >= _text.Length || !char.IsAsciiDigit(_text[end + 1]))) return end + 1 - _at;
        }
        return 0;
    }
}
