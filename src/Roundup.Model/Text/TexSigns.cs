using System.Text;

namespace Roundup.Model.Text;

/// <summary>
/// Dashes and quotation marks as TeX types them, set as readers know them, for text that is shown: <c>a---b</c>, <c>1--2</c>, <c>``a''</c>. The text itself
/// stays as its source has it. Maths, code and addresses are left alone, and so are hyphens of another meaning: <c>--flag</c>, a ruler on a line.
/// </summary>
/// <remarks>One pass: linear in the text.</remarks>
public sealed class TexSigns
{
    private readonly string _text;
    private readonly StringBuilder _set;

    /// <summary>Behind the last sign that can close a quotation.</summary>
    private readonly int _lastClosing;

    private bool _isQuoting;
    private int _at;

    private TexSigns(string text)
    {
        (_text, _set) = (text, new StringBuilder(text.Length));
        _lastClosing = Math.Max(text.LastIndexOf("''", StringComparison.Ordinal), text.LastIndexOf('"'));
    }

    public static string Set(string text)
    {
        if (!text.Contains("--", StringComparison.Ordinal) && !text.Contains("``", StringComparison.Ordinal)) return text;

        var signs = new TexSigns(text);
        foreach (var maths in text.AsSpan().IndexOfAny('$', '\\') < 0 ? [] : MathsInText.Find(text))
        {
            signs.ReadTo(maths.Start);
            signs.Copy(maths.End - signs._at);
        }

        signs.ReadTo(text.Length);
        return signs._set.ToString();
    }

    private void ReadTo(int end)
    {
        while (_at < end)
        {
            var run = Run(end);
            switch (_text[_at])
            {
                case ':' when At(1) is '/' && At(2) is '/': Copy(NextBlank(end) - _at); break;
                case '-' when run is 2 or 3 && IsDash(run): Write(run is 2 ? '–' : '—', run); break;
                case '`' when run is 2 && !_isQuoting && _at < _lastClosing && !char.IsWhiteSpace(At(2)): _isQuoting = true; Write('“', 2); break;
                case '`' when run is 1: Copy(CodeLength(end)); break;
                case '\'' when run is 2 && _isQuoting: _isQuoting = false; Write('”', 2); break;
                case '"' when _isQuoting && !char.IsLetterOrDigit(At(1)): _isQuoting = false; Write('”', 1); break;
                default: Copy(run); break;
            }
        }
    }

    // Between two words, with a blank on both sides or on none; where something else stands, it is a flag, a ruler or a table.
    private bool IsDash(int run)
    {
        var (before, after) = (At(-1), At(run));
        var isLoose = before is ' ' && after is ' ';
        if (isLoose) (before, after) = (At(-2), At(run + 1));
        return IsWordEnd(before) && IsWordStart(after);
    }

    private static bool IsWordEnd(char c) => char.IsLetterOrDigit(c) || c is ')' or ']' or '.' or ',' or '%' or '$' or '"' or '\'' or '”' or '’' or Formula;

    private static bool IsWordStart(char c) => char.IsLetterOrDigit(c) || c is '(' or '[' or '$' or '\\' or '"' or '`' or '“' or '‘' or Formula;

    // As formulas stand among words while these are made HTML.
    private const char Formula = '\uFDD0';

    /// <summary>Of code between two backticks of a line; 1 where none closes.</summary>
    private int CodeLength(int end)
    {
        var length = _text.AsSpan(_at + 1, end - _at - 1).IndexOfAny('`', '\n');
        return length > 0 && At(length + 1) is '`' && At(length + 2) is not '`' ? length + 2 : 1;
    }

    private int Run(int end)
    {
        var at = _at + 1;
        while (at < end && _text[at] == _text[_at]) at++;
        return at - _at;
    }

    private int NextBlank(int end)
    {
        var at = _at;
        while (at < end && !char.IsWhiteSpace(_text[at])) at++;
        return at;
    }

    private char At(int offset) => _at + offset is var at && at >= 0 && at < _text.Length ? _text[at] : '\n';

    private void Copy(int length)
    {
        _set.Append(_text, _at, length);
        _at += length;
    }

    private void Write(char sign, int length)
    {
        _set.Append(sign);
        _at += length;
    }
}
