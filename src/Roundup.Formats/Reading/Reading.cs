using Roundup.Model.Importing;

namespace Roundup.Formats.Reading;

/// <summary>What was understood of a paste, before anything is saved.</summary>
/// <param name="Lines">The paste from first to last word, in order, each line with its part.</param>
/// <param name="Issue">The same lines put together.</param>
public sealed record Reading(IReadOnlyList<Line> Lines, ImportedIssue Issue);

/// <summary>The smallest piece of a paste that plays one part. The outline shows one row for each.</summary>
/// <param name="Text">Markdown, with the marks that it came with: <c>### </c>, <c>- </c>, <c>1) </c>.</param>
/// <param name="Unsure">A sentence that says why the role may be wrong; null where the reader is sure.</param>
/// <param name="Break">What stands between this line and the one before it.</param>
public sealed record Line(string Text, LineRole Role, string? Unsure = null, LineBreak Break = LineBreak.Paragraph);

/// <summary>The part that a line plays in an issue.</summary>
public enum LineRole
{
    IssueTitle = 0,
    Introduction = 1,
    Section = 2,

    /// <summary>A paper begins.</summary>
    PaperTitle = 3,
    Authors = 4,
    Abstract = 5,

    /// <summary>An opinion begins: "My opinion:", "Rohin's opinion:".</summary>
    OpinionLabel = 6,
    Opinion = 7,

    /// <summary>Nothing but links and the words that announce them.</summary>
    Links = 8,

    /// <summary>The editor's summary, and what could not be placed.</summary>
    Text = 9,
    Closing = 10,

    /// <summary>Words around the text: who summarised, a date, the buttons of the page it was copied from.</summary>
    Aside = 11,

    /// <summary>An entry of BibTeX or RIS as it was pasted: it says what the lines of its paper do not, and what they say goes before.</summary>
    Reference = 12,

    /// <summary>What a file that was written here says of the issue or the paper: when it came out, where, its topics. It becomes no text.</summary>
    Detail = 13,
}

/// <summary>How far a line stands from the one before it.</summary>
public enum LineBreak
{
    Paragraph = 0,
    Line = 1,

    /// <summary>On the same line of the paste.</summary>
    None = 2,
}
