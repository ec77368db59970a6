using Roundup.Formats.Reading.References;
using Roundup.Model.Importing;
using Roundup.Model.Papers;
using DetailLines = Roundup.Formats.Writing.DetailLines;

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
    private (string Venue, int? Year) _published = ("", null);
    private IReadOnlyList<string> _topics = [];

    private readonly Reference? _reference;
    private readonly bool _isNamedByReference;

    /// <param name="reference">The paper's entry in a reference list: what no line says, it says.</param>
    public EntryDraft(PaperMarks marks, string title, string? section, Reference? reference = null)
    {
        _links = new EntryLinks(marks);
        _reference = reference;
        _isNamedByReference = reference is not null && title.Trim() == reference.Title;
        _title = _isNamedByReference ? reference!.Title : PlainText.Heading(title);
        Section = section;
        if (!_isNamedByReference) _links.OfTitle(title);
    }

    public string? Section { get; }

    public Passage Words { get; } = new();

    public void Add(Line line)
    {
        if (!IsOfReference(line) && !IsDetail(line)) Place(line);
    }

    // What an editor called a detail and is none stays an aside.
    private bool IsDetail(Line line)
    {
        if (line.Role != LineRole.Detail) return false;
        if (DetailLines.PublishedIn(line.Text) is { } published) _published = published;
        else if (DetailLines.TopicsIn(line.Text) is { } topics) _topics = [.. topics.Select(PlainText.Paragraph)];
        else return false;
        return true;
    }

    private void Place(Line line)
    {
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
                break;
            case LineRole.Opinion:
                Opinion(line);
                break;
            case LineRole.Links:
                if (_links.OfLine(line.Text)) Words.Add(line.Text, line.Break);
                break;
            case LineRole.Aside or LineRole.Detail:
                _asides.Add(line.Text, line.Break);
                _links.OfWords(line.Text, keepAll: false);
                break;
            default:
                Words.Add(Words.IsEmpty ? AfterSummary(line.Text) : line.Text, line.Break);
                _links.OfWords(line.Text, keepAll: false);
                break;
        }
    }

    /// <summary>Lines that the entry gave the outline, and nobody mended: they are plain text, and no Markdown.</summary>
    private bool IsOfReference(Line line)
    {
        if (line.Role == LineRole.Authors && line.Text.Trim() == _reference?.People) _authors.AddRange(_reference.Authors);
        else if (line.Role == LineRole.Abstract && _reference?.Abstract.Contains(line.Text.Trim()) is true) _abstract.Add(line.Text, line.Break);
        else return false;
        return true;
    }

    private void Opinion(Line line)
    {
        if (_opinions.Count == 0) _opinions.Add((null, new Passage()));
        _opinions[^1].Words.Add(line.Text, line.Break);
        _links.OfWords(line.Text, keepAll: false);
    }

    public ImportedEntry Finish(string? section)
    {
        Words.Add(_asides.ToString(), LineBreak.Paragraph);
        var (url, links) = _links.Sorted();
        var entry = Written(section, url, links);
        return _reference is null ? entry : ReferenceWords.Added(entry, _reference, _isNamedByReference);
    }

    private ImportedEntry Written(string? section, string? url, IReadOnlyList<PaperLink> links)
    {
        return new ImportedEntry
        {
            Section = section,
            Title = _title.Length > 0 ? _title : StandIn(url),
            Url = url,
            Authors = _authors,
            Abstract = _abstract.ToString(),
            Opinions = [.. _opinions.Where(opinion => !opinion.Words.IsEmpty).Select(opinion => new ImportedOpinion(opinion.Author, opinion.Words.ToString()))],
            Links = links,
            Venue = PlainText.Paragraph(_published.Venue),
            PublishedOn = _published.Year is { } year ? new DateOnly(year, 1, 1) : null,
            Topics = _topics,
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
        var bare = PlainText.WithoutMarker(text);
        var inline = new InlineText(bare);
        return Labels.At(inline) is { } label && label.Kind == kind ? bare[label.End..] : text;
    }

    /// <summary>"TL;DR:" and "Summary:" at the front say no more than that the editor's words follow.</summary>
    private static string AfterSummary(string text)
    {
        var bare = PlainText.WithoutMarker(text);
        return Labels.At(new InlineText(bare)) is { Kind: LabelKind.Summary } label && Labels.MeanSummary(bare[..label.End]) ? bare[label.End..] : text;
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
