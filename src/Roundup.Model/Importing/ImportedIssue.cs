using Roundup.Model.Papers;

namespace Roundup.Model.Importing;

/// <summary>A roundup as it was read from a paste or a file: the shape that the importer hands to the desk.</summary>
public sealed record ImportedIssue
{
    /// <summary>Plain text; empty where none was found.</summary>
    public string Title { get; init; } = "";

    public int? Number { get; init; }

    /// <summary>Markdown.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Closing { get; init; } = "";

    public IReadOnlyList<ImportedEntry> Entries { get; init; } = [];

    /// <summary>What a file that was written here says of the issue beside its words, in plain text: date, editor, licence, corrections, address.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}

public sealed record ImportedEntry
{
    /// <summary>The heading that it stands under, in plain text; null for none.</summary>
    public string? Section { get; init; }

    /// <summary>Plain text, never empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where the title leads; an absolute http or https address.</summary>
    public string? Url { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Plain text, paragraphs parted by a blank line; empty where none was found.</summary>
    public string Abstract { get; init; } = "";

    public IReadOnlyList<ImportedOpinion> Opinions { get; init; } = [];

    public IReadOnlyList<PaperLink> Links { get; init; } = [];

    /// <summary>Every name that the text gives the paper, best first; a reference list knows its DOI and its arXiv id.</summary>
    public IReadOnlyList<PaperId> Ids { get; init; } = [];

    public PaperKind Kind { get; init; }

    /// <summary>The journal, conference or site; empty where the text says none.</summary>
    public string Venue { get; init; } = "";

    public PaperImprint Imprint { get; init; } = PaperImprint.None;

    /// <summary>A year alone is 1 January.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>What it is about, by the names of topics; empty where the text says none.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Markdown: the editor's summary, and whatever could not be placed. Nothing of a paste is dropped.</summary>
    public string Text { get; init; } = "";
}

/// <param name="Author">Who said it, where the text names somebody; null for the editor.</param>
/// <param name="Text">Markdown.</param>
public sealed record ImportedOpinion(string? Author, string Text);
