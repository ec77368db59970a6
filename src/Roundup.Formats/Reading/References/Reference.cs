using Roundup.Model.Papers;

namespace Roundup.Formats.Reading.References;

/// <summary>What an entry of a reference list says about its paper, in plain text.</summary>
internal sealed record Reference
{
    /// <summary>Never empty: an entry without a title is called by its key.</summary>
    public required string Title { get; init; }

    public bool IsUntitled { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Paragraphs of plain text.</summary>
    public IReadOnlyList<string> Abstract { get; init; } = [];

    /// <summary>Best first.</summary>
    public IReadOnlyList<PaperId> Ids { get; init; } = [];

    public string? Url { get; init; }

    public IReadOnlyList<PaperLink> Links { get; init; } = [];

    public PaperKind Kind { get; init; }

    public string Venue { get; init; } = "";

    public PaperImprint Imprint { get; init; } = PaperImprint.None;

    public DateOnly? PublishedOn { get; init; }

    /// <summary>What whoever kept the list wrote beside the paper.</summary>
    public string Note { get; init; } = "";

    /// <summary>The authors as one line of the outline.</summary>
    public string People => string.Join("; ", Authors);
}
