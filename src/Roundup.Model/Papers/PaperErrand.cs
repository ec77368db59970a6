namespace Roundup.Model.Papers;

/// <summary>What is done for a paper in the background.</summary>
public enum ErrandKind
{
    /// <summary>Ask the sources for what it lacks. Done once, then gone.</summary>
    Fill = 0,

    /// <summary>See whether it changed at its sources. Comes back every night.</summary>
    Recheck = 1,

    /// <summary>See whether its links still lead somewhere. Comes back every week.</summary>
    CheckLinks = 2,
}

/// <summary>
/// One thing to do for one paper: a row, so that it survives a restart and so that of several instances one does it. Whoever does it claims it
/// for a while; a claim that ran out belongs to somebody who was killed.
/// </summary>
public sealed class PaperErrand
{
    private PaperErrand() { }

    public PaperErrand(Paper paper, ErrandKind kind, DateTimeOffset dueAt) => (Paper, Kind, DueAt) = (paper, kind, dueAt);

    public int Id { get; private set; }

    public int PaperId { get; private set; }

    public Paper Paper { get; private set; } = null!;

    public ErrandKind Kind { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>How often it was tried without success.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>Who claimed it: a name that each claim makes up; empty for nobody.</summary>
    public string ClaimedBy { get; private set; } = "";

    internal void Follow(Paper paper) => Paper = paper;

    /// <summary>Puts it off to be done again.</summary>
    public void Postpone(DateTimeOffset dueAt, bool failed)
    {
        (DueAt, ClaimedUntil, ClaimedBy) = (dueAt, null, "");
        Attempts = failed ? Attempts + 1 : 0;
    }
}
