using Roundup.Model.Issues;

namespace Roundup.Model.Discussion;

/// <summary>What the publication lets readers say, and what it holds for an editor first.</summary>
/// <param name="IsOn">Whether readers may comment and suggest at all.</param>
/// <param name="CloseAfterDays">Days after its publication for which an issue takes comments; 0 for always.</param>
/// <param name="MostLinks">A comment with more links than this is held.</param>
/// <param name="HeldWords">One word or phrase a line: a comment that has one of them is held.</param>
/// <param name="AsksForWork">Whether a browser has to calculate for a moment before a stranger's words are taken.</param>
public sealed record DiscussionRules(bool IsOn, int CloseAfterDays, int MostLinks, string HeldWords, bool AsksForWork)
{
    public const int LongestDays = 3650;
    public const int LinksAtMost = 100;
    public const int WordsLength = 10_000;

    public static DiscussionRules Default { get; } = new(IsOn: true, CloseAfterDays: 0, MostLinks: 3, HeldWords: "", AsksForWork: false);

    public Refusal? Check()
    {
        if (CloseAfterDays is < 0 or > LongestDays) return new($"Between 0 (never) and {LongestDays:N0} days.", nameof(CloseAfterDays));
        if (MostLinks is < 0 or > LinksAtMost) return new($"Between 0 and {LinksAtMost} links.", nameof(MostLinks));
        if (HeldWords.Length > WordsLength) return new($"The list has at most {WordsLength:N0} characters.", nameof(HeldWords));
        return null;
    }

    /// <summary>The list, without empty lines.</summary>
    public IReadOnlyList<string> Words => HeldWords.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>When the discussion of an issue closes; null for never, and for a draft.</summary>
    public DateTimeOffset? ClosesAt(Issue issue) => ClosesAt(issue.PublishedAt);

    public DateTimeOffset? ClosesAt(DateTimeOffset? publishedAt) => CloseAfterDays == 0 ? null : publishedAt?.AddDays(CloseAfterDays);

    public bool Takes(Issue issue, DateTimeOffset now) => Takes(issue.PublishedAt, now);

    public bool Takes(DateTimeOffset? publishedAt, DateTimeOffset now) => IsOn && publishedAt is not null && (ClosesAt(publishedAt) is not { } end || now < end);
}
