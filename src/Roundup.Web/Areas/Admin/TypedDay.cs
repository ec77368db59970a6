using System.Globalization;
using Roundup.Model;

namespace Roundup.Web.Areas.Admin;

/// <summary>When a paper appeared, as it is typed: 2024, 2024-03, 2024-03-15 or 15 March 2024. A year alone is kept as its first day, a month as its.</summary>
public static class TypedDay
{
    private const int FirstYear = 1400;
    private const int LastYear = 2100;

    private static readonly string[] Forms = ["yyyy", "yyyy-M", "yyyy-M-d", "yyyy/M", "yyyy/M/d", "d MMMM yyyy", "d MMM yyyy", "MMMM yyyy", "MMM yyyy"];

    public static string Write(DateOnly? day) => day switch
    {
        null => "",
        { Month: 1, Day: 1 } year => year.ToString("yyyy", CultureInfo.InvariantCulture),
        { } exact => exact.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <param name="day">Null for an empty field.</param>
    public static Refusal? Read(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(typed)) return null;

        var text = typed.Trim();
        if (!DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < FirstYear or > LastYear)
            return new($"“{(text.Length > 40 ? $"{text[..40]}…" : text)}” is no date. Write 2024, 2024-03 or 2024-03-15, or leave it empty.");

        day = read;
        return null;
    }
}
