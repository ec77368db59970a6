using Roundup.Model.Importing;

namespace Roundup.Formats.Reading;

/// <summary>Puts lines together to an issue. Each word of each line ends in a field, but for the labels that say which field it is.</summary>
internal sealed class IssueAssembly(PaperMarks marks)
{
    private readonly Passage _introduction = new();
    private readonly Passage _introductionAsides = new();
    private readonly Passage _closing = new();
    private readonly List<EntryDraft> _entries = [];
    private readonly SectionPath _sections = new();
    private string _title = "";
    private bool _closed;

    public ImportedIssue Assemble(IReadOnlyList<Line> lines)
    {
        foreach (var line in lines) Take(line);
        if (_sections.Unused() is { Length: > 0 } heading) (_entries.Count == 0 ? _introduction : _closing).Add(heading, LineBreak.Paragraph);
        _introduction.Add(_introductionAsides.ToString(), LineBreak.Paragraph);
        var names = _entries.Select(entry => entry.Section).Distinct().ToArray();
        var isLone = names.Length == 1 && names[0] is { } only && Sections.HoldsPapers(only);
        return new ImportedIssue
        {
            Title = _title,
            Number = IssueNumber.Of(_title),
            Introduction = _introduction.ToString(),
            Closing = _closing.ToString(),
            Entries = [.. _entries.Select(entry => entry.Finish(isLone ? null : entry.Section))],
        };
    }

    private void Take(Line line)
    {
        if (line.Text.Trim().Length == 0 && line.Role != LineRole.PaperTitle) return;
        switch (line.Role)
        {
            case LineRole.IssueTitle when _title.Length == 0:
                _title = PlainText.Heading(line.Text);
                break;
            case LineRole.Section:
                foreach (var lost in _sections.Enter(line.Text)) Rest().Add(lost, LineBreak.Paragraph);
                break;
            case LineRole.PaperTitle:
                _closed = false;
                _entries.Add(new EntryDraft(marks, line.Text, _sections.Path()));
                break;
            case LineRole.Closing:
                _closed = true;
                Put(_closing, line);
                break;
            case LineRole.IssueTitle or LineRole.Introduction:
                Put(_introduction, line);
                break;
            case LineRole.Aside when _entries.Count == 0:
                _introductionAsides.Add(line.Text, line.Break);
                break;
            case var _ when _entries.Count == 0 || _closed:
                Put(_entries.Count == 0 ? _introduction : _closing, line);
                break;
            default:
                if (_sections.Unused() is { Length: > 0 } heading) _entries[^1].Add(new Line(heading, LineRole.Text));
                _entries[^1].Add(line);
                break;
        }
    }

    private void Put(Passage passage, Line line)
    {
        if (_sections.Unused() is { Length: > 0 } heading) passage.Add(heading, LineBreak.Paragraph);
        passage.Add(line.Text, line.Break);
    }

    private Passage Rest() => _entries.Count == 0 ? _introduction : _closed ? _closing : _entries[^1].Words;
}
