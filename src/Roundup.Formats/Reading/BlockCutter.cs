using System.Text.RegularExpressions;
using Roundup.Formats.Reading.References;

namespace Roundup.Formats.Reading;

/// <summary>Cuts Markdown or plain text into blocks, line by line. Nothing but white space and rulers is left out.</summary>
internal sealed partial class BlockCutter
{
    private readonly string[] _lines;
    private readonly List<Block> _blocks = [];
    private readonly List<string> _paragraph = [];
    private bool _afterBlank = true;
    private int _itemDepth = -1;

    private readonly IReadOnlyList<string> _sources;

    private BlockCutter(string markdown, IReadOnlyList<string> sources) => (_lines, _sources) = (markdown.Split('\n'), sources);

    /// <param name="sources">The entries that marks in the text stand for.</param>
    public static IReadOnlyList<Block> Cut(string markdown, IReadOnlyList<string> sources)
    {
        var cutter = new BlockCutter(markdown, sources);
        for (var at = 0; at < cutter._lines.Length;) at = cutter.Take(at);
        cutter.EndParagraph();
        return cutter._blocks;
    }

    private int Take(int at)
    {
        var line = _lines[at].TrimEnd();
        var trimmed = line.TrimStart();
        if (trimmed.Length == 0) return Blank(at);
        if (ReferenceCutter.Mark(line) is { } entry && entry < _sources.Count) return Put(at, new Block(BlockKind.Reference, "") { Source = _sources[entry] });
        if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal)) return Fence(at, trimmed[..3]);
        if (trimmed[0] == '#' && HeadingLevel(trimmed) is > 0 and var level) return Heading(at, trimmed, level);
        if (IsUnderlined(at)) return Underlined(at, trimmed);
        if (RulePattern().IsMatch(trimmed)) return Put(at, new Block(BlockKind.Rule, "", trimmed));
        if (trimmed[0] == '|' && trimmed.AsSpan(1).Contains('|')) return Table(at);
        if (trimmed[0] == '>') return Quote(at);
        if (ItemPattern().Match(line) is { Success: true } item) return Item(item, at);
        return Prose(line, trimmed, at);
    }

    private int Blank(int at)
    {
        EndParagraph();
        _afterBlank = true;
        return at + 1;
    }

    private int Put(int at, Block block)
    {
        EndParagraph();
        _blocks.Add(block with { Break = _afterBlank || block.Kind is not BlockKind.Paragraph and not BlockKind.Item ? LineBreak.Paragraph : LineBreak.Line });
        _afterBlank = false;
        if (block.Kind is BlockKind.Heading or BlockKind.Rule or BlockKind.Row or BlockKind.Reference) _itemDepth = -1;
        return at + 1;
    }

    private int Heading(int at, string line, int level)
    {
        var text = line[level..].Trim();
        var end = text.TrimEnd('#');
        if (end.Length < text.Length && end.Length > 0 && end[^1] is ' ') text = end.TrimEnd();
        return Put(at, new Block(BlockKind.Heading, text, line[..level] + " ", level));
    }

    private static int HeadingLevel(string line)
    {
        var level = 0;
        while (level < line.Length && line[level] == '#') level++;
        return level <= 6 && level < line.Length && line[level] == ' ' ? level : 0;
    }

    private bool IsUnderlined(int at) =>
        _paragraph.Count == 0 && _itemDepth < 0 && at + 1 < _lines.Length && _lines[at].Length < 250
        && !_lines[at].TrimStart().StartsWith('|') && !ItemPattern().IsMatch(_lines[at]) && UnderlinePattern().IsMatch(_lines[at + 1]);

    private int Underlined(int at, string text)
    {
        var level = _lines[at + 1].TrimStart()[0] == '=' ? 1 : 2;
        return Put(at, new Block(BlockKind.Heading, text, new string('#', level) + " ", level)) + 1;
    }

    private int Fence(int at, string marks)
    {
        var end = at + 1;
        while (end < _lines.Length && !_lines[end].TrimStart().StartsWith(marks, StringComparison.Ordinal)) end++;
        if (end == _lines.Length) return Prose(_lines[at].TrimEnd(), _lines[at].Trim(), at);
        return Put(end, new Block(BlockKind.Code, string.Join('\n', _lines[at..(end + 1)])));
    }

    private int Quote(int at)
    {
        EndParagraph();
        var inside = new List<string>();
        for (; at <= _lines.Length; at++)
        {
            var line = at < _lines.Length ? _lines[at].Trim() : "";
            var text = line.StartsWith('>') ? line.TrimStart('>', ' ') : line;
            var ends = line.Length == 0 || (!line.StartsWith('>') && (inside.Count == 0 || line[0] is '#' or '|' || ItemPattern().IsMatch(line)));
            if ((ends || text.Length == 0) && inside.Count > 0)
            {
                Put(at, new Block(BlockKind.Quote, string.Join('\n', inside)));
                _afterBlank = true;
                inside.Clear();
            }

            if (ends) return at;
            if (text.Length > 0) inside.Add(text);
        }

        return at;
    }

    private int Item(Match item, int at)
    {
        EndParagraph();
        var depth = item.Groups[1].Length / 2;
        Put(at, new Block(BlockKind.Item, item.Groups[3].Value.Trim(), item.Groups[1].Value + item.Groups[2].Value + " ", depth));
        _itemDepth = depth;
        return at + 1;
    }

    private int Prose(string line, string trimmed, int at)
    {
        var indent = line.Length - line.TrimStart().Length;
        if (_itemDepth >= 0 && _paragraph.Count == 0)
        {
            if (!_afterBlank && Continues(_lines[at - 1], trimmed))
            {
                _blocks[^1] = _blocks[^1] with { Text = _blocks[^1].Text + "\n" + trimmed };
                return at + 1;
            }

            if (indent == 0 && _afterBlank) _itemDepth = -1;
        }

        _paragraph.Add(trimmed);
        return at + 1;
    }

    private int Table(int at)
    {
        EndParagraph();
        var (rows, next) = TableCutter.Cut(_lines, at);
        foreach (var row in rows) Put(at, row);
        _afterBlank = true;
        return next;
    }

    private void EndParagraph()
    {
        if (_paragraph.Count == 0) return;
        var lines = _paragraph.ToArray();
        _paragraph.Clear();
        var inList = _itemDepth >= 0;
        foreach (var (text, isFirst) in PhysicalLines.Split(lines))
        {
            var gap = isFirst && _afterBlank ? LineBreak.Paragraph : LineBreak.Line;
            _blocks.Add(new Block(BlockKind.Paragraph, text, inList ? "  " : "", inList ? _itemDepth + 1 : 0, gap));
        }

        _afterBlank = false;
    }

    /// <summary>Whether a line below an item's line is its wrapped end, and not a thing for itself.</summary>
    private static bool Continues(string above, string line) =>
        !PhysicalLines.StandsAlone(line) && !Names.AreAll(line)
        && (char.IsLower(line[0]) || above.TrimEnd().EndsWith(',') || (above.Length is >= 70 and <= 120 && !above.Contains("](http", StringComparison.Ordinal)));

    [GeneratedRegex(@"^\s*(=+|-{3,})\s*$")]
    private static partial Regex UnderlinePattern();

    [GeneratedRegex(@"^(([-*_=—–~•·⁂])\s*)(\2\s*){2,}$|^⁂$|^#{7,}$")]
    private static partial Regex RulePattern();

    [GeneratedRegex(@"^(\s*)([-*+•●▪◦‣·–◆■]|\d{1,3}[.)]|\(\d{1,3}\)|\[\d{1,3}\](?!\())\s+(\S.*)$")]
    private static partial Regex ItemPattern();
}
