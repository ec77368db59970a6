using System.Globalization;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin;

/// <summary>When an issue goes out, to the minute and in the publication's own zone.</summary>
/// <param name="IsCertain">Whether it goes out by itself; else a person has to publish it by then.</param>
public sealed record SendTime(DateTimeOffset At, string Zone, bool IsCertain)
{
    /// <param name="due">The slot that the issue stands for; null for the next one.</param>
    /// <returns>Null for an issue that is out, and for its working copy.</returns>
    public static SendTime? Of(Issue issue, Cadence cadence, DateTimeOffset now, DateTimeOffset? due = null)
    {
        if (issue.IsPublished || issue.IsWorkingCopy) return null;
        if (issue.ScheduledAt is { } set) return In(set, issue.ScheduledZone is "" ? cadence.Zone : issue.ScheduledZone, isCertain: true);

        return In(due ?? cadence.NextAfter(now), cadence.Zone, cadence.Rule is SlotRule.PublishReady);
    }

    /// <summary>Goes out Friday, 9 October 2026, 09:00 (UTC+2), Europe/Berlin.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{(IsCertain ? "Goes out" : "Due")} {At:dddd, d MMMM yyyy, HH:mm}{Where}");

    // UTC is no place.
    private string Where => Zone is "UTC" || Zone.StartsWith("Etc/", StringComparison.Ordinal) ? $" {Offset}" : $" ({Offset}), {Zone.Replace('_', ' ')}";

    private string Offset => At.Offset switch
    {
        { Ticks: 0 } => "UTC",
        { Minutes: 0 } whole => $"UTC{(whole < TimeSpan.Zero ? "−" : "+")}{Math.Abs(whole.Hours)}",
        var odd => $"UTC{(odd < TimeSpan.Zero ? "−" : "+")}{Math.Abs(odd.Hours)}:{Math.Abs(odd.Minutes):00}",
    };

    private static SendTime In(DateTimeOffset instant, string zone, bool isCertain) =>
        new(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)), zone, isCertain);
}
