using System.Globalization;
using System.Text.RegularExpressions;

namespace Roundup.Sources.Pages;

/// <summary>A date as pages write it, and how much of it they really say.</summary>
/// <param name="Day">The first day of what is said.</param>
/// <param name="Parts">1 for a year, 2 for a month, 3 for a day.</param>
internal sealed partial record PageDate(DateOnly Day, int Parts)
{
    /// <summary>In characters; what is longer is no date.</summary>
    private const int MaxLength = 80;

    /// <summary>The first of January is what publishing software writes for "in that year", and is taken for no more.</summary>
    private int Known => Day is { Month: 1, Day: 1 } ? 1 : Parts;

    public bool IsDay => Known is 3;

    /// <summary>
    /// The stronger date, unless the weaker one lies in the same year (or month) and says more: bioRxiv's 2019/01/01 gives way to its own
    /// 2019-09-26, and never to a date in another year.
    /// </summary>
    public static PageDate? Finer(PageDate? stronger, PageDate? weaker)
    {
        if (stronger is null || weaker is null) return stronger ?? weaker;

        var isWithin = stronger.Day.Year == weaker.Day.Year && (stronger.Known is 1 || stronger.Day.Month == weaker.Day.Month);
        return weaker.Known > stronger.Known && isWithin ? weaker : stronger;
    }

    /// <summary>
    /// 2020/1/5, 2020-01-05T23:30:00-08:00 (the day as written), 20200105, 2020/5, 2020, 5 January 2020, Jan 5th, 2020, January 2020, 2020 Jan 5.
    /// Of 05/04/2020 only the year is certain. Null for anything else.
    /// </summary>
    public static PageDate? Read(string? written)
    {
        var text = written?.Trim() ?? "";
        if (text.Length is 0 or > MaxLength) return null;

        return OfMatch(Numbers().Match(text)) ?? OfMatch(Packed().Match(text)) ?? OfMatch(DayFirst().Match(text))
            ?? OfMatch(MonthFirst().Match(text)) ?? OfMatch(YearFirst().Match(text)) ?? OfSlashes(Slashes().Match(text));
    }

    private static PageDate? OfMatch(Match match)
    {
        if (!match.Success) return null;

        var (year, month, day) = (Number(match.Groups["year"]), MonthOf(match.Groups["month"].Value), Number(match.Groups["day"]));
        return Of(year, month, day);
    }

    private static PageDate? Of(int year, int month, int day)
    {
        if (year is < 1500 or > 2200) return null;
        if (month is 0) return new(new(year, 1, 1), 1);
        if (month > 12 || day > DateTime.DaysInMonth(year, month)) return null;
        return day is 0 ? new(new(year, month, 1), 2) : new(new(year, month, day), 3);
    }

    private static PageDate? OfSlashes(Match match)
    {
        if (!match.Success) return null;

        var (one, other, year) = (Number(match.Groups["one"]), Number(match.Groups["other"]), Number(match.Groups["year"]));
        return one > 12 || one == other ? Of(year, other, one) : other > 12 ? Of(year, one, other) : Of(year, 0, 0);
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static int MonthOf(string text)
    {
        if (text is "") return 0;
        if (char.IsAsciiDigit(text[0])) return int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return 1 + "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(text[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3;
    }

    private const string Months =
        "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:[-/.](?<month>[0-9]{1,2})(?:[-/.](?<day>[0-9]{1,2}))?)?(?:[T ][0-9:.,+\-Z ]{0,40}(?:UTC|GMT)?)?$", Options)]
    private static partial Regex Numbers();

    [GeneratedRegex("^(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})(?:[0-9]{6})?$")]
    private static partial Regex Packed();

    [GeneratedRegex(@"^(?:[a-z]{3,9},?\s+)?(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+" + Months + @"\.?,?[\s-]+(?<year>[0-9]{4})(?:[\sT,][0-9a-z:.+\-\s]{0,40})?$", Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?:[a-z]{3,9},?\s+)?" + Months + @"\.?\s+(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+)?(?<year>[0-9]{4})(?:[\sT,][0-9a-z:.+\-\s]{0,40})?$", Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^(?<year>[0-9]{4})\s+" + Months + @"\.?(?:\s+(?<day>[0-9]{1,2}))?$", Options)]
    private static partial Regex YearFirst();

    [GeneratedRegex("^(?<one>[0-9]{1,2})[/.](?<other>[0-9]{1,2})[/.](?<year>[0-9]{4})$")]
    private static partial Regex Slashes();
}
