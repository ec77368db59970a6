using System.Globalization;
using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading.References;

/// <summary>When a paper appeared, from whatever a reference list says. A year alone is 1 January, a month its first day.</summary>
internal static partial class Dates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly (string Beginning, int Month)[] OtherMonths =
    [
        ("mär", 3), ("mrz", 3), ("mai", 5), ("okt", 10), ("dez", 12), ("ene", 1), ("abr", 4), ("ago", 8), ("set", 9), ("dic", 12), ("fév", 2), ("avr", 4), ("juin", 6),
        ("juil", 7), ("aoû", 8), ("déc", 12), ("gen", 1), ("mag", 5), ("giu", 6), ("lug", 7), ("ott", 10), ("spring", 3), ("summer", 6), ("fall", 9), ("winter", 12),
    ];

    /// <summary>2014-10-05, 2014/10/05/, 2014/10, 2014; null where no year of print is in it.</summary>
    public static DateOnly? OfNumbers(string text) =>
        Numbers().Match(text.Trim()) is { Success: true } match ? Of(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : null;

    /// <param name="month">A number, a name or its beginning, also with a day: <c>12~jan</c>.</param>
    public static DateOnly? Of(string year, string month, string day)
    {
        if (Year().Match(year) is not { Success: true } match) return null;

        var said = Digits().Match(MonthOf(month) > 0 && !int.TryParse(month, out _) ? month : day);
        var number = Math.Max(1, MonthOf(month));
        var on = int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : said.Success ? int.Parse(said.Value, CultureInfo.InvariantCulture) : 1;
        var yearNumber = int.Parse(match.Value, CultureInfo.InvariantCulture);
        return new DateOnly(yearNumber, number, on >= 1 && on <= DateTime.DaysInMonth(yearNumber, number) ? on : 1);
    }

    private static int MonthOf(string text)
    {
        var plain = text.Trim();
        if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number is >= 1 and <= 12 ? number : 0;
        var word = Word().Match(plain).Value.ToLowerInvariant();
        if (word.Length < 3) return 0;
        foreach (var (beginning, month) in OtherMonths)
            if (word.StartsWith(beginning, StringComparison.Ordinal)) return month;
        return Array.FindIndex(Months, month => word.StartsWith(month, StringComparison.Ordinal)) + 1;
    }

    [GeneratedRegex(@"^([0-9]{4})(?:[-/. ]([0-9]{1,2}))?(?:[-/. ]([0-9]{1,2}))?(?![0-9])")]
    private static partial Regex Numbers();

    [GeneratedRegex("(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")]
    private static partial Regex Year();

    [GeneratedRegex("[0-9]{1,2}")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
