using System.Net;
using System.Text;

namespace Roundup.Formats.Reading;

/// <summary>Finds links and emphasis in one pass over a paragraph.</summary>
internal sealed class InlineScanner(string text, int depth = 0)
{
    /// <summary>A label within a label within a label is hostile, not writing.</summary>
    private const int DeepestLabel = 3;
    private const int LongestLabel = 4000;

    private readonly List<Run> _runs = [];
    private readonly StringBuilder _plain = new();
    private readonly Emphasis _emphasis = new(text);
    private readonly Brackets _brackets = new(text);
    private int _runStart;
    private int _noCodeBeyond = int.MaxValue;

    public IReadOnlyList<Run> Scan()
    {
        var at = 0;
        while (at < text.Length) at = Step(at);
        Flush(text.Length);
        return _runs;
    }

    private int Step(int at)
    {
        switch (text[at])
        {
            case '\\' when at + 1 < text.Length && char.IsAscii(text[at + 1]) && (char.IsPunctuation(text[at + 1]) || char.IsSymbol(text[at + 1])):
                return Take(text[at + 1].ToString(), at + 2);
            case '`': return Code(at);
            case '*' or '_' when _emphasis.LengthAt(at) is > 0 and var marks: return Dress(at, marks);
            case '!' when at + 1 < text.Length && text[at + 1] == '[' && Link(at + 1) is { } image: return Add(at, image, isImage: true);
            case '[' when Link(at) is { } link: return Add(at, link, isImage: false);
            case '<' when Address.InAngles(text, at) is { } angled: return AddAddress(at, at + 1, angled);
            case '&': return Entity(at);
            case 'h' or 'H' when (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && Address.Bare(text, at) is { } end:
                return AddAddress(at, at, end);
            default:
                _plain.Append(text[at]);
                return at + 1;
        }
    }

    private int Take(string plain, int next)
    {
        _plain.Append(plain);
        return next;
    }

    private int Code(int at)
    {
        var ticks = 1;
        while (at + ticks < text.Length && text[at + ticks] == '`') ticks++;
        var close = at < _noCodeBeyond ? text.IndexOf(new string('`', ticks), at + ticks, StringComparison.Ordinal) : -1;
        if (close < 0)
        {
            _noCodeBeyond = Math.Min(_noCodeBeyond, at);
            return Take(text.Substring(at, ticks), at + ticks);
        }

        return Take(text[(at + ticks)..close], close + ticks);
    }

    private int Dress(int at, int marks)
    {
        Flush(at);
        _emphasis.Toggle(at);
        _runStart = at + marks;
        return at + marks;
    }

    private int Entity(int at)
    {
        var end = text.IndexOf(';', at, Math.Min(12, text.Length - at));
        if (end < 0) return Take("&", at + 1);
        var entity = text[at..(end + 1)];
        var decoded = WebUtility.HtmlDecode(entity);
        return decoded == entity ? Take("&", at + 1) : Take(decoded, end + 1);
    }

    private (int LabelEnd, int End, string Url)? Link(int bracket)
    {
        var close = _brackets.CloseOf(bracket);
        if (close < 0 || close + 1 >= text.Length || text[close + 1] != '(') return null;
        return Address.InParentheses(text, close + 1) is { } target ? (close, target.End, target.Url) : null;
    }

    private int Add(int at, (int LabelEnd, int End, string Url) link, bool isImage)
    {
        Flush(at);
        var from = at + (isImage ? 2 : 1);
        var (plain, bold, italic) = isImage ? ("", false, false) : Read(text[from..link.LabelEnd]);
        _runs.Add(new Run(at, link.End, plain, isImage ? null : link.Url, _emphasis.Bold || bold, _emphasis.Italic || italic));
        _runStart = link.End;
        return link.End;
    }

    private (string Plain, bool Bold, bool Italic) Read(string label)
    {
        if (depth >= DeepestLabel || label.Length > LongestLabel) return (label, false, false);
        var runs = new InlineScanner(label, depth + 1).Scan();
        var plain = string.Concat(runs.Select(run => run.Plain));
        return (plain, runs.Count > 0 && runs.All(run => run.Bold || run.IsBlank), runs.Count > 0 && runs.All(run => run.Italic || run.IsBlank));
    }

    private int AddAddress(int at, int from, int end)
    {
        Flush(at);
        var address = text[from..end];
        var next = from > at ? end + 1 : end;
        _runs.Add(new Run(at, next, address, Address.Clean(address), _emphasis.Bold, _emphasis.Italic, Label: false));
        _runStart = next;
        return next;
    }

    private void Flush(int end)
    {
        if (_plain.Length > 0) _runs.Add(new Run(_runStart, end, _plain.ToString(), null, _emphasis.Bold, _emphasis.Italic));
        _plain.Clear();
        _runStart = end;
    }
}
