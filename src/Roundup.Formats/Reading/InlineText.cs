namespace Roundup.Formats.Reading;

/// <summary>A stretch of a line in one dress: where it stands in the Markdown, what a reader sees, where it leads.</summary>
/// <param name="Url">The address that it links to; null for none, empty for a link that leads nowhere.</param>
/// <param name="Label">False for an address that stands for itself.</param>
internal readonly record struct Run(int Start, int End, string Plain, string? Url, bool Bold, bool Italic, bool Label = true)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Plain);
}

/// <summary>
/// One paragraph of Markdown as a reader sees it. Ours, and not Markdig's, since every character must keep its place in the
/// paste and the time must stay in proportion to the length whatever was pasted.
/// </summary>
internal sealed class InlineText
{
    public InlineText(string markdown)
    {
        Markdown = markdown;
        Runs = new InlineScanner(markdown).Scan();
        Plain = string.Concat(Runs.Select(run => run.Plain));
    }

    public string Markdown { get; }

    public IReadOnlyList<Run> Runs { get; }

    /// <summary>Without marks, entities decoded; a link is its label.</summary>
    public string Plain { get; }

    public IEnumerable<Run> Links => Runs.Where(run => run.Url is { Length: > 0 });

    public static string PlainOf(string markdown) => new InlineText(markdown).Plain;
}
