namespace Roundup.Model.Papers;

/// <summary>What stands behind a link of a paper.</summary>
public enum LinkKind
{
    Related = 0,
    Code = 1,
    Data = 2,
    Project = 3,
    Pdf = 4,
    Video = 5,
    Discussion = 6,
}

/// <param name="Url">An absolute http or https address.</param>
/// <param name="Label">The words that were linked, where they say more than the address.</param>
public sealed record PaperLink(LinkKind Kind, string Url, string? Label = null)
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 2000;

    /// <summary>How often in a row nothing was found there; null while the link works or was never tried.</summary>
    public LinkHealth? Health { get; init; }

    public bool IsDead => Health is { IsDead: true };
}

/// <summary>A link that led nowhere when it was tried.</summary>
/// <param name="Failures">In a row: nothing there.</param>
/// <param name="Since">The day of the first failure.</param>
public sealed record LinkHealth(int Failures, DateOnly Since)
{
    /// <summary>In days. The checks are a week apart; one that is repeated before, after a restart, proves nothing new.</summary>
    private const int Apart = 6;

    /// <summary>In a row, beside <see cref="Failures"/>: a server that failed or did not answer in time.</summary>
    public int Silences { get; init; }

    /// <summary>The day of the last failure; null for the day of the first.</summary>
    public DateOnly? LastOn { get; init; }

    public LinkVerdict Verdict { get; init; }

    /// <summary>What readers are told. One failure may be a server's bad day, and a server may be ill for weeks.</summary>
    public bool IsDead => Seems && Verdict is not LinkVerdict.Works;

    /// <summary>Whether an editor has to say what becomes of the link.</summary>
    public bool IsOpen => Seems && Verdict is LinkVerdict.None;

    private bool Seems => Failures >= 2 || Failures + Silences >= 4;

    internal static LinkHealth First(LinkSight sight, DateOnly today) => new LinkHealth(0, today).Counting(sight);

    internal LinkHealth Again(LinkSight sight, DateOnly today) =>
        today < (LastOn ?? Since).AddDays(Apart) ? this : (this with { LastOn = today }).Counting(sight);

    private LinkHealth Counting(LinkSight sight) => sight is LinkSight.Silent ? this with { Silences = Silences + 1 } : this with { Failures = Failures + 1 };
}
