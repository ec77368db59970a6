using System.Globalization;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Web.Site;

/// <summary>Figures as a sentence has them.</summary>
public static class InWords
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static string Number(int count) => count is >= 0 and <= 12 ? Small[count] : count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    /// <summary>1, 4 and 9.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}";

    /// <summary>10, six with code.</summary>
    public static string Papers(int count, int withCode) => withCode switch
    {
        0 => $"{count}",
        _ when withCode == count => count == 1 ? "1, with code" : $"{count}, all with code",
        _ => $"{count}, {Number(withCode)} with code",
    };

    /// <summary>Europe/Berlin, America/New York, UTC.</summary>
    public static string Zone(string zone) => zone is "Etc/UTC" ? "UTC" : zone.Replace('_', ' ');

    /// <summary>Every Friday at 09:00, Europe/Berlin.</summary>
    public static string Cadence(Cadence cadence)
    {
        var time = cadence.Time.ToString("HH:mm", CultureInfo.InvariantCulture);
        var zone = Zone(cadence.Zone);
        var weeks = cadence.EveryWeeks == 1 ? $"Every {cadence.Day}" : $"Every {Number(cadence.EveryWeeks)} weeks on {cadence.Day}";
        return $"{weeks} at {time}, {zone}";
    }

    /// <summary>What happens at a slot by itself, in a sentence.</summary>
    public static string Rule(Cadence cadence) => cadence.Rule is SlotRule.PublishReady
        ? "At the slot, what is ready goes out and the rest rolls over to the next issue."
        : "At the slot, the issue is held for an editor; nothing goes out by itself.";

    /// <summary>3 October 2026; a year alone, which is kept as its first day, stays one.</summary>
    public static string Date(DateOnly day) => day is { Month: 1, Day: 1 } ? $"{day.Year}" : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Kind(PaperKind kind) => kind is PaperKind.ConferencePaper ? "Conference paper" : kind.ToString();

    public static string Change(PaperChangeKind kind) => kind is PaperChangeKind.NewVersion ? "New version" : kind.ToString();

    /// <summary>Of v1, 10 February 2022, from arXiv. Empty for words that a person typed or pasted.</summary>
    /// <param name="covered">The state that was covered; it says something of the words only where they come from the same source.</param>
    public static string Origin(FieldOrigin? origin, PaperEdition? covered)
    {
        if (origin is not { IsByHand: false }) return "";

        var state = covered is { Version: { } version } && covered.Source == origin.Source
            ? $"of v{version}{covered.On?.ToString(", d MMMM yyyy", CultureInfo.InvariantCulture)}, " : "";
        return $"{state}from {origin.Source}";
    }

    /// <summary>Reading time at 220 words a minute, the lower end for English prose that is new to its reader (Brysbaert 2019).</summary>
    public static string Minutes(int words) => Count(Math.Max(1, (words + 110) / 220), "minute", "minutes");
}
