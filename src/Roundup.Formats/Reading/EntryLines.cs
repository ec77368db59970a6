namespace Roundup.Formats.Reading;

/// <summary>The lines of the papers, made block by block: each knows what the lines before it said.</summary>
internal sealed class EntryLines
{
    private enum Mode
    {
        Start,
        Abstract,
        Quoted,
        Opinion,
        Text,
    }

    private const string Unlabelled = "Words of your own under a quoted abstract: taken for the opinion, though nothing says so.";

    private readonly List<Line> _lines = [];
    private readonly List<Pending> _pending = [];
    private Mode _mode = Mode.Text;
    private bool _fresh;

    public IReadOnlyList<Line> Lines => _lines;

    public void Section(Block block)
    {
        End();
        _lines.Add(new Line(block.Markdown, LineRole.Section, null, block.Break));
        _mode = Mode.Text;
    }

    public void Begin(Block block, Lead? lead, string? doubt)
    {
        End();
        Start();
        var (start, end) = lead is null ? (0, block.Text.Length) : (lead.Start, lead.End);
        Title(block.Text, start, end, block.Marker, block.Break, doubt);
        foreach (var line in RestLines.Split(block.Text[end..])) Rest(line);
    }

    /// <summary>A row: the title's cell first, then each cell by the name of its column.</summary>
    public void BeginRow(Block row, Lead lead, string? doubt)
    {
        End();
        Start();
        var cell = row.Cells[lead.Cell];
        Title(cell, lead.Start, lead.End, "", LineBreak.Paragraph, doubt);
        foreach (var line in RestLines.Split(cell[lead.End..])) Rest(line with { Role = line.Role });
        for (var at = 0; at < row.Cells.Count; at++)
        {
            if (at == lead.Cell || row.Cells[at].Length == 0 || (RowReader.IsNumber(row.Cells[at]) && RowReader.RoleOf(row, at) is null && RowReader.Name(row, at).Length < 4)) continue;
            Cell(row.Cells[at], RowReader.RoleOf(row, at), RowReader.Name(row, at));
        }
    }

    public void Content(Block block, bool isLabel)
    {
        if (block.Kind == BlockKind.Rule || block.Markdown.Trim().Length == 0) return;
        if (block.Kind == BlockKind.Quote && _mode is Mode.Start or Mode.Quoted && Labels.At(block.Inline)?.Kind != LabelKind.Opinion) Quote(block);
        else if (block.Kind == BlockKind.Heading && !isLabel) Put(block.Markdown, _mode == Mode.Opinion ? LineRole.Opinion : LineRole.Text, block.Break);
        else if (block.Kind is BlockKind.Code or BlockKind.Row) Plain(block.Markdown, block.Break, isList: true);
        else new LabelledLines(block).Each(Labelled);
    }

    /// <summary>Decides what the unlabelled words of the last paper were, now that all of it is known.</summary>
    public void End()
    {
        foreach (var pending in _pending.Where(each => each is { IsList: false, IsSummary: false } && Voice.IsAbstract(_lines[each.Line].Text)))
            _lines[pending.Line] = _lines[pending.Line] with { Role = LineRole.Abstract, Unsure = "Taken for the abstract, as it speaks in the authors' voice; nothing says so." };
        _pending.Clear();
        _fresh = false;
    }

    private void Start()
    {
        _mode = Mode.Start;
        _fresh = true;
    }

    private void Title(string text, int start, int end, string marker, LineBreak gap, string? doubt)
    {
        var before = text[..start].Trim();
        var inline = new InlineText(before);
        var isSaid = before.Any(char.IsLetter);
        _lines.Add(new Line(marker + (isSaid || before.Length == 0 ? "" : before + " ") + text[start..end].Trim(), LineRole.PaperTitle, doubt, gap));
        if (!isSaid) return;
        var role = LinkWords.AreAll(inline) ? LineRole.Links : Names.AreAll(inline.Plain.TrimEnd(':', ',', '.', ' ', '“', '"'), mayBeOne: true) ? LineRole.Authors : LineRole.Aside;
        _lines.Add(new Line(before, role, null, LineBreak.None));
    }

    private void Rest(Line line)
    {
        if (line.Role != LineRole.Text)
        {
            Put(line.Text, line.Role, line.Break);
            return;
        }

        foreach (var piece in line.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var block = new Block(BlockKind.Paragraph, piece, "", 0, piece == line.Text ? LineBreak.None : LineBreak.Line);
            new LabelledLines(block).Each((label, text, gap) => Labelled(label, text, gap, isSummary: true));
        }
    }

    private void Cell(string text, LineRole? role, string column)
    {
        var inline = new InlineText(text);
        if (role is null or LineRole.Links && LinkWords.AreAll(inline)) Put(text, LineRole.Links, LineBreak.Line);
        else if (role == LineRole.Opinion)
        {
            Put($"**{column}:**", LineRole.OpinionLabel, LineBreak.Line);
            Put(text, LineRole.Opinion, LineBreak.Line);
        }
        else if (role is null && column.Length > 0) Put($"**{column}:** {text}", LineRole.Text, LineBreak.Paragraph);
        else if (role == LineRole.Text) Rest(new Line(text, LineRole.Text));
        else Put(text, role is null or LineRole.Links ? LineRole.Text : role.Value, LineBreak.Paragraph);
    }

    private void Quote(Block block)
    {
        _mode = Mode.Quoted;
        Put(block.Markdown, LineRole.Abstract, block.Break);
    }

    private void Labelled(Label? label, string text, LineBreak gap) => Labelled(label, text, gap, isSummary: false);

    private void Labelled(Label? label, string text, LineBreak gap, bool isSummary)
    {
        if (label is null)
        {
            Unlabelled_(text, gap, isSummary);
            return;
        }

        var words = text[..(label.End - label.Start)].Trim();
        var content = text[(label.End - label.Start)..].Trim();
        switch (label.Kind)
        {
            case LabelKind.Opinion:
                BeginOpinion(words, gap);
                if (content.Length > 0) Put(content, LineRole.Opinion, LineBreak.None);
                break;
            case LabelKind.Abstract:
                _mode = Mode.Abstract;
                Put(text, Voice.SaysThereIsNone(content) ? LineRole.Text : LineRole.Abstract, gap);
                break;
            case LabelKind.Authors when content.Length > 0:
                Put(text, LineRole.Authors, gap);
                break;
            case LabelKind.Links or LabelKind.Detail when IsLinks(content):
                Put(text, LineRole.Links, gap);
                break;
            case LabelKind.Summary:
                _mode = Mode.Text;
                Put(text, LineRole.Text, gap);
                break;
            default:
                if (_mode == Mode.Opinion) Put(text, LineRole.Opinion, gap);
                else if (label.Kind == LabelKind.Detail && content.Length > 150) Plain(text, gap, isList: false);
                else Put(text, LineRole.Text, gap);
                break;
        }
    }

    private void BeginOpinion(string words, LineBreak gap)
    {
        foreach (var pending in _pending.Where(each => each is { IsList: false, IsSummary: false }))
            _lines[pending.Line] = _lines[pending.Line] with { Role = LineRole.Abstract };
        _pending.Clear();
        _mode = Mode.Opinion;
        Put(words, LineRole.OpinionLabel, gap);
    }

    private void Unlabelled_(string text, LineBreak gap, bool isSummary)
    {
        var inline = new InlineText(text);
        if (IsLinks(text) && (_mode != Mode.Opinion || LinkWords.AreAll(inline))) Put(text, LineRole.Links, gap);
        else if (_fresh && _mode == Mode.Start && Names.AreAll(inline.Plain, mayBeOne: gap == LineBreak.Line)) Put(text, LineRole.Authors, gap);
        else Plain(text, gap, text.TrimStart().FirstOrDefault() is '-' or '•' or '+' || (text.StartsWith("* ", StringComparison.Ordinal)), isSummary);
    }

    private static bool IsLinks(string text) => LinkWords.AreAll(new InlineText(text)) || PaperMarks.IsBare(text.Trim('*', '_', ' ', '`'));

    private void Plain(string text, LineBreak gap, bool isList, bool isSummary = false)
    {
        _fresh = false;
        switch (_mode)
        {
            case Mode.Opinion:
                Put(text, LineRole.Opinion, gap);
                break;
            case Mode.Quoted:
                Put(text, LineRole.Opinion, gap, Unlabelled);
                break;
            case Mode.Abstract when !Voice.SaysThereIsNone(text):
                Put(text, LineRole.Abstract, gap);
                break;
            default:
                if (_mode == Mode.Start) _pending.Add(new Pending(_lines.Count, isList, isSummary));
                if (isSummary) _mode = Mode.Text;
                Put(text, LineRole.Text, gap);
                break;
        }
    }

    private void Put(string text, LineRole role, LineBreak gap, string? unsure = null) => _lines.Add(new Line(text, role, unsure, gap));

    private readonly record struct Pending(int Line, bool IsList, bool IsSummary);
}
