using System.Globalization;
using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>The number in an issue's title. A year, a date or a count of papers is none.</summary>
internal static partial class IssueNumber
{
    public static int? Of(string title)
    {
        foreach (var pattern in new[] { HashPattern(), IssuePattern(), WeekPattern(), CjkPattern(), EndPattern() })
        {
            if (pattern.Match(title) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is not (>= 1900 and <= 2100)) return number;
        }

        return null;
    }

    [GeneratedRegex(@"#\s?0*(\d{1,5})\b")]
    private static partial Regex HashPattern();

    [GeneratedRegex(@"\b(?:issue|no\.?|nr\.?|number|edition|episode|ep\.?|part|ausgabe|folge|nummer|numéro|n°|nº|número|numero|édition)\s*[:#.]?\s*0*(\d{1,5})\b", RegexOptions.IgnoreCase)]
    private static partial Regex IssuePattern();

    [GeneratedRegex(@"\b(?:week|vol(?:ume)?\.?|woche|kw|semaine|semana)\s*[:#.]?\s*0*(\d{1,5})\b", RegexOptions.IgnoreCase)]
    private static partial Regex WeekPattern();

    [GeneratedRegex(@"第\s?0*(\d{1,5})\s?[期号號回]")]
    private static partial Regex CjkPattern();

    [GeneratedRegex(@"\b(?:newsletter|roundup|round-up|digest|weekly|bulletin|rundbrief|links|papers)\s+0*(\d{1,4})(?:\s*[:–—-]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex EndPattern();
}
