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
}
