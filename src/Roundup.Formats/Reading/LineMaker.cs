namespace Roundup.Formats.Reading;

/// <summary>Turns an outline of blocks into lines with their roles, from first to last.</summary>
internal sealed class LineMaker
{
    private readonly Outline _outline;
    private readonly IReadOnlyList<Block> _blocks;
    private readonly EntryLines _entries;
    private readonly Edges _edges;

    private LineMaker(Outline outline, string? pageTitle)
    {
        _outline = outline;
        _blocks = outline.Blocks;
        _entries = new EntryLines();
        _edges = new Edges(outline, pageTitle);
    }

    public static IReadOnlyList<Line> Lines(Outline outline, string? pageTitle) => new LineMaker(outline, pageTitle).Make();

    private IReadOnlyList<Line> Make()
    {
        var lines = new List<Line>(_edges.TitleLine);
        for (var at = 0; at < _edges.FirstPaper; at++) lines.AddRange([.. _edges.Opening(at), .. _blocks[at].Details.Select(d => new Line(d.Markdown, LineRole.Detail, null, d.Break))]);
        for (var at = _edges.FirstPaper; at < _edges.ClosingFrom; at++) Add(at);
        _entries.End();
        lines.AddRange(_entries.Lines);
        for (var at = _edges.ClosingFrom; at < _blocks.Count; at++) lines.AddRange([.. _edges.Closing(at), .. _blocks[at].Details.Select(d => new Line(d.Markdown, LineRole.Closing, null, d.Break))]);
        return lines;
    }

    private void Add(int at)
    {
        var block = _blocks[at];
        switch (_outline.Parts[at])
        {
            case BlockPart.Paper when block.Kind == BlockKind.Row:
                _entries.BeginRow(block, _outline.Leads[at]!, _outline.Reasons[at]);
                break;
            case BlockPart.Paper when block.Reference is { } reference:
                _entries.BeginReference(block, reference, _outline.Reasons[at]);
                break;
            case BlockPart.Paper:
                _entries.Begin(block, _outline.Leads[at], _outline.Reasons[at]);
                break;
            case BlockPart.Section when _edges.HoldsPapers(at):
                _entries.Section(block);
                break;
            default:
                _entries.Content(block, _outline.IsLabel(at));
                break;
        }

        // What looks like a paper's title in somebody's words is none, and then nor are these.
        var isOfPaper = _outline.Parts[at] == BlockPart.Paper || (at > 0 && _outline.Parts[at - 1] == BlockPart.Paper);
        foreach (var detail in block.Details)
        {
            if (isOfPaper) _entries.Detail(detail);
            else _entries.Content(detail, isLabel: false);
        }
    }
}
