namespace Roundup.Formats.Reading;

/// <summary>What speaks for papers, block by block.</summary>
internal sealed class Evidence
{
    /// <summary>An address in a long paragraph is talked about; in a short one it is the paper's own.</summary>
    private const int ShortBlock = 300;

    private readonly IReadOnlyList<Block> _blocks;
    private readonly IReadOnlyList<Lead?> _leads;
    private readonly Label?[] _labels;
    private readonly int[] _opinions;
    private readonly int[] _others;
    private readonly HashSet<string> _repeated;

    public Evidence(IReadOnlyList<Block> blocks, IReadOnlyList<Lead?> leads, PaperMarks marks)
    {
        _blocks = blocks;
        _leads = leads;
        _labels = [.. blocks.Select(block => block.Kind == BlockKind.Rule || block.Text.Length == 0 ? null : HeadingLabel(block) ?? Labels.At(block.Inline))];
        _opinions = Running(at => _labels[at]?.Kind == LabelKind.Opinion || OpinionInside(blocks[at]));
        _others = Running(at => _labels[at]?.Kind is LabelKind.Abstract or LabelKind.Authors || blocks[at].Kind == BlockKind.Quote
            || (blocks[at].Kind != BlockKind.Rule && PointsAtPaper(blocks[at], marks) && blocks[at].Text.Length <= ShortBlock));
        _repeated = [.. blocks.Where(block => block.Kind != BlockKind.Rule && block.Text.Length < 80).GroupBy(block => block.Plain.Trim()).Where(group => group.Count() > 2 && !group.Any(block => block.Kind == BlockKind.Row)).Select(group => group.Key)];
    }

    public bool IsLabel(int at) => _blocks[at].Kind == BlockKind.Heading ? HeadingLabel(_blocks[at]) is not null || IsRepeated(at) : _labels[at] is not null;

    public Label? LabelOf(int at) => _labels[at];

    /// <summary>A line that comes again and again is a label, whatever it says.</summary>
    public bool IsRepeated(int at) => _blocks[at].Kind != BlockKind.Rule && _blocks[at].Text.Length < 80 && _repeated.Contains(_blocks[at].Plain.Trim());

    public bool HasOpinion(int from, int to) => _opinions[to] > _opinions[from];

    public bool HasOther(int from, int to) => _others[to] > _others[from];

    /// <summary>Whether the block itself says that it is a paper: by its address, or by its authors.</summary>
    public bool HasOwn(int at) => _leads[at] is { } lead && (lead.IsPaper || RestLines.BeginsWithPeople(_blocks[at], lead));

    /// <summary>Whether a title at that place has a paper's things about it, up to the next title.</summary>
    public bool IsStrong(int at, int end)
    {
        if (HasOwn(at)) return true;
        var next = at + 1;
        while (next < end && _blocks[next].Kind != BlockKind.Heading) next++;
        var near = Math.Min(next, at + 4);
        return HasOpinion(at, next) || HasOther(at + 1 > near ? near : at + 1, near) || (_leads[at]!.Form == LeadForm.Bold && HasLink(at, next));
    }

    /// <summary>Whether what was found is a roundup of papers at all, and not of packages, jobs and posts.</summary>
    public bool IsRoundup(Outline outline)
    {
        var papers = Enumerable.Range(0, _blocks.Count).Where(at => outline.Parts[at] == BlockPart.Paper).ToArray();
        var strong = papers.Where((at, index) => IsStrong(at, index + 1 < papers.Length ? papers[index + 1] : _blocks.Count)).Count();
        return strong > 0 && strong >= papers.Length * 0.1;
    }

    private bool HasLink(int from, int to)
    {
        for (var at = from; at < Math.Min(to, from + 3); at++)
            if (_blocks[at].Kind is not BlockKind.Rule && PaperLinkIn(at)) return true;
        return false;
    }

    private bool PaperLinkIn(int at) => _blocks[at].Inline.Links.Any(link => _paperLinks.TryGetValue(link.Url!, out var known) && known);

    private readonly Dictionary<string, bool> _paperLinks = [];

    private bool PointsAtPaper(Block block, PaperMarks marks)
    {
        var found = false;
        foreach (var link in block.Inline.Links)
        {
            var isPaper = marks.IsPaper(link.Url);
            _paperLinks[link.Url!] = isPaper;
            found |= isPaper;
        }

        return found || PaperMarks.Ids(block.Text).Any();
    }

    private static Label? HeadingLabel(Block block) =>
        block.Kind == BlockKind.Heading && block.Text.Length < 80 && !Sections.AreFurniture(block.Plain) && Labels.Known(block.Plain) is { } known && known.Kind is not LabelKind.Links
            ? new Label(known.Kind, 0, block.Text.Length, known.Author) : null;

    private static bool OpinionInside(Block block) => block.Kind == BlockKind.Row
        ? block.Columns.Any(column => Labels.Known(column)?.Kind == LabelKind.Opinion)
        : LabelsInside.Find(block.Inline).Any(label => label.Kind == LabelKind.Opinion);

    private int[] Running(Func<int, bool> holds)
    {
        var sums = new int[_blocks.Count + 1];
        for (var at = 0; at < _blocks.Count; at++) sums[at + 1] = sums[at] + (holds(at) ? 1 : 0);
        return sums;
    }
}
