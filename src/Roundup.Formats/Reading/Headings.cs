using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Tells the headings that are papers' titles from those that stand over papers.</summary>
internal sealed partial class Headings(Outline outline, Evidence evidence)
{
    private readonly int[] _places = [.. Enumerable.Range(0, outline.Blocks.Count).Where(at => outline.Blocks[at].Kind == BlockKind.Heading && !outline.IsLabel(at))];
    private readonly HashSet<int> _undecided = [];

    public void Decide()
    {
        for (var index = 0; index < _places.Length; index++)
            outline.Parts[_places[index]] = PartOf(index);
        foreach (var place in _undecided) Settle(place);
    }

    private BlockPart PartOf(int index)
    {
        var at = _places[index];
        var end = EndOf(index);
        var block = outline.Blocks[at];
        var isLinked = outline.Leads[at] is { Form: LeadForm.Link };
        if (Sections.AreFurniture(block.Plain)) return BlockPart.Section;
        if (IsFirst(index) && !(isLinked && outline.Leads[at]!.IsPaper)) return BlockPart.Section;
        if (isLinked) return BlockPart.Paper;
        if (HoldsPapers(at, end)) return BlockPart.Section;
        if (evidence.HasOpinion(at, end) || evidence.HasOther(Math.Min(at + 1, end), Math.Min(end, at + 5)) || outline.Leads[at] is { IsPaper: true }) return BlockPart.Paper;
        _undecided.Add(at);
        return BlockPart.Section;
    }

    /// <summary>The first words of a paste, when other headings follow, are its own title.</summary>
    private bool IsFirst(int index) => index == 0 && _places.Length > 1
        && (outline.Blocks[_places[0]].Level < _places.Skip(1).Min(at => outline.Blocks[at].Level) || EndOf(0) == _places[0] + 1);

    private bool HoldsPapers(int at, int end)
    {
        var content = at + 1;
        while (content < end && (outline.Blocks[content].Kind == BlockKind.Rule || outline.Blocks[content].Plain.Length == 0)) content++;
        if (content == end) return false;
        var dressed = 0;
        var bare = 0;
        for (var inside = content; inside < end; inside++)
        {
            if (!outline.CouldBegin(inside)) continue;
            if (outline.Leads[inside]!.Form == LeadForm.Bare) bare++;
            else if (outline.Leads[inside]!.Form != LeadForm.Plain && (inside == content || evidence.HasOwn(inside))) dressed++;
        }

        return (outline.CouldBegin(content) && outline.Leads[content]!.Form is not (LeadForm.Plain or LeadForm.Bare)) || bare > 1
            || (dressed > 1 && !evidence.HasOpinion(at, FirstDressed(content, end)) && !evidence.HasOther(at + 1, content + 1));
    }

    private int FirstDressed(int from, int end)
    {
        while (from < end && !(outline.CouldBegin(from) && evidence.HasOwn(from))) from++;
        return from;
    }

    /// <summary>A heading that says nothing for itself goes with its neighbours of the same level.</summary>
    private void Settle(int place)
    {
        var block = outline.Blocks[place];
        var above = _places.LastOrDefault(at => at < place && outline.Parts[at] == BlockPart.Paper, -1);
        if (above >= 0 && outline.Blocks[above].Level < block.Level && _places.Where(at => at > above && at < place).All(at => outline.Blocks[at].Level >= block.Level))
        {
            outline.Parts[place] = BlockPart.Content;
            return;
        }

        var hasContent = place + 1 < outline.Blocks.Count && outline.Blocks[place + 1].Kind != BlockKind.Heading;
        var between = _places.Any(at => at < place && IsPaperOf(at, block.Level)) && _places.Any(at => at > place && IsPaperOf(at, block.Level));
        var numbered = NumberedPattern().IsMatch(block.Plain) && _places.Count(at => outline.Blocks[at].Level == block.Level && NumberedPattern().IsMatch(outline.Blocks[at].Plain)) > 1;
        if (!(hasContent && between) && !(numbered && _places.Any(at => IsPaperOf(at, block.Level)))) return;
        outline.Parts[place] = BlockPart.Paper;
        outline.Reasons[place] = "Taken for a paper as the headings around it are papers.";
    }

    private bool IsPaperOf(int at, int level) => outline.Parts[at] == BlockPart.Paper && outline.Blocks[at].Level == level;

    private int EndOf(int index) => index + 1 < _places.Length ? _places[index + 1] : outline.Blocks.Count;

    [GeneratedRegex(@"^\W*\(?\d{1,3}[.):]")]
    private static partial Regex NumberedPattern();
}
