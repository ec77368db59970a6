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
        if (_undecided.Count > 0) Settle();
    }

    private BlockPart PartOf(int index)
    {
        var at = _places[index];
        var end = EndOf(index);
        var block = outline.Blocks[at];
        var isLinked = outline.Leads[at] is { Form: LeadForm.Link };
        if (Sections.AreFurniture(block.Plain)) return Undecided(at);
        if (IsOnlyOver(index, end)) return BlockPart.Section;
        if (IsFirst(index) && !(isLinked && outline.Leads[at]!.IsPaper)) return BlockPart.Section;
        if (isLinked) return BlockPart.Paper;
        if (HoldsPapers(at, end)) return BlockPart.Section;
        if (evidence.HasOpinion(at, end) || evidence.HasOther(Math.Min(at + 1, end), Math.Min(end, at + 5)) || outline.Leads[at] is { IsPaper: true }) return BlockPart.Paper;
        return Undecided(at);
    }

    private BlockPart Undecided(int at)
    {
        _undecided.Add(at);
        return BlockPart.Section;
    }

    /// <summary>The first words of a paste, when other headings follow, are its own title.</summary>
    private bool IsFirst(int index) => index == 0 && _places.Length > 1
        && (outline.Blocks[_places[0]].Level < _places.Skip(1).Min(at => outline.Blocks[at].Level) || EndOf(0) == _places[0] + 1);

    /// <summary>The one heading of a paste, over prose that speaks of several papers, is the paste's title.</summary>
    private bool IsOnlyOver(int index, int end) =>
        _places.Length == 1 && index == 0 && outline.Leads[_places[0]] is not { IsPaper: true } && !evidence.HasOpinion(_places[0], end) && evidence.PaperLinks(_places[0], end) > 1;

    private bool HoldsPapers(int at, int end)
    {
        var content = at + 1;
        while (content < end && (outline.Blocks[content].Kind == BlockKind.Rule || outline.Blocks[content].Plain.Length == 0) && outline.Blocks[content].Reference is null) content++;
        if (content == end) return false;
        var dressed = 0;
        var bare = 0;
        for (var inside = content; inside < end; inside++)
        {
            if (!outline.CouldBegin(inside)) continue;
            if (outline.Leads[inside]!.Form == LeadForm.Bare) bare++;
            else if (IsDressed(inside) && (inside == content || at == _places[0] || evidence.HasOwn(inside))) dressed++;
        }

        return (outline.CouldBegin(content) && outline.Leads[content]!.Form is not (LeadForm.Plain or LeadForm.Bare)) || bare > 1
            || (dressed > 1 && !evidence.HasOpinion(at, FirstDressed(content, end, at == _places[0])) && !evidence.HasOther(at + 1, content + 1));
    }

    private bool IsDressed(int at) => outline.CouldBegin(at) && outline.Leads[at]!.Form is not (LeadForm.Plain or LeadForm.Bare);

    private int FirstDressed(int from, int end, bool any)
    {
        while (from < end && !(IsDressed(from) && (any || evidence.HasOwn(from)))) from++;
        return from;
    }

    /// <summary>Headings that say nothing for themselves go with their neighbours: below a paper's they are its text, between papers papers.</summary>
    private void Settle()
    {
        var ofPapers = _places.Where(at => outline.Parts[at] == BlockPart.Paper).GroupBy(at => outline.Blocks[at].Level).ToDictionary(group => group.Key, group => (First: group.First(), Last: group.Last()));
        var numbered = _places.Where(at => NumberedPattern().IsMatch(outline.Blocks[at].Plain)).CountBy(at => outline.Blocks[at].Level).ToDictionary();
        var above = int.MaxValue;
        foreach (var place in _places)
        {
            var level = outline.Blocks[place].Level;
            if (_undecided.Contains(place)) Settle(place, above, ofPapers, numbered.GetValueOrDefault(level) > 1 && NumberedPattern().IsMatch(outline.Blocks[place].Plain));
            if (outline.Parts[place] == BlockPart.Paper) above = level;
            else if (level < above) above = int.MaxValue;
        }
    }

    private void Settle(int place, int above, Dictionary<int, (int First, int Last)> ofPapers, bool isNumbered)
    {
        var level = outline.Blocks[place].Level;
        if (above < level)
        {
            outline.Parts[place] = BlockPart.Content;
            return;
        }

        if (!ofPapers.TryGetValue(level, out var papers) || Sections.AreFurniture(outline.Blocks[place].Plain)) return;
        var hasContent = place + 1 < outline.Blocks.Count && outline.Blocks[place + 1].Kind != BlockKind.Heading;
        if (!isNumbered && !(hasContent && place > papers.First && place < papers.Last)) return;
        outline.Parts[place] = BlockPart.Paper;
        outline.Reasons[place] = "Taken for a paper as the headings around it are papers.";
    }

    private int EndOf(int index) => index + 1 < _places.Length ? _places[index + 1] : outline.Blocks.Count;

    [GeneratedRegex(@"^\W*\(?\d{1,3}[.):]")]
    private static partial Regex NumberedPattern();
}
