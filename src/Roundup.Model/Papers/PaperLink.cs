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
/// <param name="Failures">In a row.</param>
/// <param name="Since">The day of the first of them.</param>
public sealed record LinkHealth(int Failures, DateOnly Since)
{
    /// <summary>One failure may be a server's bad day; the checks are a week apart.</summary>
    public bool IsDead => Failures >= 2;

    public LinkHealth Again() => this with { Failures = Failures + 1 };
}
