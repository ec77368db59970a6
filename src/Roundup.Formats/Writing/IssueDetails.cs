using System.Globalization;
using System.Text.RegularExpressions;

namespace Roundup.Formats.Writing;

/// <summary>What an issue's file says of the issue beside its words, so that it is the same issue wherever the file goes.</summary>
/// <param name="Number">Of the issue.</param>
/// <param name="Publication">Whose issue it is.</param>
/// <param name="Address">Its page: a whole address that ends in /issues/{number}, with or without words behind it.</param>
public sealed record IssueDetails(int Number, string Publication, string Address)
{
    /// <summary>On the publication's own calendar; null for a draft.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>May be empty.</summary>
    public string EditedBy { get; init; } = "";

    /// <summary>Of the opinions; may be empty.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Where the licence is read; null for nowhere.</summary>
    public string? LicenceAddress { get; init; }

    /// <summary>What readers were told of changes after publication, oldest first. A note may be empty.</summary>
    public IReadOnlyList<(DateOnly On, string Note)> Corrections { get; init; } = [];
}

/// <summary>The lines of a Markdown file that say these things, as they are written and as they are known again.</summary>
internal static partial class DetailLines
{
    private const string Issue = "Issue";
    private const string Address = "Address";
    private const string Published = "Published in";
    private const string Topics = "Topics";
    private const string DayForm = "d MMMM yyyy";
    private static readonly string[] OfIssue = [Issue, "Published", "Edited by", "Licence of the opinions", "Corrected", Address];

    /// <summary>Directly below the title, the address last: there they end, and nobody's words are taken for one.</summary>
    public static IEnumerable<string> Of(IssueDetails issue)
    {
        yield return Line(Issue, MarkdownText.Line(FormattableString.Invariant($"{issue.Number} of {issue.Publication}")));
        if (issue.PublishedOn is { } day) yield return Line("Published", Day(day));
        if (Written.Line(issue.EditedBy) is not "") yield return Line("Edited by", MarkdownText.Line(issue.EditedBy));
        if (Written.Line(issue.Licence) is not "") yield return Line("Licence of the opinions", issue.LicenceAddress is { } address ? MarkdownText.Link(issue.Licence, address) : MarkdownText.Line(issue.Licence));
        foreach (var (on, note) in issue.Corrections) yield return Line("Corrected", Written.Line(note) is "" ? Day(on) : $"{Day(on)}: {MarkdownText.Line(note)}");
        yield return Line(Address, $"<{Written.Address(issue.Address)}>");
    }

    /// <summary>Directly below a paper's title, or its authors.</summary>
    /// <param name="year">Null where it is not known.</param>
    public static IEnumerable<string> Of(string venue, int? year, IReadOnlyList<string> topics)
    {
        var when = year is { } known ? known.ToString("0000", CultureInfo.InvariantCulture) : "";
        if (string.Join(", ", new[] { MarkdownText.Line(venue), when }.Where(p => p is not "")) is { Length: > 0 } published) yield return Line(Published, published);
        if (topics.Count > 0) yield return Line(Topics, string.Join(", ", topics.Select(MarkdownText.Line)));
    }

    public static bool IsOfIssue(string line) => OfIssue.Any(label => line.StartsWith($"**{label}:** ", StringComparison.Ordinal));

    /// <summary>The last of an issue's lines.</summary>
    public static bool IsAddress(string line) => AddressPattern().IsMatch(line);

    public static bool IsOfPaper(string line) => ValueOf(line, Published) is not null || ValueOf(line, Topics) is not null;

    /// <returns>The number in an issue's line; null for any other.</returns>
    public static int? NumberIn(string line) =>
        ValueOf(line, Issue) is { } value && int.TryParse(value.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <returns>Venue, in Markdown, and year of a paper's line; null for any other.</returns>
    public static (string Venue, int? Year)? PublishedIn(string line)
    {
        if (ValueOf(line, Published) is not { } value) return null;
        return YearPattern().Match(value) is { Success: true } year
            ? (value[..year.Index], int.Parse(year.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture))
            : (value, null);
    }

    /// <returns>The topics of a paper's line, in Markdown; null for any other. No topic has a comma in its name.</returns>
    public static IReadOnlyList<string>? TopicsIn(string line) => ValueOf(line, Topics)?.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? ValueOf(string line, string label) => line.StartsWith($"**{label}:** ", StringComparison.Ordinal) ? line[(label.Length + 6)..].Trim() : null;

    private static string Line(string label, string value) => $"**{label}:** {value}";

    private static string Day(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\*\*Address:\*\* <https?://[^<>\s]+/issues/\d+(/[^<>\s]*)?>$")]
    private static partial Regex AddressPattern();

    // Year 0 is no year.
    [GeneratedRegex(@"(?:^|, )(?!0000)(\d{4})$")]
    private static partial Regex YearPattern();
}
