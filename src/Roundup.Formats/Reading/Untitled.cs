namespace Roundup.Formats.Reading;

/// <summary>A roundup whose titles were lost in copying: abstracts and opinions, parted by the label of the opinions.</summary>
internal static class Untitled
{
    private const string NoTitle = "The title is missing here: the paste has none between the opinion above and this abstract.";
    private const string Guessed = "Taken for the abstract as it is the last paragraph before an opinion.";

    public static bool Are(Outline outline) => Places(outline).Length > 0;

    public static IReadOnlyList<Line> Lines(Outline outline, string? pageTitle)
    {
        var lines = new List<Line>();
        if (pageTitle is not null) lines.Add(new Line(pageTitle, LineRole.IssueTitle));
        var labels = Places(outline);
        for (var at = 0; at < labels[0] - 1; at++) Put(lines, outline.Blocks[at], outline.Blocks[at].Kind == BlockKind.Heading ? LineRole.Section : LineRole.Introduction);
        for (var index = 0; index < labels.Length; index++)
        {
            var label = labels[index];
            var start = Math.Max(0, label - 1);
            lines.Add(new Line("", LineRole.PaperTitle, NoTitle));
            if (start < label) Put(lines, outline.Blocks[start], LineRole.Abstract, Guessed);
            var isLast = index + 1 == labels.Length;
            var end = isLast ? ClosingStart(outline.Blocks, label + 2) : Math.Max(label + 1, labels[index + 1] - 1);
            Opinion(lines, outline.Blocks, label, end);
            for (var at = end; isLast && at < outline.Blocks.Count; at++)
                Put(lines, outline.Blocks[at], outline.Blocks[at].Kind == BlockKind.Heading ? LineRole.Section : LineRole.Closing, "Taken for closing words, as they follow the last opinion.");
        }

        return lines;
    }

    private static int[] Places(Outline outline) =>
        [.. Enumerable.Range(0, outline.Blocks.Count).Where(at => outline.IsLabel(at) && Labels.At(outline.Blocks[at].Inline)?.Kind == LabelKind.Opinion)];

    private static void Opinion(List<Line> lines, IReadOnlyList<Block> blocks, int label, int end)
    {
        var known = Labels.At(blocks[label].Inline)!;
        lines.Add(new Line(blocks[label].Text[..known.End].Trim(), LineRole.OpinionLabel));
        if (blocks[label].Text[known.End..].Trim() is { Length: > 0 } rest) lines.Add(new Line(rest, LineRole.Opinion, null, LineBreak.None));
        for (var at = label + 1; at < end; at++) Put(lines, blocks[at], LineRole.Opinion);
    }

    private static int ClosingStart(IReadOnlyList<Block> blocks, int from)
    {
        for (var at = from; at < blocks.Count; at++)
            if (blocks[at].Kind is BlockKind.Heading or BlockKind.Rule || PageWords.Close(blocks[at].Plain)) return at;
        return blocks.Count;
    }

    private static void Put(List<Line> lines, Block block, LineRole role, string? unsure = null)
    {
        if (block.Kind != BlockKind.Rule && block.Markdown.Trim().Length > 0) lines.Add(new Line(block.Markdown, role, unsure, block.Break));
    }
}
