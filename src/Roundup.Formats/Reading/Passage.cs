using System.Text;

namespace Roundup.Formats.Reading;

/// <summary>Markdown, put together line by line with the gaps that the lines had.</summary>
internal sealed class Passage
{
    private readonly StringBuilder _text = new();

    public bool IsEmpty => _text.Length == 0;

    public void Add(string markdown, LineBreak gap)
    {
        var text = markdown.TrimEnd().TrimStart('\n', '\r');
        if (text.Trim().Length == 0) return;
        if (_text.Length > 0) _text.Append(gap switch { LineBreak.Paragraph => "\n\n", LineBreak.Line => "\n", _ => " " });
        _text.Append(_text.Length == 0 ? text.TrimStart() : text);
    }

    public override string ToString() => _text.ToString().Trim();
}
