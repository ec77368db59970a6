namespace Roundup.Web.Areas.Admin;

/// <summary>A field for Markdown as <c>_Markdown</c> shows it: a text area, and what script adds to it (toolbar, rich paste, pickers).</summary>
/// <param name="Name">As it is posted.</param>
public sealed record MarkdownField(string Id, string Name, string Label, string? Value)
{
    public int Rows { get; init; } = 7;

    /// <summary>Whether the label is for screen readers only, since a heading says the same.</summary>
    public bool IsLabelHidden { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsFocused { get; init; }

    /// <summary>The form that it belongs to, where it stands outside of it.</summary>
    public string? Form { get; init; }

    /// <summary>The element that says what is wrong with it, or more about it.</summary>
    public string? SaidId { get; init; }
}
