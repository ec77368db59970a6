using System.Buffers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Roundup.Formats;

/// <summary>
/// Keeps parsing in a bounded time. Markdig needs more than linear time for text like <c>[a](b[a](b…</c> (a minute for 60 KB),
/// so its parsers ask here before they look inside a paragraph, and a tangled one is shown as it is written.
/// </summary>
internal static class Tangle
{
    // Each is far above what people write, and low enough that the worst known text of 200,000 characters is done in time.
    private const int MaxMarksInAll = 60_000;
    private const int MaxMarks = 1_000;
    private const int MaxStars = 400;
    private const int MaxPipes = 4_000;
    private const int MaxDefinitions = 500;
    private const int MaxUnderlines = 1_000;
    private const int MaxMarkers = 60;
    private const int MaxLinesByDepth = 600_000;
    private const int MaxNodes = 20_000;
    private const int MaxDepth = 100;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[]()<>!`&\\\"");
    private static readonly SearchValues<char> Stars = SearchValues.Create("*_~");

    /// <summary>
    /// Whether the lines of a text hold more quotes and lists within one another than anyone can read, or more headings and
    /// definitions than Markdig finds its way through. One pass, without parsing: it may take a strange text for a tangled one.
    /// </summary>
    internal static bool IsTooTangled(ReadOnlySpan<char> text)
    {
        if (Count(Marks, text) + Count(Stars, text) > MaxMarksInAll) return true;
        var (lines, deepest, underlines, definitions) = (0, 0, 0, 0);
        while (!text.IsEmpty)
        {
            var line = NextLine(ref text);
            lines++;
            var (markers, depth, content) = Nesting(line);
            deepest = Math.Max(deepest, depth);
            var rest = line[content..];
            if (rest.IsEmpty) definitions = 0;
            else if (rest.TrimStart() is ['[', ..]) definitions++;
            if (!line.IsEmpty && line.Trim("=-> \t").IsEmpty) underlines++;
            if (markers > MaxMarkers || definitions > MaxDefinitions || underlines > MaxUnderlines) return true;
        }

        return (long)lines * deepest > MaxLinesByDepth;
    }

    // Markdig's lines: a form feed or U+2028 ends none, as it does for EnumerateLines.
    private static ReadOnlySpan<char> NextLine(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\r', '\n');
        if (end < 0) end = text.Length;
        var line = text[..end];
        text = text[Math.Min(text.Length, end + (text[end..] is ['\r', '\n', ..] ? 2 : 1))..];
        return line;
    }

    /// <summary>
    /// The markers of quotes and lists that a line begins with, how deep in lists its indentation may place it besides, and where
    /// its content begins.
    /// </summary>
    private static (int Markers, int Depth, int Content) Nesting(ReadOnlySpan<char> line)
    {
        var (markers, columns, at) = (0, 0, 0);
        for (; at < line.Length; at++)
        {
            var ends = at + 1 == line.Length || line[at + 1] is ' ' or '\t';
            if (line[at] is ' ') columns++;
            else if (line[at] is '\t') columns += 4;
            else if (line[at] is '>' || (line[at] is '-' or '+' or '*' or '.' or ')' && ends)) markers++;
            else if (!char.IsAsciiDigit(line[at])) break;
        }

        return (markers, markers + (columns / 2), at);
    }

    /// <summary>Whether there are more elements in a text, or more within one another, than a page can bear.</summary>
    internal static bool IsTooLarge(MarkdownDocument document)
    {
        var nodes = 0;
        var open = new Stack<(MarkdownObject Node, int Depth)>([(document, 0)]);
        while (open.TryPop(out var next))
        {
            if (++nodes > MaxNodes || next.Depth > MaxDepth) return true;
            foreach (var child in Children(next.Node)) open.Push((child, next.Depth + 1));
        }

        return false;
    }

    /// <summary>Takes a tangled paragraph or heading out of Markdig's hands: it keeps its text and becomes one piece of it.</summary>
    /// <returns>True: the block stays.</returns>
    internal static bool Guard(Block block)
    {
        if (block is not LeafBlock leaf) return true;
        var (marks, stars, pipes) = (0, 0, 0);
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var line = leaf.Lines.Lines[i].Slice.AsSpan();
            marks += Count(Marks, line);
            stars += Count(Stars, line);
            pipes += line.Count('|');
        }

        if (marks <= MaxMarks && stars <= MaxStars && pipes <= MaxPipes) return true;

        leaf.ProcessInlines = false;
        leaf.Inline = new ContainerInline();
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            if (i > 0) leaf.Inline.AppendChild(new LineBreakInline());
            leaf.Inline.AppendChild(new LiteralInline(leaf.Lines.Lines[i].Slice));
        }

        return true;
    }

    private static int Count(SearchValues<char> marks, ReadOnlySpan<char> line)
    {
        var count = 0;
        while (line.IndexOfAny(marks) is var at and >= 0)
        {
            count++;
            line = line[(at + 1)..];
        }

        return count;
    }

    private static IEnumerable<MarkdownObject> Children(MarkdownObject node) => node switch
    {
        ContainerBlock blocks => blocks,
        LeafBlock { Inline: { } inline } => [inline],
        ContainerInline inlines => inlines,
        _ => [],
    };
}
