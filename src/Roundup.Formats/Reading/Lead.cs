namespace Roundup.Formats.Reading;

internal enum LeadForm
{
    /// <summary>The title is linked.</summary>
    Link,

    /// <summary>The title is bold.</summary>
    Bold,

    /// <summary>The title is plain, and links to the paper follow: <c>Title [[arXiv](…)]</c>.</summary>
    Words,

    /// <summary>A short line without any dress.</summary>
    Plain,

    /// <summary>An id or an address in the title's place.</summary>
    Bare,
}

/// <summary>How a block could begin a paper: where its title would stand.</summary>
/// <param name="Start">In the block's Markdown, marks of the title included.</param>
/// <param name="IsPaper">The block itself points at a paper.</param>
internal sealed record Lead(LeadForm Form, int Start, int End, string Title, bool IsPaper)
{
    /// <summary>Of a table's row: the cell with the title.</summary>
    public int Cell { get; init; }
}
