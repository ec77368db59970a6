namespace Roundup.Model.Papers;

/// <summary>What can happen to a paper after it was written about.</summary>
public enum PaperChangeKind
{
    /// <summary>Its authors put up another version.</summary>
    NewVersion = 0,

    /// <summary>Its authors withdrew it.</summary>
    Withdrawn = 1,

    /// <summary>Its publisher retracted it.</summary>
    Retracted = 2,

    /// <summary>Its publisher corrected it, or expressed concern.</summary>
    Corrected = 3,

    /// <summary>It appeared in a journal or in proceedings.</summary>
    Published = 4,
}

/// <summary>What a source says happened to a paper.</summary>
/// <param name="Detail">What tells it from others of its kind, and what readers are told: v3, Nature Machine Intelligence, Expression of concern.</param>
/// <param name="On">When it happened, where the source says.</param>
/// <param name="Address">Where it is announced; null where nowhere.</param>
/// <param name="IsSure">Whether the source says so in so many words. What is only hinted at is put to an editor first.</param>
public sealed record PaperNotice(PaperChangeKind Kind, string Detail, DateOnly? On = null, string? Address = null, bool IsSure = true)
{
    /// <summary>In characters.</summary>
    public const int DetailLength = 300;
}
