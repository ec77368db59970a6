using System.Globalization;
using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Formats.Writing;

/// <summary>When what is cited appeared, as finely as it is known. A day is known only with its month.</summary>
public sealed partial record CitedDate(int Year, int? Month = null, int? Day = null)
{
    public string YearWritten => Year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>2022, 2022-06 or 2022-06-21, with what stands between the parts.</summary>
    public string Written(char between) => string.Join(between, new[] { YearWritten, $"{Month:00}", $"{Day:00}" }.Where(part => part is not ""));

    /// <summary>
    /// Of the publication whose venue, DOI and pages are cited, where its date is known. A preprint's day is not that day: of a publication that was a
    /// preprint before only a year is said, the one that its venue or its id names, else that of the preprint.
    /// </summary>
    /// <param name="firstOn">When the first version appeared; a year alone is 1 January.</param>
    public static CitedDate? Of(PaperKind kind, string venue, PaperImprint imprint, DateOnly? firstOn, IReadOnlyList<PaperId> ids)
    {
        if (imprint.IssuedOn is { } issued) return OfIssue(issued);
        if (firstOn is not { } first) return null;

        return IsLater(kind, imprint, ids) ? new(YearNamed(venue, first.Year, ids) ?? first.Year)
            : first is { Month: 1, Day: 1 } ? new(first.Year)
            : new(first.Year, first.Month, first.Day);
    }

    // Sources write a month as its first day and a year as its first, and issues are dated by months.
    private static CitedDate OfIssue(DateOnly day) => day is { Month: 1, Day: 1 } ? new(day.Year) : new(day.Year, day.Month, day.Day is 1 ? null : day.Day);

    private static bool IsLater(PaperKind kind, PaperImprint imprint, IReadOnlyList<PaperId> ids) =>
        ids.Any(i => i.Scheme is PaperScheme.Arxiv or PaperScheme.BioRxiv or PaperScheme.MedRxiv or PaperScheme.Ssrn)
        && (kind.IsInPrint || ids.Any(i => i.Scheme is PaperScheme.Doi) || imprint is not { Volume: "", Number: "", Pages: "" });

    // ACL 2022; Phys. Rev. E 106, 014116 (2022); 2022.acl-long.568; P19-1001. Before the preprint nothing of it was printed, and ten years later nothing is.
    private static int? YearNamed(string venue, int first, IReadOnlyList<PaperId> ids)
    {
        var acl = ids.FirstOrDefault(i => i.Scheme is PaperScheme.Acl)?.Value ?? "";
        int[] years = OldAcl().Match(acl) is { Success: true } old ? [DateOnly.ParseExact(old.Groups["year"].Value, "yy", CultureInfo.InvariantCulture).Year]
            : [.. Years().Matches(acl is "" ? venue : acl).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).Distinct()];
        return years is [var year] && year >= first && year <= first + 10 ? year : null;
    }

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex Years();

    [GeneratedRegex(@"^[A-Z](?<year>[0-9]{2})-")]
    private static partial Regex OldAcl();
}
