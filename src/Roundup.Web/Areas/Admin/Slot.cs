using System.Globalization;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin;

/// <summary>When the next issue is due and how it stands, as a sentence says it.</summary>
public static class Slot
{
    /// <summary>Friday, 9 October, 09:00 in Berlin.</summary>
    public static string InWords(Cadence cadence, DateTimeOffset now)
    {
        var slot = cadence.NextAfter(now);
        return $"{slot.ToString("dddd, d MMMM, HH:mm", CultureInfo.InvariantCulture)} {Place(cadence.Zone)}";
    }

    /// <summary>Issue 3 is due on … and has four papers, two without an opinion.</summary>
    public static string Sentence(Cadence? cadence, DateTimeOffset now, int number, Progress? draft)
    {
        var due = cadence is null ? "" : $" is due on {InWords(cadence, now)}";
        if (draft is null) return cadence is null ? "No issue has been started." : $"Issue {number}{due}. It has not been started.";

        var joint = due is "" ? "" : " and";
        return $"Issue {number}{due}{joint} has {Papers(draft)}.";
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
