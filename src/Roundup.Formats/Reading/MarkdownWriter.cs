using System.Text;
using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Writes Markdown from what a walk over HTML meets: words in their dress, blocks around them.</summary>
internal sealed partial class MarkdownWriter
{
    private readonly StringBuilder _out = new();
    private readonly List<Words> _words = [];
    private readonly Stack<(string Tag, HtmlDress Dress, string? Url)> _open = new();
    private readonly Stack<(bool IsOrdered, int Next)> _lists = new();
    private readonly List<string> _row = [];
    private string _marker = "";
    private int _quotes;
    private int _cells;
    private int _bold;
    private int _italic;
    private int _rows;
    private bool _inItem;
    private bool _isHeaderRow;
    private int _pre;

    public override string ToString() => _out.ToString();

    public void Text(string data) => Add(_cells > 0 || _pre == 0 ? Blanks().Replace(data, " ") : data);

    public void Break()
    {
        if (_cells > 0) Add(TableCutter.BreakInCell.ToString());
        else if (_words.Count > 0 && _words[^1].IsBreak) EndBlock();
        else Add("\n");
    }

    public void Rule()
    {
        EndBlock();
        _out.Append("\n---\n\n");
    }

    public void Image(string? alt, string? source)
    {
        if (source is { Length: > 0 and < 2000 } && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) Add($"![{alt?.Trim()}]({source.Replace(" ", "%20")})");
        else if (!string.IsNullOrWhiteSpace(alt)) Add(alt);
    }

    public void Open(string tag, string? address, HtmlDress dress)
    {
        if (IsBlock(tag)) EndBlock();
        if (tag is ['h', >= '1' and <= '6']) _marker = new string('#', tag[1] - '0') + " ";
        else if (tag is "ul" or "ol") _lists.Push((tag == "ol", int.TryParse(address, out var start) ? start : 1));
        else if (tag == "li") Item();
        else if (tag == "blockquote") _quotes++;
        else if (tag is "td" or "th") OpenCell(tag);
        else if (tag == "table") _rows = 0;
        else if (tag == "pre") _pre++;
        if (dress.Bold is { } bold) _bold += bold ? 1 : -_bold;
        if (dress.Italic is true) _italic++;
        _open.Push((tag, dress, tag == "a" ? address : null));
    }

    public void Close(string tag)
    {
        if (_open.Count == 0) return;
        var (_, dress, _) = _open.Pop();
        if (dress.Bold is true) _bold = Math.Max(0, _bold - 1);
        if (dress.Italic is true) _italic = Math.Max(0, _italic - 1);
        if (tag is "td" or "th") EndCell();
        else if (tag == "tr") EndRow();
        else if (IsBlock(tag)) EndBlock();
        if (tag is "ul" or "ol" && _lists.Count > 0) _lists.Pop();
        else if (tag == "li") _inItem = false;
        else if (tag == "blockquote") _quotes--;
        else if (tag == "pre") _pre--;
        else if (tag == "table") _out.Append('\n');
    }

    /// <summary>Writes what was said since the last block.</summary>
    public void EndBlock()
    {
        if (_cells > 0)
        {
            if (_words.Count > 0 && _words[^1].Builder[^1] != TableCutter.BreakInCell) Add(TableCutter.BreakInCell.ToString());
            return;
        }

        var isHeading = _marker.StartsWith('#');
        var text = Dressed(plainBold: isHeading).Trim();
        if (text.Length == 0) return;
        var indent = _marker.Length == 0 && _inItem ? new string(' ', Math.Max(0, _lists.Count - 1) * 2 + 2) : "";
        if (isHeading) text = text.Replace('\n', ' ');
        var prefix = _quotes > 0 ? "> " : "";
        _out.Append(prefix).Append(indent).Append(_marker).Append(text.Replace("\n", "\n" + prefix + indent)).Append(_marker.Length > 0 && !isHeading ? "\n" : "\n\n");
        _marker = "";
    }

    private void Item()
    {
        var depth = Math.Max(0, _lists.Count - 1);
        var (ordered, next) = _lists.Count > 0 ? _lists.Pop() : (false, 1);
        _lists.Push((ordered, next + 1));
        _marker = new string(' ', depth * 2) + (ordered ? $"{next}. " : "- ");
        _inItem = true;
    }

    private void OpenCell(string tag)
    {
        _cells++;
        _isHeaderRow |= tag == "th";
    }

    private void EndCell()
    {
        _cells = Math.Max(0, _cells - 1);
        if (_cells > 0) return;
        _row.Add(Dressed(plainBold: false).Trim(' ', TableCutter.BreakInCell, '\n').Replace("|", "\\|").Replace('\n', ' '));
    }

    private void EndRow()
    {
        if (_row.Count == 0) return;
        if (_rows++ == 0) _out.Append('\n');
        _out.Append("| ").AppendJoin(" | ", _row).Append(" |\n");
        if (_rows == 1 && _isHeaderRow) _out.Append('|').Append(string.Concat(Enumerable.Repeat("---|", _row.Count))).Append('\n');
        _row.Clear();
        _isHeaderRow = false;
    }

    private void Add(string plain)
    {
        if (plain.Length == 0) return;
        var url = _open.FirstOrDefault(each => each.Url is not null).Url;
        var words = new Words(plain, _bold > 0, _italic > 0, url);
        if (_words.Count > 0 && _words[^1].IsDressedAs(words) && plain != "\n" && !_words[^1].IsBreak) _words[^1].Builder.Append(plain);
        else _words.Add(words);
    }

    private string Dressed(bool plainBold)
    {
        var text = new StringBuilder();
        foreach (var words in _words) words.Write(text, plainBold);
        _words.Clear();
        return DoubleBlanks().Replace(text.ToString(), " ").Replace(" \n", "\n").Replace("\n ", "\n");
    }

    private static bool IsBlock(string tag) => tag is "p" or "div" or "li" or "ul" or "ol" or "blockquote" or "pre" or "table" or "article" or "section" or "main" or "header" or "footer" or "nav"
        or "aside" or "figure" or "figcaption" or "dl" or "dt" or "dd" or "details" or "summary" or "address" or "form" or "button" or "body" or "center" or "tr" or ['h', >= '1' and <= '6'];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@" {2,}")]
    private static partial Regex DoubleBlanks();

    private sealed record Words(string First, bool Bold, bool Italic, string? Url)
    {
        public StringBuilder Builder { get; } = new(First);

        public bool IsBreak => First == "\n";

        public bool IsDressedAs(Words other) => Bold == other.Bold && Italic == other.Italic && Url == other.Url;

        public void Write(StringBuilder text, bool plainBold)
        {
            var plain = Builder.ToString();
            var core = plain.Trim();
            var mark = (Bold && !plainBold ? "**" : "") + (Italic ? "*" : "");
            var isLink = Url is { Length: > 0 } && !Url.StartsWith('#') && !Url.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
            if (core.Length == 0 || (mark.Length == 0 && !isLink))
            {
                text.Append(plain);
                return;
            }

            var from = plain.IndexOf(core, StringComparison.Ordinal);
            var inner = isLink && core != Url ? $"[{core.Replace('\n', ' ')}]({Url!.Replace(" ", "%20").Replace("(", "%28").Replace(")", "%29")})" : core;
            text.Append(plain, 0, from).Append(mark).Append(inner).Append(mark.Length == 3 ? "***" : mark).Append(plain, from + core.Length, plain.Length - from - core.Length);
        }
    }
}
