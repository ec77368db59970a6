using Roundup.Formats.Reading.References;
using Roundup.Model.Importing;
using DetailLines = Roundup.Formats.Writing.DetailLines;

namespace Roundup.Formats.Reading;

/// <summary>Puts lines together to an issue. Each word of each line ends in a field, but for the labels that say which field it is.</summary>
/// <param name="library">What the lines that are entries of a reference list say.</param>
internal sealed class IssueAssembly(PaperMarks marks, Bibliography library)
{
    private readonly Passage _introduction = new();
    private readonly Passage _introductionAsides = new();
    private readonly Passage _closing = new();
    private readonly List<EntryDraft> _entries = [];
    private readonly SectionPath _sections = new();
    private readonly List<string> _details = [];
    private string _title = "";
    private int? _number;
    private bool _closed;

    public ImportedIssue Assemble(IReadOnlyList<Line> lines)
    {
        var references = References(lines);
        for (var at = 0; at < lines.Count; at++) Take(lines[at], references[at]);
        if (_sections.Unused() is { Length: > 0 } heading) (_entries.Count == 0 ? _introduction : _closing).Add(heading, LineBreak.Paragraph);
        _introduction.Add(_introductionAsides.ToString(), LineBreak.Paragraph);
        var names = _entries.Select(entry => entry.Section).Distinct().ToArray();
        var isLone = names.Length == 1 && names[0] is { } only && Sections.HoldsPapers(only);
        return new ImportedIssue
        {
            Title = _title,
            Number = _number ?? IssueNumber.Of(_title),
            Details = _details,
            Introduction = _introduction.ToString(),
            Closing = _closing.ToString(),
            Entries = [.. _entries.Select(entry => entry.Finish(isLone ? null : entry.Section))],
        };
    }

    /// <summary>For each title the entry that follows before the next one; for each other entry itself.</summary>
    private Reference?[] References(IReadOnlyList<Line> lines)
    {
        var references = new Reference?[lines.Count];
        var own = -1;
        for (var at = lines.Count - 1; at >= 0; at--)
        {
            if (lines[at].Role == LineRole.Reference && library.Find(lines[at].Text) is { } reference) (references[at], own) = (reference, at);
            if (lines[at].Role != LineRole.PaperTitle || own < 0) continue;
            (references[at], references[own]) = (references[own], null);
            own = -1;
        }

        return references;
    }

    private void Take(Line line, Reference? reference)
    {
        if ((line.Text.Trim().Length == 0 && line.Role != LineRole.PaperTitle) || (reference is null && IsSaid(line)) || IsDetail(line)) return;
        switch (line.Role)
        {
            case LineRole.IssueTitle when _title.Length == 0:
                _title = PlainText.Heading(line.Text);
                break;
            case LineRole.Section:
                foreach (var lost in _sections.Enter(line.Text)) Rest().Add(lost, LineBreak.Paragraph);
                break;
            case LineRole.PaperTitle:
            case LineRole.Reference when reference is not null:
                Begin(line.Role == LineRole.PaperTitle ? line.Text : reference!.Title, reference);
                break;
            case LineRole.Closing:
                _closed = true;
                Put(_closing, line);
                break;
            case LineRole.IssueTitle or LineRole.Introduction:
                Put(_introduction, line);
                break;
            default:
                Content(line);
                break;
        }
    }

    /// <summary>An entry that its paper has taken in, and what belongs to the list, are no words for themselves.</summary>
    private bool IsSaid(Line line) => line.Role == LineRole.Reference && (library.Find(line.Text) is not null || library.IsMachinery(line.Text));

    private bool IsDetail(Line line)
    {
        if (line.Role != LineRole.Detail || _entries.Count > 0 || !DetailLines.IsOfIssue(line.Text)) return false;

        _number ??= DetailLines.NumberIn(line.Text);
        _details.Add(PlainText.Paragraph(line.Text));
        return true;
    }

    private void Begin(string title, Reference? reference)
    {
        _closed = false;
        _entries.Add(new EntryDraft(marks, title, _sections.Path(), reference));
    }

    private void Content(Line line)
    {
        if (_entries.Count == 0 && line.Role is LineRole.Aside or LineRole.Detail) _introductionAsides.Add(line.Text, line.Break);
        else if (_entries.Count == 0 || _closed) Put(_entries.Count == 0 ? _introduction : _closing, line);
        else
        {
            if (_sections.Unused() is { Length: > 0 } heading) _entries[^1].Add(new Line(heading, LineRole.Text));
            _entries[^1].Add(line);
        }
    }

    private void Put(Passage passage, Line line)
    {
        if (_sections.Unused() is { Length: > 0 } heading) passage.Add(heading, LineBreak.Paragraph);
        passage.Add(line.Text, line.Break);
    }

    private Passage Rest() => _entries.Count == 0 ? _introduction : _closed ? _closing : _entries[^1].Words;
}
