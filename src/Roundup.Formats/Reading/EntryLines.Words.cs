namespace Roundup.Formats.Reading;

/// <summary>What the words of a paper are: by their label, or by the words before them.</summary>
internal sealed partial class EntryLines
{
    /// <summary>A label with more than this behind it announces a text, not a value.</summary>
    private const int LongestDetail = 150;

    private void Labelled(Label? label, string text, LineBreak gap) => Labelled(label, text, gap, isSummary: false);

    private void Labelled(Label? label, string text, LineBreak gap, bool isSummary)
    {
        if (label is null)
        {
            Unmarked(text, gap, isSummary);
            return;
        }

        var words = text[..(label.End - label.Start)].Trim();
        var content = text[(label.End - label.Start)..].Trim();
        if (label.Kind == LabelKind.Opinion) BeginOpinion(words, content, gap);
        else if (label.Kind == LabelKind.Abstract) BeginAbstract(text, content, gap);
        else if (label.Kind == LabelKind.Summary) BeginSummary(text, gap);
        else if (label.Kind == LabelKind.Authors && content.Length > 0) People(text, gap);
        else if (label.Kind != LabelKind.Authors && IsLinks(content)) Put(text, LineRole.Links, gap);
        else if (_mode == Mode.Opinion) Put(text, LineRole.Opinion, gap);
        else if (label.Kind == LabelKind.Detail && content.Length > LongestDetail) Plain(text, gap, isList: false);
        else Put(text, LineRole.Text, gap);
    }

    private void BeginAbstract(string text, string content, LineBreak gap)
    {
        _mode = Mode.Abstract;
        Put(text, Voice.SaysThereIsNone(content) ? LineRole.Text : LineRole.Abstract, gap);
    }

    private void BeginSummary(string text, LineBreak gap)
    {
        _mode = Mode.Text;
        Put(text, LineRole.Text, gap);
    }

    /// <summary>"**Authors:** A, B | **Date:** May": what stands behind the bar is no name.</summary>
    private void People(string text, LineBreak gap)
    {
        var bar = text.IndexOf(" | ", StringComparison.Ordinal);
        Put(bar < 0 ? text : text[..bar], LineRole.Authors, gap);
        if (bar > 0) Put(text[(bar + 3)..], LineRole.Aside, LineBreak.None);
    }

    private void BeginOpinion(string words, string content, LineBreak gap)
    {
        foreach (var pending in _pending.Where(each => each is { IsList: false, IsSummary: false }))
            _lines[pending.Line] = _lines[pending.Line] with { Role = LineRole.Abstract };
        _pending.Clear();
        _mode = Mode.Opinion;
        Put(words, LineRole.OpinionLabel, gap);
        if (content.Length > 0) Put(content, LineRole.Opinion, LineBreak.None);
    }

    private void Unmarked(string text, LineBreak gap, bool isSummary)
    {
        var inline = new InlineText(text);
        if (IsLinks(text) && (_mode != Mode.Opinion || LinkWords.AreAll(inline))) Put(text, LineRole.Links, gap);
        else if (_fresh && _mode == Mode.Start && text.Length < 600 && RestLines.Split(text) is { Count: > 1 } pieces && pieces[0].Role is LineRole.Authors or LineRole.Links)
        {
            _fresh = false;
            foreach (var piece in pieces) Put(piece.Text, piece.Role, piece == pieces[0] ? gap : LineBreak.None);
        }
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
                Put(text, LineRole.Opinion, gap, NoLabel);
                break;
            case Mode.Abstract when Voice.IsEditors(text):
                _mode = Mode.Opinion;
                Put(text, LineRole.Opinion, gap, NoLabel);
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
}
