namespace Roundup.Model.Issues;

public sealed partial class Issue
{
    private readonly List<IssueCorrection> _corrections = [];

    /// <summary>
    /// Whether this is the private copy of a published issue, with the same number, in which corrections are prepared.
    /// Nobody outside the desk sees it.
    /// </summary>
    public bool IsWorkingCopy { get; private set; }

    /// <summary>What readers were told of changes after publication, oldest first.</summary>
    public IReadOnlyList<IssueCorrection> Corrections => _corrections;
}
