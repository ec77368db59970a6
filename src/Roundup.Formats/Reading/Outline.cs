namespace Roundup.Formats.Reading;

internal enum BlockPart
{
    Content,
    Section,
    Paper,
}

/// <summary>What each block of a paste is to the whole: the beginning of a paper, a heading over papers, or content.</summary>
internal sealed class Outline
{
    private readonly Style?[] _styles;
    private readonly Evidence _evidence;
    private readonly HashSet<Style> _accepted = [];

    public Outline(IReadOnlyList<Block> blocks, LeadFinder finder, PaperMarks marks)
    {
        Blocks = blocks;
        Leads = [.. blocks.Select(finder.Find)];
        Parts = new BlockPart[blocks.Count];
        Reasons = new string?[blocks.Count];
        _evidence = new Evidence(blocks, Leads, marks);
        _styles = [.. blocks.Select((block, at) => Leads[at] is { } lead && block.Source is null && !_evidence.IsRepeated(at) ? Style.Of(block, lead) : null)];
        if (IssueLine() is { } title) _styles[title] = null;
        if (Leads.Any(lead => lead is { Form: LeadForm.Named })) NameAll();
        AcceptStyles();
        new Headings(this, _evidence).Decide();
        BeginPapers();
        if (!_evidence.IsRoundup(this)) Forget();
        if (Papers == 0 && !Enumerable.Range(0, blocks.Count).Any(_evidence.OpensOpinion)) BeginMentions();
        BeginReferences(marks);
    }

    public IReadOnlyList<Block> Blocks { get; }

    public Lead?[] Leads { get; }

    public BlockPart[] Parts { get; }

    /// <summary>Why a block may not be what it was taken for; null for no doubt.</summary>
    public string?[] Reasons { get; }

    public int Papers => Parts.Count(part => part == BlockPart.Paper);

    /// <summary>Whether the block could begin a paper in one of the styles that this paste uses.</summary>
    public bool CouldBegin(int at) => Blocks[at].Reference is not null || _styles[at] is { } style && _accepted.Contains(style);

    public Style? StyleOf(int at) => _styles[at];

    public bool IsLabel(int at) => _evidence.IsLabel(at);

    /// <summary>Where titles are said to be titles, an address alone begins nothing.</summary>
    private void NameAll()
    {
        for (var at = 0; at < Blocks.Count; at++)
            if (Leads[at]?.Form is LeadForm.Bare or LeadForm.Plain) _styles[at] = null;
    }

    /// <summary>The first line of a paste, where it names a newsletter: no paper, however it looks.</summary>
    private int? IssueLine()
    {
        var first = Enumerable.Range(0, Blocks.Count).Where(at => Blocks[at].Kind != BlockKind.Rule && Blocks[at].Plain.Trim().Length > 0 && !PageWords.AreFurniture(Blocks[at].Plain)).Select(at => (int?)at).FirstOrDefault();
        return first is { } at && Blocks[at].Kind == BlockKind.Paragraph && Leads[at] is { IsPaper: false, Form: LeadForm.Bold or LeadForm.Plain } lead && PageWords.NameIssue(lead.Title) ? first : null;
    }

    private void AcceptStyles()
    {
        foreach (var group in Enumerable.Range(0, Blocks.Count).Where(at => _styles[at] is { IsHeading: false }).GroupBy(at => _styles[at]!))
        {
            var places = group.ToArray();
            var strong = 0;
            for (var at = 0; at < places.Length; at++)
            {
                var end = at + 1 < places.Length ? places[at + 1] : Blocks.Count;
                if (_evidence.IsStrong(places[at], end)) strong++;
            }

            if (strong > 0 && strong >= places.Length * group.Key.Share) _accepted.Add(group.Key);
        }
    }

    /// <summary>Within a section the first style that is met is the papers' style; a weaker one is content of theirs.</summary>
    private void BeginPapers()
    {
        Style? ruling = null;
        var underTitle = false;
        for (var at = 0; at < Blocks.Count; at++)
        {
            if (Blocks[at].Kind == BlockKind.Heading && !IsLabel(at))
            {
                underTitle = Parts[at] == BlockPart.Paper;
                ruling = null;
            }
            else if (!underTitle && IsInCapitals(at))
            {
                Parts[at] = BlockPart.Section;
            }
            else if (!underTitle && Blocks[at].Source is null && CouldBegin(at) && (ruling is null || ruling == _styles[at] || _styles[at]!.Rank > ruling.Rank) && !BelongsToNeighbour(at))
            {
                if (IsOverPapers(at))
                {
                    Parts[at] = BlockPart.Section;
                    continue;
                }

                ruling = _styles[at];
                Parts[at] = BlockPart.Paper;
                Reasons[at] = Doubt(at);
            }
        }
    }

    /// <summary>In plain text a line of capitals over a paper is a heading.</summary>
    private bool IsInCapitals(int at)
    {
        if (Blocks[at].Kind != BlockKind.Paragraph || Blocks[at].Text.Length > 60 || at + 1 >= Blocks.Count || !CouldBegin(at + 1) || Blocks[at + 1].Break != LineBreak.Paragraph) return false;
        var plain = Blocks[at].Plain;
        return plain.Count(char.IsUpper) > 2 && !plain.Any(char.IsLower) && !plain.Any(char.IsDigit) && Leads[at]?.Form is not (LeadForm.Link or LeadForm.Bare);
    }

    /// <summary>A bold or short line, or a list item with a list below it, directly over papers of another style.</summary>
    private bool IsOverPapers(int at)
    {
        if (Leads[at]!.Form is not (LeadForm.Bold or LeadForm.Plain) || Leads[at]!.IsPaper || at + 1 >= Blocks.Count || !CouldBegin(at + 1)) return false;
        var next = Leads[at + 1]!;
        return _styles[at + 1] != _styles[at] && !_evidence.HasOwn(at) && next.Form is not LeadForm.Plain && !(next.Form == LeadForm.Words && Blocks[at + 1].Kind == BlockKind.Paragraph) && (next.Form is not LeadForm.Bare || (at + 2 < Blocks.Count && Leads[at + 2]?.Form == LeadForm.Bare));
    }

    /// <summary>An address directly below a title is the title's, not a paper for itself.</summary>
    private bool BelongsToNeighbour(int at)
    {
        if (Leads[at]!.Form != LeadForm.Bare || at == 0 || Blocks[at].Break != LineBreak.Line || Blocks[at].Kind == BlockKind.Item) return false;
        return Parts[at - 1] == BlockPart.Paper && Leads[at - 1]?.Form != LeadForm.Bare;
    }

    /// <summary>Prose that only links its papers: each paragraph with one is a paper's.</summary>
    private void BeginMentions()
    {
        for (var at = 0; at < Blocks.Count; at++)
        {
            if (_evidence.PaperLink(at) is not { Label: true } link || link.Plain.Trim().Length < 3) continue;
            Leads[at] = new Lead(LeadForm.Link, 0, 0, link.Plain.Trim(), IsPaper: true) { Mention = Blocks[at].Text[link.Start..link.End] };
            Parts[at] = BlockPart.Paper;
            Reasons[at] = "The paper is only linked in a sentence: the linked words stand for its title.";
        }
    }

    /// <summary>An entry of a reference list is a paper, unless it is the entry of the paper that it stands below.</summary>
    private void BeginReferences(PaperMarks marks)
    {
        var above = -1;
        for (var at = 0; at < Blocks.Count; at++)
        {
            if (Blocks[at].Reference is { } reference && !(above >= 0 && marks.IsOf(reference, Leads[above], Blocks[above])))
            {
                Parts[at] = BlockPart.Paper;
                Reasons[at] = reference.IsUntitled ? "The entry has no title: its key stands here." : null;
            }

            if (Parts[at] == BlockPart.Paper) above = Blocks[at].Reference is null ? at : -1;
            else if (Parts[at] == BlockPart.Section) above = -1;
        }
    }

    private string? Doubt(int at)
    {
        var lead = Leads[at]!;
        if (Blocks[at].Kind == BlockKind.Row) return null;
        if (lead.Form == LeadForm.Bare) return "There is no title here: the address stands in its place.";
        var isDressed = lead.Form is LeadForm.Link or LeadForm.Bold or LeadForm.Words;
        if (lead.Form == LeadForm.Plain) return "Taken for a title as it is a short line over a longer text.";
        return isDressed && !lead.IsPaper && !_evidence.IsStrong(at, Math.Min(Blocks.Count, at + 6)) ? "Taken for a paper as it looks like the others; nothing in it names one." : null;
    }

    private void Forget()
    {
        for (var at = 0; at < Parts.Length; at++)
        {
            if (Parts[at] == BlockPart.Paper) Parts[at] = Blocks[at].Kind == BlockKind.Heading ? BlockPart.Section : BlockPart.Content;
            Reasons[at] = null;
        }
    }
}
