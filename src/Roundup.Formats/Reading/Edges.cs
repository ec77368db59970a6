namespace Roundup.Formats.Reading;

/// <summary>What stands around the papers: the issue's title, its introduction, its closing words.</summary>
internal sealed class Edges
{
    /// <summary>The rank of what is no heading: below them all.</summary>
    private const int NoHeading = 7;

    private readonly Outline _outline;
    private readonly IReadOnlyList<Block> _blocks;
    private readonly bool[] _holdsPapers;
    private readonly int _title;
    private readonly int _introduction;
    private readonly int _lastPaper;

    public Edges(Outline outline, string? pageTitle)
    {
        _outline = outline;
        _blocks = outline.Blocks;
        _holdsPapers = Holding();
        FirstPaper = Array.FindIndex(outline.Parts, part => part == BlockPart.Paper);
        _lastPaper = Array.FindLastIndex(outline.Parts, part => part == BlockPart.Paper);
        if (FirstPaper < 0) FirstPaper = _blocks.Count;
        ClosingFrom = _lastPaper < 0 ? _blocks.Count : ClosingStart();
        FirstPaper = SectionsOver(FirstPaper);
        (_title, var isPageTitle) = TitlePlace.Find(outline, FirstPaper, pageTitle);
        TitleLine = isPageTitle ? [new Line(pageTitle!, LineRole.IssueTitle)] : [];
        _introduction = Enumerable.Range(0, FirstPaper).LastOrDefault(at => _blocks[at].Kind == BlockKind.Heading && Sections.OpensIssue(_blocks[at].Plain), -1);
        if (_title >= 0 && FirstPaper <= _title) FirstPaper = _title + 1;
    }

    /// <summary>Where the papers begin, the headings directly over the first of them included.</summary>
    public int FirstPaper { get; }

    /// <summary>The first block that is said after the papers.</summary>
    public int ClosingFrom { get; }

    /// <summary>A title that stands in no block, as a page's own.</summary>
    public IReadOnlyList<Line> TitleLine { get; }

    /// <summary>Whether a paper follows before the next heading of the same rank.</summary>
    public bool HoldsPapers(int at) => _holdsPapers[at];

    public IEnumerable<Line> Opening(int at)
    {
        var block = _blocks[at];
        if (block.Source is { } source) return [new Line(source, LineRole.Reference, null, block.Break)];
        if (block.Kind == BlockKind.Rule || block.Markdown.Trim().Length == 0) return [];
        if (at == _title) return [new Line(block.Markdown, LineRole.IssueTitle)];
        if (block.Kind == BlockKind.Heading) return [new Line(block.Markdown, (Sections.AreFurniture(block.Plain) && _lastPaper >= 0) || HoldsPapers(at) ? LineRole.Section : LineRole.Introduction)];
        if (at < _title || at < _introduction || IsFurniture(block) || IsDetail(block) || PageWords.AreByline(block.Plain)) return [new Line(block.Markdown, LineRole.Aside, null, block.Break)];
        return [new Line(block.Markdown, LineRole.Introduction, null, block.Break)];
    }

    public IEnumerable<Line> Closing(int at)
    {
        var block = _blocks[at];
        if (block.Source is { } source) return [new Line(source, LineRole.Reference, null, block.Break)];
        if (block.Kind == BlockKind.Rule || block.Markdown.Trim().Length == 0) return [];
        if (block.Kind == BlockKind.Heading) return [new Line(block.Markdown, LineRole.Section)];
        var unsure = at == ClosingFrom ? "Taken for closing words by what they say; no heading sets them apart." : null;
        return [new Line(block.Markdown, IsFurniture(block) ? LineRole.Aside : LineRole.Closing, unsure, block.Break)];
    }

    private bool[] Holding()
    {
        var holds = new bool[_blocks.Count];
        var nextPaper = int.MaxValue;
        var nextOfRank = Enumerable.Repeat(int.MaxValue, NoHeading + 1).ToArray();
        for (var at = _blocks.Count - 1; at >= 0; at--)
        {
            var isUnder = nextPaper < _blocks.Count && (_blocks[nextPaper].Kind != BlockKind.Heading || _blocks[nextPaper].Level > RankOf(at) || RankOf(at) == NoHeading);
            holds[at] = isUnder && nextPaper < nextOfRank.AsSpan(0, RankOf(at) + 1).ToArray().Min();
            if (_outline.Parts[at] == BlockPart.Paper) nextPaper = at;
            if (_outline.Parts[at] == BlockPart.Section) nextOfRank[RankOf(at)] = at;
        }

        return holds;
    }

    private static bool IsFurniture(Block block) => block.Text.Length < 120 && block.Kind == BlockKind.Paragraph && PageWords.AreFurniture(block.Plain);

    /// <summary>A picture, or a name with its value: it stands around the introduction, not in it.</summary>
    private static bool IsDetail(Block block) => block.Text.Length < 200 && block.Kind == BlockKind.Paragraph && (block.Plain.Trim().Length == 0 || Labels.At(block.Inline)?.Kind is LabelKind.Detail or LabelKind.Links);

    private int RankOf(int at) => _blocks[at].Kind == BlockKind.Heading ? _blocks[at].Level : NoHeading;

    private int SectionsOver(int first)
    {
        while (first > 0 && (_outline.Parts[first - 1] == BlockPart.Section || _blocks[first - 1].Kind == BlockKind.Rule || _blocks[first - 1].Plain.Trim().Length == 0) && HoldsPapers(first - 1)) first--;
        return first;
    }

    private int ClosingStart()
    {
        for (var at = _lastPaper + 1; at < _blocks.Count; at++)
            if (_outline.Parts[at] == BlockPart.Section) return at;

        var start = _blocks.Count;
        for (var at = _blocks.Count - 1; at > _lastPaper; at--)
        {
            if (_blocks[at].Kind == BlockKind.Rule && start == at + 1) start = at;
            else if (_blocks[at].Kind is BlockKind.Paragraph && _blocks[at].Level == 0 && _blocks[at].Break == LineBreak.Paragraph && !_outline.IsLabel(at) && PageWords.Close(_blocks[at].Plain)) start = at;
            else if (IsFurniture(_blocks[at]) && start == at + 1) start = at;
            else if (start < _blocks.Count || at < _blocks.Count - 4) break;
        }

        return start;
    }
}
