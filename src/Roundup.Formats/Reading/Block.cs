using Roundup.Formats.Reading.References;

namespace Roundup.Formats.Reading;

internal enum BlockKind
{
    Paragraph,
    Heading,
    Item,
    Row,
    Quote,
    Code,
    Rule,

    /// <summary>An entry of a reference list, or what belongs to the list.</summary>
    Reference,
}

/// <summary>A piece of the paste as its layout cuts it, before anybody asks what it means.</summary>
/// <param name="Text">Markdown without the block's own marks.</param>
/// <param name="Marker">The block's own marks, as they stood: <c>## </c>, <c>- </c>, <c>2) </c>.</param>
/// <param name="Level">Of a heading 1 to 6; of a list item its depth from 0.</param>
internal sealed record Block(BlockKind Kind, string Text, string Marker = "", int Level = 0, LineBreak Break = LineBreak.Paragraph)
{
    private InlineText? _inline;

    /// <summary>Of a table's row.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>Of a table's row: the first row of its table, where that names the columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Of a reference list: the entry as it was pasted. Its words are in no <see cref="Text"/>, so that nobody takes them for prose.</summary>
    public string? Source { get; init; }

    /// <summary>What the entry says; null for a list's macros and remarks.</summary>
    public Reference? Reference { get; init; }

    public InlineText Inline => _inline ??= new InlineText(Text);

    public string Plain => Inline.Plain;

    /// <summary>In a file that was written here: the lines below it that say something of the issue or the paper, and are nobody's words.</summary>
    public IReadOnlyList<Block> Details { get; init; } = [];

    /// <summary>As it stood in the paste, a quote with its mark on each line.</summary>
    public string Markdown => Kind == BlockKind.Quote ? "> " + Text.Replace("\n", "\n> ") : Marker + Text;
}
