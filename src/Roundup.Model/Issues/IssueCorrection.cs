namespace Roundup.Model.Issues;

/// <summary>A dated change to a published issue, as its readers are told.</summary>
public sealed class IssueCorrection
{
    /// <summary>In characters.</summary>
    public const int NoteLength = 1000;

    private IssueCorrection() { }

    internal IssueCorrection(string by, string note, DateTimeOffset now) => (By, Note, At) = (by, note, now);

    public int Id { get; private set; }

    public int IssueId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string By { get; private set; } = "";

    /// <summary>What changed, in plain text; may be empty.</summary>
    public string Note { get; private set; } = "";
}
