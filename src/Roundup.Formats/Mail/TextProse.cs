using System.Globalization;
using System.Text;
using Roundup.Formats.Writing;
using Roundup.Model.Text;

namespace Roundup.Formats.Mail;

/// <summary>Stored HTML as lines of text: marks for emphasis, lists and quotes, numbers for links.</summary>
internal sealed class TextProse(TextLines page, string quote)
{
    /// <summary>In columns. What is nested deeper stands no further in.</summary>
    private const int DeepestIndent = 24;

    private readonly StringBuilder _words = new();
    private readonly Stack<string> _indents = new([quote]);
    private readonly Stack<int> _counts = new();
    private readonly Stack<(string Address, int Start)> _links = new();
    private string _mark = "";
    private string? _gap;
    private bool _isListing;

    public void Write(SafeHtml html)
    {
        foreach (var piece in HtmlPiece.Of(html))
        {
            if (piece.Tag is "") _words.Append(piece.Words);
            else if (piece.IsEnd) End(piece.Tag);
            else Begin(piece);
        }

        Flush();
        page.Gap();
    }

    private void Begin(HtmlPiece piece)
    {
        if (HtmlPiece.IsBlock(piece.Tag) && piece.Tag is not ("td" or "th")) Flush();
        switch (piece.Tag)
        {
            case "a": _links.Push((piece.Value, _words.Length)); break;
            case "blockquote": Indent("> "); break;
            case "ul": _counts.Push(-1); break;
            case "ol": _counts.Push(int.TryParse(piece.Value, out var start) ? start : 1); break;
            case "li": BeginItem(); break;
            case "pre": _isListing = true; break;
            case "hr": Line("* * *"); Gap(); break;
            default: _words.Append(Mark(piece.Tag)); break;
        }
    }

    private void End(string tag)
    {
        switch (tag)
        {
            case "a": EndLink(); break;
            case "td" or "th": _words.Append(" | "); break;
            case "h3" or "h4" or "h5" or "h6": EndHeading(); break;
            case "pre": EndListing(); break;
            case "blockquote" or "li": Flush(); Outdent(); break;
            case "ul" or "ol": Flush(); if (_counts.Count > 0) _counts.Pop(); if (_counts.Count == 0) Gap(); break;
            case "p" or "table": Flush(); Gap(); break;
            case "tr": Flush(); break;
            default: _words.Append(Mark(tag)); break;
        }
    }

    private string Mark(string tag) => _isListing ? "" : tag switch { "em" or "strong" => "*", "code" => "`", "del" => "~", _ => "" };

    private void BeginItem()
    {
        var count = _counts.Count > 0 ? _counts.Pop() : -1;
        _counts.Push(count < 0 ? -1 : count + 1);
        var mark = count < 0 ? "- " : FormattableString.Invariant($"{count}. ");
        _mark = Indent(new string(' ', mark.Length)) ? mark : "";
    }

    private void EndLink()
    {
        if (!_links.TryPop(out var link)) return;

        // An address that stands there in full needs no number.
        var shown = _words.ToString(Math.Min(link.Start, _words.Length), Math.Max(0, _words.Length - link.Start)).Trim();
        if (shown == link.Address || $"mailto:{shown}" == link.Address) return;
        if (page.Note(link.Address) is var number and > 0) _words.Append(CultureInfo.InvariantCulture, $" [{number}]");
    }

    private void EndHeading()
    {
        var length = Math.Min(60, Written.Line(_words.ToString()).Length);
        Flush();
        if (length > 0) Line(new string('-', length));
        Gap();
    }

    private void EndListing()
    {
        // The mark before it keeps the first line's own indent.
        LeaveGap();
        foreach (var line in Written.Text($"|{_words}")[1..].Split('\n')) page.Verbatim($"{Prefix}    {line}");
        _words.Clear();
        _isListing = false;
        Gap();
    }

    private void Flush()
    {
        if (_isListing) return;

        var line = Written.Line(_words.ToString()).TrimEnd('|', ' ');
        _words.Clear();
        _links.Clear();
        if (line is not "") Line(line);
    }

    private void Line(string line)
    {
        LeaveGap();
        var first = _mark is "" ? Prefix : Prefix[..^_mark.Length] + _mark;
        _mark = "";
        page.Wrap(line, first, Prefix);
    }

    private void Gap() => _gap = Prefix;

    // Between two paragraphs of a quote its mark goes on; before it and behind it the line is empty.
    private void LeaveGap()
    {
        if (_gap is not { } before) return;

        var shared = before.Length < Prefix.Length ? before : Prefix;
        if (shared.Trim() is "") page.Gap();
        else page.Verbatim(shared);
        _gap = null;
    }

    private string Prefix => string.Concat(_indents.Reverse());

    private bool Indent(string by)
    {
        var isShown = Prefix.Length < DeepestIndent;
        _indents.Push(isShown ? by : "");
        return isShown;
    }

    private void Outdent()
    {
        if (_indents.Count > 1) _indents.Pop();
        _mark = "";
    }
}
