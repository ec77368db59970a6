using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin;

/// <summary>When the next issue is due and how it stands, as a sentence says it.</summary>
public static class Slot
{
    /// <summary>Friday, 9 October, 09:00 in Berlin.</summary>
    public static string InWords(DateTimeOffset slot, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(slot, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return $"{local.ToString("dddd, d MMMM, HH:mm", CultureInfo.InvariantCulture)} {Place(zone)}";
    }

    /// <summary>Issue 3 is due on … and has four papers, two without an opinion.</summary>
    public static string Sentence(Cadence? cadence, DateTimeOffset now, int number, Progress? draft) =>
        cadence is null && draft is null ? "No issue has been started."
            : $"Issue {number}{Standing(cadence is null ? "" : $"is due on {InWords(cadence.NextAfter(now), cadence.Zone)}", draft)}";

    /// <summary>The sentence without its subject.</summary>
    /// <param name="due">Is due on Friday; empty where nobody knows.</param>
    public static string Standing(string due, Progress? draft) => (due, draft) switch
    {
        ("", null) => " has not been started.",
        (_, null) => $" {due}. It has not been started.",
        ("", _) => $" has {Papers(draft)}.",
        _ => $" {due} and has {Papers(draft)}.",
    };

    /// <summary>, due Friday, 9 October, 09:00 in Berlin. The lowest draft has the next slot, the others those that follow.</summary>
    public static async Task<string> DueAsync(RoundupDb db, Issue issue, DateTimeOffset now, CancellationToken cancel)
    {
        if (issue.IsScheduled) return $", goes out {InWords(issue.ScheduledAt!.Value, issue.ScheduledZone)}";
        if (await MomentAsync(db, issue, now, cancel) is not { } slot) return "";

        return $", {(slot.At <= now ? "was due" : "due")} {InWords(slot.At, slot.Zone)}";
    }

    /// <summary>The slot that a draft stands for: drafts take the slots in the order of their numbers, and the first of them one that was left open.</summary>
    /// <returns>Null for what is out, and where there is no cadence.</returns>
    public static async Task<(DateTimeOffset At, string Zone)?> MomentAsync(RoundupDb db, Issue issue, DateTimeOffset now, CancellationToken cancel)
    {
        if (issue.IsPublished || issue.IsWorkingCopy || await db.ReadSlotsAsync(now, cancel) is not { } slots) return null;

        var before = await db.Issues.ForSlots.CountAsync(i => i.Number < issue.Number, cancel);
        var left = slots.LeftOpen(now);
        var at = left is not null && before == 0
            ? slots.Calendar.InstantOf(left.Day)
            : slots.Coming(now).ElementAt(left is null ? before : before - 1).At;
        return (at, slots.Cadence.Zone);
    }

    private static string Papers(Progress draft)
    {
        if (draft.Papers == 0) return "no papers yet";

        var papers = $"{Site.InWords.Number(draft.Papers)} {(draft.Papers == 1 ? "paper" : "papers")}";
        return (draft.Unopined, draft.Papers) switch
        {
            (0, 1) => $"{papers}, with an opinion",
            (0, _) => $"{papers}, each with an opinion",
            (1, 1) => $"{papers}, without an opinion",
            var (without, all) when without == all => $"{papers}, none with an opinion",
            var (without, _) => $"{papers}, {Site.InWords.Number(without)} without an opinion",
        };
    }

    // Europe/Berlin → in Berlin; America/Argentina/Buenos_Aires → in Buenos Aires; Etc/UTC is no town.
    private static string Place(string zone) =>
        zone is "UTC" || zone.StartsWith("Etc/", StringComparison.Ordinal) ? zone[(zone.IndexOf('/', StringComparison.Ordinal) + 1)..] : $"in {zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ')}";

    /// <summary>How far a draft is.</summary>
    public sealed record Progress(int Papers, int Unopined);
}
