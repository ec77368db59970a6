using System.Text.RegularExpressions;
using Roundup.Formats.Reading.References;

namespace Roundup.Formats.Reading;

/// <summary>The lines of the papers, made block by block: each knows what the lines before it said.</summary>
internal sealed partial class EntryLines
{
    private enum Mode
    {
        Start,
        Abstract,
        Quoted,
        Opinion,
        Text,
    }

    private const string NoLabel = "Words of your own under an abstract: taken for the opinion, though nothing says so.";

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
        if (lead?.Mention is { } mention)
        {
            _lines.Add(new Line(mention, LineRole.PaperTitle, doubt, block.Break));
            _mode = Mode.Text;
            Content(block, isLabel: false);
            return;
        }

        var (start, end) = lead is null ? (0, block.Text.Length) : (lead.Start, lead.End);
        Title(block.Text, start, end, block.Marker, block.Break, doubt);
        foreach (var line in RestLines.Split(block.Text[end..])) Rest(line);
    }

    /// <summary>An entry of a reference list: its title, people and abstract as lines of their own, and the entry itself for all else.</summary>
    public void BeginReference(Block block, Reference reference, string? doubt)
    {
        End();
        Put(reference.Title, LineRole.PaperTitle, LineBreak.Paragraph, doubt);
        if (reference.Authors.Count > 0) Put(reference.People, LineRole.Authors, LineBreak.Line);
        foreach (var paragraph in reference.Abstract) Put(paragraph, LineRole.Abstract, LineBreak.Paragraph);
        Put(block.Source!, LineRole.Reference, LineBreak.Line);
        _mode = reference.Abstract.Count > 0 ? Mode.Quoted : Mode.Text;
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

    public void Detail(Block block) => Put(block.Markdown, LineRole.Detail, block.Break);

    public void Content(Block block, bool isLabel)
    {
        if (block.Source is { } source) Put(source, LineRole.Reference, block.Break);
        if (block.Kind == BlockKind.Rule || block.Markdown.Trim().Length == 0) return;
        if (block.Kind == BlockKind.Quote && _mode is Mode.Start or Mode.Quoted && Labels.At(block.Inline)?.Kind != LabelKind.Opinion) Quote(block);
        else if (block.Kind == BlockKind.Heading && !isLabel && Labels.Known(block.Plain)?.Kind == LabelKind.Links) LinksHeading(block);
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

    private void LinksHeading(Block block)
    {
        if (_mode == Mode.Opinion) _mode = Mode.Text;
        Put(block.Markdown, LineRole.Text, block.Break);
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
        var isSaid = before.Any(char.IsLetter) && before.Length > 3 && !(LinkWords.AreGeneric(inline.Plain) && !inline.Links.Any());
        _lines.Add(new Line(marker + (isSaid || before.Length == 0 ? "" : before + " ") + text[start..end].Trim(), LineRole.PaperTitle, doubt, gap));
        if (!isSaid) return;
        if (YearPattern().Match(before) is { Success: true } year && Names.AreAll(before[..year.Index], mayBeOne: true))
        {
            _lines.Add(new Line(before[..year.Index].Trim(), LineRole.Authors, null, LineBreak.None));
            _lines.Add(new Line(year.Value.Trim(), LineRole.Aside, null, LineBreak.None));
            return;
        }

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

    private void Put(string text, LineRole role, LineBreak gap, string? unsure = null) => _lines.Add(new Line(text, role, unsure, gap));

    [GeneratedRegex(@"\s*[(\[]\d{4}[a-z]?[)\]][.,:]?$")]
    private static partial Regex YearPattern();

    private readonly record struct Pending(int Line, bool IsList, bool IsSummary);
}
