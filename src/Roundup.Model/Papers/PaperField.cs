namespace Roundup.Model.Papers;

/// <summary>The parts of a paper that somebody fills in.</summary>
public enum PaperField
{
    Title = 0,
    Authors = 1,
    Abstract = 2,
    Venue = 3,
    PublishedOn = 4,
    Kind = 5,
    Imprint = 6,
    Categories = 7,
    Links = 8,
}

/// <summary>Where a field's words came from.</summary>
/// <param name="Source">A source's name; empty for a person at the desk.</param>
public sealed record FieldOrigin(PaperField Field, string Source, DateTimeOffset At)
{
    /// <summary>What a person wrote, or emptied, stays so.</summary>
    public bool IsByHand => Source is "";
}
