using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Markdown as plain text, for the fields that hold no marks.</summary>
internal static partial class PlainText
{
    /// <summary>A title or a heading: one line, without its number and its picture.</summary>
    public static string Heading(string markdown)
    {
        var plain = Blanks().Replace(InlineText.PlainOf(Marker().Replace(markdown.Trim(), "")), " ").Trim();
        var bare = Front().Replace(plain, "");
        if (bare.Any(char.IsLetterOrDigit)) plain = bare;
        plain = plain.TrimEnd(' ', ':', ',', '|', '-', '–', '—', '*');
        var isQuoted = plain.Length > 2 && plain[0] is '“' or '"' or '„' or '«' && plain[^1] is '”' or '"' or '“' or '»' && plain.AsSpan(1, plain.Length - 2).IndexOfAny("“”\"„«»") < 0;
        return isQuoted ? plain[1..^1].TrimEnd('.', ',') : plain;
    }

    /// <summary>A paragraph: one line, without the marks of a quote.</summary>
    public static string Paragraph(string markdown) =>
        Blanks().Replace(InlineText.PlainOf(QuoteMarks().Replace(Marker().Replace(markdown.Trim(), ""), "")), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(#{1,6}\s+|>\s?|[-*+•●▪◦‣·]\s+)+")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^[\s\p{So}\p{Sk}\p{Cs}\uFE0F\u200D•·|]*((\(?\d{1,3}[.)]|\[\d{1,3}\]|#\d{1,3}[.:)]?)\s+|paper( #?\d{1,3})?:\s+)?[\p{So}\p{Cs}\uFE0F\u200D]*\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Front();

    [GeneratedRegex(@"^>\s?", RegexOptions.Multiline)]
    private static partial Regex QuoteMarks();
}
