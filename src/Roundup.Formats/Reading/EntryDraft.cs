using Roundup.Model.Importing;

namespace Roundup.Formats.Reading;

/// <summary>A paper's entry while its lines come in.</summary>
internal sealed class EntryDraft
{
    private const int LongestTitle = 300;

    private readonly string _title;
    private readonly List<string> _authors = [];
    private readonly Passage _abstract = new();
    private readonly List<(string? Author, Passage Words)> _opinions = [];
    private readonly Passage _asides = new();
    private readonly EntryLinks _links;
    private bool _opinionIsOpen;

    public EntryDraft(PaperMarks marks, string title, string? section)
    {
        _links = new EntryLinks(marks);
        _title = PlainText.Heading(title);
        Section = section;
        _links.OfTitle(title);
    }

    public string? Section { get; }

    public Passage Words { get; } = new();

    public void Add(Line line)
    {
        if (line.Role is not (LineRole.Opinion or LineRole.Links)) _opinionIsOpen &= line.Role == LineRole.Aside;
        switch (line.Role)
        {
            case LineRole.Authors:
                People(line);
                break;
            case LineRole.Abstract:
                _abstract.Add(PlainText.Paragraph(AfterLabel(line.Text, LabelKind.Abstract)), line.Break);
                _links.OfWords(line.Text, keepAll: true);
                break;
            case LineRole.OpinionLabel:
                _opinions.Add((Labels.Known(PlainText.Heading(line.Text))?.Author, new Passage()));
                _opinionIsOpen = true;
                break;
            case LineRole.Opinion:
                if (!_opinionIsOpen && _opinions.Count == 0) _opinions.Add((null, new Passage()));
                _opinionIsOpen = true;
                _opinions[^1].Words.Add(line.Text, line.Break);
                _links.OfWords(line.Text, keepAll: false);
                break;
            case LineRole.Links:
                if (_links.OfLine(line.Text)) Words.Add(line.Text, line.Break);
                break;
            case LineRole.Aside:
                _asides.Add(line.Text, line.Break);
                _links.OfWords(line.Text, keepAll: false);
                break;
            default:
                Words.Add(line.Text, line.Break);
                _links.OfWords(line.Text, keepAll: false);
                break;
        }
    }

    public ImportedEntry Finish(string? section)
    {
        Words.Add(_asides.ToString(), LineBreak.Paragraph);
        var (url, links) = _links.Sorted();
        return new ImportedEntry
        {
            Section = section,
            Title = _title.Length > 0 ? _title : StandIn(url),
            Url = url,
            Authors = _authors,
            Abstract = _abstract.ToString(),
            Opinions = [.. _opinions.Where(opinion => !opinion.Words.IsEmpty).Select(opinion => new ImportedOpinion(opinion.Author, opinion.Words.ToString()))],
            Links = links,
            Text = Words.ToString(),
        };
    }

    private void People(Line line)
    {
        var text = PlainText.Paragraph(AfterLabel(line.Text, LabelKind.Authors)).Trim(' ', '.', ':');
        _authors.AddRange(Names.Split(text).Where(name => name.Length > 0));
    }

    /// <summary>A label that says which field the text goes into has said it; every other stays.</summary>
    private static string AfterLabel(string text, LabelKind kind)
    {
        var inline = new InlineText(text);
        return Labels.At(inline) is { } label && label.Kind == kind ? text[label.End..] : text;
    }

    /// <summary>An entry has a title always: the first words of what it holds, where the paste has none.</summary>
    private string StandIn(string? url)
    {
        var words = !_abstract.IsEmpty ? _abstract.ToString() : !Words.IsEmpty ? PlainText.Paragraph(Words.ToString()) : _opinions.Count > 0 ? PlainText.Paragraph(_opinions[0].Words.ToString()) : url ?? "Untitled";
        var first = string.Join(' ', words.Split([' ', '\n'], 13, StringSplitOptions.RemoveEmptyEntries).Take(12));
        first = first.Length > LongestTitle ? first[..LongestTitle] : first;
        return first.Length > 0 ? first + "…" : url ?? "Untitled";
    }
}
