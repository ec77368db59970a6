using System.Globalization;
using System.Text.RegularExpressions;
using Roundup.Model.Papers;
using Roundup.Sources.Fetching;

namespace Roundup.Sources;

/// <summary>
/// What happened to a work after it was published (www.crossref.org/documentation/crossmark/version-control-corrections-and-retractions). The
/// work says <c>updated-by</c>; the notice says <c>update-to</c>, and is itself neither retracted nor corrected.
/// </summary>
internal static partial class CrossrefUpdates
{
    /// <summary>Each notice once, oldest first, also where Retraction Watch reports it besides the publisher.</summary>
    public static IEnumerable<PaperNotice> Of(JsonAnswer work, string title)
    {
        var own = work["DOI"].Text;
        // Some publishers retract in place: the notice is the work, and updates itself.
        var inPlace = work["update-to"].Items.Where(update => update["DOI"].Text.Equals(own, StringComparison.OrdinalIgnoreCase));
        var updates = work["updated-by"].Items.Concat(inPlace)
            .Select(update => (Kind: Kind(update["type"].Text), Label: Label(update), Doi: update["DOI"].Text.ToLowerInvariant(), On: Day(update["updated"])))
            .Where(update => update.Kind is not null)
            .OrderBy(update => update.On ?? DateOnly.MaxValue).ThenBy(update => update.Doi, StringComparer.Ordinal)
            .DistinctBy(update => (update.Kind, update.Doi)).ToList();

        var notices = updates.GroupBy(update => (update.Kind, update.Label)).SelectMany(same => same.Select((update, n) =>
            new PaperNotice(update.Kind!.Value, n == 0 ? update.Label : $"{update.Label} ({Told(update.On, update.Doi)})", update.On, Address(update.Doi)))).ToList();
        if (notices is [] && work["update-to"].Items.FirstOrDefault() is { IsObject: false } && SaidInTitle().Match(title) is { Success: true } said)
            notices.Add(new(said.Value[0] is 'W' ? PaperChangeKind.Withdrawn : PaperChangeKind.Retracted, "Said in the title", IsSure: false));
        return notices;
    }

    private static PaperChangeKind? Kind(string type) => type.Replace('-', '_').ToLowerInvariant() switch
    {
        "retraction" or "removal" => PaperChangeKind.Retracted,
        "withdrawal" => PaperChangeKind.Withdrawn,
        "correction" or "corrigendum" or "erratum" or "addendum" or "clarification" or "expression_of_concern" or "partial_retraction" => PaperChangeKind.Corrected,
        "new_version" or "new_edition" => PaperChangeKind.NewVersion,
        _ => null,
    };

    // The type says more reliably what it is; publishers write "Retracted" and "Retraction" over the same.
    private static string Label(JsonAnswer update)
    {
        var type = update["type"].Text.Replace('_', ' ').Replace('-', ' ').ToLowerInvariant();
        return type is "" ? "" : char.ToUpperInvariant(type[0]) + type[1..];
    }

    private static DateOnly? Day(JsonAnswer updated) => updated.DateParts ?? updated["date-time"].Day;

    private static string Told(DateOnly? on, string doi) => on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? doi;

    private static string? Address(string doi) => doi.StartsWith("10.", StringComparison.Ordinal) ? RegisteredDoi.Address(doi) : null;

    [GeneratedRegex(@"^(?:RETRACTED|WITHDRAWN|Retracted|Withdrawn)(?: (?:ARTICLE|PAPER|Article|Paper))?\s*:")]
    private static partial Regex SaidInTitle();
}
